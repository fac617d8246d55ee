import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ContentError,
  type HeldOutQuestion,
  inspectQuestions,
  LANGUAGES,
  type Language,
  type Matcher,
} from '../faq/index.ts';
import { createAsker } from './asked.ts';
import { drawChart } from './chart/draw-chart.ts';
import { forecastAll } from './chart/forecast.ts';
import { formatReliability } from './chart/reliability.ts';
import { toSeries } from './chart/series.ts';
import { formatFigure, isMet } from './figures.ts';
import { loadDialogue, runCommand } from './load-dialogue.ts';
import { figuresOf, type Judged, type Measured, measure } from './measure.ts';
import { QUESTIONS_FOLDER } from './model-store.ts';

const CHART_FILE = join(import.meta.dirname, '..', 'docs', 'confidence.svg');

await runCommand(async () => {
  const folder = process.argv.find((word) => word.startsWith('--questions='))?.slice(12) ?? QUESTIONS_FOLDER;
  const { faults, ...heldOut } = inspectQuestions(join(folder));
  if (faults.length > 0) throw new ContentError(faults);
  const { matcher, dialogue } = loadDialogue();
  const ask = createAsker(dialogue);
  const showAll = process.argv.includes('--list');

  for (const language of LANGUAGES) {
    const measured = await measure(heldOut, language, ask);
    if (showAll) process.stdout.write(Object.values(measured).flat().map(formatUnlessGood).join(''));
    process.stdout.write(report(language, measured));
    if (!Object.values(figuresOf(measured)).flat().every(isMet)) process.exitCode = 1;
  }
  if (process.argv.includes('--chart')) chart(heldOut.questions, matcher);
});

/** Draws how far confidences can be trusted, and prints the same as tables. */
function chart(questions: readonly HeldOutQuestion[], matcher: Matcher): void {
  const series = LANGUAGES.map((language) => {
    const forecasts = forecastAll(questions, language, matcher);
    return toSeries(language, forecasts, matcher.match('', language).policy);
  });
  writeFileSync(CHART_FILE, drawChart(series));
  for (const { name, bins } of series) process.stdout.write(`${name}\n${formatReliability(bins)}`);
  process.stdout.write(`Wrote ${CHART_FILE}.\n`);
}

/** What was measured in one language, in per cent, with 95 % intervals. */
function report(language: Language, measured: Measured): string {
  const figures = figuresOf(measured);
  const section = (name: keyof Measured, title: string) =>
    measured[name].length === 0
      ? ''
      : `${language}: ${measured[name].length} ${title}\n${figures[name].map(formatFigure).join('')}`;
  return [
    section('answerable', 'questions with an answer, per cent and 95 % interval'),
    section('unanswerable', 'questions that must not be answered'),
    section('doubles', 'messages with two questions'),
    section('laterTurns', 'later turns of conversations'),
  ].join('');
}

function formatUnlessGood({ verdict, isGood, said, expected, asked }: Judged): string {
  if (isGood) return '';
  const ids = expected.join(', ') || 'nothing';
  return `${verdict} [${ids}] ${asked.decision} ${asked.ids.join(', ')} ${asked.confidence}: ${said.join(' / ')}\n`;
}
