/** Builds the model of a made-up help center, in a process of its own. Arguments: articles, file. */
import { statSync, writeFileSync } from 'node:fs';
import { encodeModels, trainModels } from '../../faq/index.ts';
import type { BuildFindings } from './findings.ts';
import { growHelpCenter } from './grown-help-center.ts';

const [articles, file = ''] = process.argv.slice(2);
const { corpus } = growHelpCenter(Number(articles));

const startedMs = performance.now();
const models = trainModels(corpus, (done, total, step) => {
  process.stderr.write(`  ${done} of ${total} (${step})\n`);
});
writeFileSync(file, encodeModels(models, corpus.hash));
const findings: BuildFindings = {
  buildMs: performance.now() - startedMs,
  fileBytes: statSync(file).size,
  peakBytes: process.resourceUsage().maxRSS * 1024,
};
process.send?.(findings);
process.disconnect();
