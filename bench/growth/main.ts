import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type BuildFindings,
  judgeGrowth,
  p99Ratio,
  type ServeFindings,
  type SizeFindings,
} from './findings.ts';
import { formatSize, HEADER } from './format-size.ts';

const USAGE = 'npm run bench:growth [-- --sizes 100,1000,10000]\n';
const HEAP_MEGABYTES = 12_288;

const sizes = parseSizes();
if (sizes) await measure(sizes);
else {
  process.stderr.write(USAGE);
  process.exitCode = 2;
}

async function measure(sizes: readonly number[]): Promise<void> {
  const found: SizeFindings[] = [];
  process.stdout.write(HEADER);
  for (const articles of sizes) {
    process.stderr.write(`${articles} articles: building ...\n`);
    const folder = mkdtempSync(join(tmpdir(), 'bench-growth-'));
    try {
      const file = join(folder, 'model.bin');
      const built = await runProgram<BuildFindings>('build.ts', articles, file);
      const served = await runProgram<ServeFindings>('serve.ts', articles, file);
      found.push({ articles, ...built, ...served });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    process.stdout.write(found.slice(-1).map(formatSize).join(''));
  }
  const ratio = p99Ratio(found);
  if (ratio !== undefined)
    process.stdout.write(`p99 of the largest over the smallest: ${ratio.toFixed(1)}\n`);
  const faults = judgeGrowth(found);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

/** Runs a program of this folder in a fresh process and gives what it sent. */
function runProgram<Findings>(program: string, articles: number, file: string): Promise<Findings> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, program), [String(articles), file], {
      execArgv: [
        '--expose-gc',
        `--max-old-space-size=${HEAP_MEGABYTES}`,
        '--import',
        import.meta.resolve('tsx'),
      ],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let findings: Findings | undefined;
    child.on('message', (message) => {
      findings = message as Findings;
    });
    child.on('close', (code, signal) => {
      if (findings) resolve(findings);
      else reject(new Error(`${program} for ${articles} articles ended with ${signal ?? code}.`));
    });
  });
}

function parseSizes(): readonly number[] | undefined {
  try {
    const { values } = parseArgs({ options: { sizes: { type: 'string', default: '100,1000,10000' } } });
    const sizes = values.sizes.split(',').map(Number);
    return sizes.every((size) => Number.isInteger(size) && size > 0) ? sizes : undefined;
  } catch {
    return undefined;
  }
}
