import type { SizeFindings } from './findings.ts';

const MEGABYTE = 1e6;
const COLUMNS = [
  'articles',
  'build s',
  'peak MB',
  'file MB',
  'load s',
  'load/build',
  'MB',
  'p50 ms',
  'p99 ms',
  'right %',
];
const WIDTH = 11;

export const HEADER = `${COLUMNS.map((title) => title.padStart(WIDTH)).join('')}\n`;

/** One row of the table. */
export function formatSize(found: SizeFindings): string {
  const { articles, buildMs, peakBytes, fileBytes, loadMs, memoryBytes, questionMs, right } = found;
  const cells = [
    String(articles),
    (buildMs / 1000).toFixed(1),
    (peakBytes / MEGABYTE).toFixed(0),
    (fileBytes / MEGABYTE).toFixed(1),
    (loadMs / 1000).toFixed(2),
    (loadMs / buildMs).toFixed(3),
    (memoryBytes / MEGABYTE).toFixed(0),
    questionMs.p50.toFixed(2),
    questionMs.p99.toFixed(2),
    ((100 * right.hits) / right.of).toFixed(1),
  ];
  return `${cells.map((cell) => cell.padStart(WIDTH)).join('')}\n`;
}
