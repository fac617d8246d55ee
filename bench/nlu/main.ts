import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { formatSet, LEGEND } from './format-set.ts';
import { installLibraries } from './install-libraries.ts';
import { type Options, parseOptions, USAGE } from './options.ts';
import type { Contest, Results, SetSummary } from './results.ts';
import { runContest } from './run-contest.ts';
import { type QuestionSet, thinOut } from './sets/question-set.ts';
import { readSet } from './sets/read-set.ts';

const options = parseOptions(process.argv.slice(2));
if ('fault' in options) {
  process.stderr.write(`${options.fault}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  await main(options);
}

async function main(options: Options): Promise<void> {
  if (options.contestants.some((name) => name !== 'ours')) installLibraries();
  const sets: SetSummary[] = [];
  const contests: Contest[] = [];
  process.stdout.write(`${LEGEND}${options.step > 1 ? `only every ${options.step}th question\n` : ''}\n`);
  for (const id of options.sets) {
    const set = readSet(id, options.folder);
    if ('fault' in set) {
      process.stderr.write(`Left out: ${set.fault}\n`);
      continue;
    }
    const summary = summarize(thinOut(set, options.step));
    const own: Contest[] = [];
    for (const contestant of options.contestants) {
      process.stderr.write(`${summary.title}: ${contestant} ...\n`);
      const { folder, step, askBudgetMs } = options;
      own.push(await runContest({ set: id, contestant, folder, step, askBudgetMs }, options.trainBudgetMs));
    }
    sets.push(summary);
    contests.push(...own);
    process.stdout.write(formatSet(summary, own));
    // After each set, so that a run that is broken off leaves what it found.
    if (options.jsonFile) writeResults(options.jsonFile, { ...describeRun(options), sets, contests });
  }
}

function summarize(set: QuestionSet): SetSummary {
  const { id, title, language, note } = set;
  return {
    id,
    title,
    language,
    note,
    classes: new Set(set.examples.map(({ label }) => label)).size,
    examples: set.examples.length,
    unanswerable: set.unanswerable.length,
    validation: set.validation.length,
    test: set.test.length,
    outOfScope: set.outOfScope.length,
  };
}

function describeRun({ step }: Options): Pick<Results, 'node' | 'processor' | 'versions' | 'step'> {
  const text = readFileSync(join(import.meta.dirname, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  const [first] = cpus();
  return {
    node: process.version,
    processor: `${cpus().length} x ${first?.model ?? 'unknown'}`,
    versions: dependencies,
    step,
  };
}

function writeResults(file: string, results: Results): void {
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
