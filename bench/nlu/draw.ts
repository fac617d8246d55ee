import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawChart } from './chart/draw-chart.ts';
import { resultsSchema } from './results.ts';

const CHART_FILE = join(import.meta.dirname, '..', '..', 'docs', 'nlu.svg');

const [resultsFile, chartFile = CHART_FILE] = process.argv.slice(2);
if (resultsFile === undefined) {
  process.stderr.write('npm run bench:chart -- RESULTS.json [CHART.svg]\n');
  process.exitCode = 2;
} else {
  const results = resultsSchema.parse(JSON.parse(readFileSync(resultsFile, 'utf8')));
  writeFileSync(chartFile, drawChart(results));
  process.stderr.write(`Wrote ${chartFile}\n`);
}
