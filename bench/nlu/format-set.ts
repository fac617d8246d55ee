import type { Contest, Figures, SetSummary } from './results.ts';

const COLUMNS = ['accuracy', '1 slip', '2 slips', 'at 5 %', 'rejected', 'p50 ms', 'p99 ms', 'train s', 'MB'];
const NAME_WIDTH = 12;
const COLUMN_WIDTH = 9;
const MEGABYTE = 1e6;

/** What the columns mean, once a run. */
export const LEGEND = `accuracy   per cent right among the questions with an answer, nothing rejected; also with 1 and 2 slips a question
at 5 %     the same where the threshold rejects at most 5 % of validation: accepted and right
rejected   per cent rejected among the questions without an answer, at the same threshold
p50, p99   time of one question; train: seconds; MB: growth of heap and external memory by training
`;

/** The table of one set, as plain text. */
export function formatSet(set: SetSummary, contests: readonly Contest[]): string {
  const counts = [
    `${set.classes} classes`,
    `${group(set.examples)} examples`,
    ...(set.unanswerable > 0 ? [`${group(set.unanswerable)} without an answer`] : []),
    `${group(set.test)} questions`,
    ...(set.outOfScope > 0 ? [`${group(set.outOfScope)} out of scope`] : []),
  ].join(', ');
  const header = ''.padEnd(NAME_WIDTH) + COLUMNS.map((title) => title.padStart(COLUMN_WIDTH)).join('');
  const notes = contests.map((contest) => formatNote(set, contest));
  return [
    `${set.title} (${set.language}): ${counts}`,
    ...(set.note ? [set.note] : []),
    header,
    ...contests.map(formatRow),
    ...notes,
    '',
    '',
  ].join('\n');
}

function formatRow({ contestant, outcome }: Contest): string {
  const name = contestant.padEnd(NAME_WIDTH);
  if (outcome.status === 'failed') return `${name}  ${outcome.reason}`;
  const { figures } = outcome;
  const cells = [
    percent(figures.accuracy),
    percent(slipsOf(figures, 1)),
    percent(slipsOf(figures, 2)),
    percent(figures.rejection?.inScope),
    percent(figures.rejection?.outOfScope),
    figures.questionMs.p50.toFixed(2),
    figures.questionMs.p99.toFixed(2),
    (figures.trainMs / 1000).toFixed(2),
    (figures.memoryBytes / MEGABYTE).toFixed(1),
  ];
  return name + cells.map((cell) => cell.padStart(COLUMN_WIDTH)).join('');
}

/** How it was set up, and over how many questions where time did not suffice for all. */
function formatNote(set: SetSummary, { contestant, settings, outcome }: Contest): string {
  const asked = outcome.status === 'done' ? outcome.figures.accuracy.of : set.test;
  const shortened =
    asked < set.test ? `; time was up after ${group(asked)} of ${group(set.test)} questions` : '';
  return `  ${contestant}: ${settings}${shortened}`;
}

function slipsOf({ slips }: Figures, count: number) {
  return slips.find((one) => one.count === count)?.accuracy;
}

function percent(share: { readonly hits: number; readonly of: number } | undefined): string {
  return share && share.of > 0 ? ((100 * share.hits) / share.of).toFixed(1) : '-';
}

function group(count: number): string {
  return count.toLocaleString('en-US');
}
