import type { Coverage } from './coverage.ts';
import { drawXAxis, drawYAxis, type Plot, placeX, placeY } from './plot.ts';
import type { Series } from './series.ts';
import { element, label } from './svg.ts';

/** Where the thresholds lie; what is outside is drawn to the edge. */
const PLOT: Plot = { left: 550, top: 96, width: 400, height: 336, leastX: 50, mostX: 100, mostY: 10 };
const CLIP = 'coverage';

/** What more answers cost: the share answered against the share answered wrongly, at every threshold. */
export function drawCoverage(series: readonly Series[]): string {
  const { left, top, width, height } = PLOT;
  const fewestWrong = Math.min(...series.map(({ answerAt }) => answerAt.wrong));
  return element(
    'g',
    {},
    element('clipPath', { id: CLIP }, element('rect', { x: left, y: top, width, height: height + 2 })),
    label('What do more answers cost?', left, 56, { class: 'heading' }),
    drawYAxis(PLOT, {
      title: 'wrong answers, % of all questions',
      ticks: [0, 2, 4, 6, 8, 10],
      format: String,
    }),
    drawXAxis(PLOT, { title: 'questions answered, %', ticks: [50, 60, 70, 80, 90, 100], format: String }),
    ...series.map((one) => drawCurve(one, one.answerAt.wrong === fewestWrong)),
    drawKey(),
  );
}

/** The lower curve has its first value below, where the other one does not run through it. */
function drawCurve({ className, curve, answerAt, clarifyAt }: Series, isLower: boolean): string {
  const points = curve.map((one) =>
    placeOf(one)
      .map((value) => value.toFixed(1))
      .join(','),
  );
  const [answerX, answerY] = placeOf(answerAt);
  const [clarifyX, clarifyY] = placeOf(clarifyAt);
  return element(
    'g',
    { class: className },
    element('polyline', { points: points.join(' '), class: 'curve', 'clip-path': `url(#${CLIP})` }),
    drawMark([answerX, answerY], 'fill'),
    drawMark([clarifyX, clarifyY], 'hollow'),
    isLower
      ? label(formatThreshold(answerAt), answerX + 10, answerY + 12, { class: 'value' })
      : label(formatThreshold(answerAt), answerX - 9, answerY - 7, { 'text-anchor': 'end', class: 'value' }),
    label(formatThreshold(clarifyAt), clarifyX + 10, clarifyY + 5, { class: 'value' }),
  );
}

function formatThreshold({ threshold }: Coverage): string {
  return threshold.toFixed(2);
}

/** What the two marks on a curve stand for. */
function drawKey(): string {
  const { left, top } = PLOT;
  const rows = [
    ['fill', 'answers from here on'],
    ['hollow', 'asks back from here on'],
  ] as const;
  return element(
    'g',
    { class: 'key' },
    ...rows.flatMap(([shape, text], row) => [
      drawMark([left + 22, top + 22 + row * 22], shape),
      label(text, left + 34, top + 26 + row * 22),
    ]),
  );
}

function drawMark([cx, cy]: readonly [number, number], shape: 'fill' | 'hollow'): string {
  return element('circle', { cx, cy, r: 5, class: shape });
}

function placeOf({ answered, wrong }: Coverage): readonly [number, number] {
  return [placeX(PLOT, 100 * answered), placeY(PLOT, 100 * wrong)];
}
