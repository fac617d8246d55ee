import { shareOf } from '../interval.ts';
import { drawXAxis, drawYAxis, type Plot, placeX, placeY } from './plot.ts';
import type { Bin } from './reliability.ts';
import type { Series } from './series.ts';
import { element, label, line } from './svg.ts';

const PLOT: Plot = { left: 60, top: 96, width: 400, height: 260, leastX: 0, mostX: 1, mostY: 100 };
/** The bars stand in a row of their own below the plot. */
const BARS = { top: 376, height: 56, width: 17 };
/** Half of what keeps the languages apart where they agree. */
const APART = 4;
const TENTHS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** How often answers of a confidence are right, with the number of answers beneath. */
export function drawReliability(series: readonly Series[]): string {
  const most = Math.max(1, ...series.flatMap(({ bins }) => bins.map(({ total }) => total)));
  return element(
    'g',
    {},
    label('Is the confidence what it says?', PLOT.left, 56, { class: 'heading' }),
    drawYAxis(PLOT, { title: 'right, %', ticks: [0, 20, 40, 60, 80, 100], format: String }),
    line([placeX(PLOT, 0), placeY(PLOT, 0)], [placeX(PLOT, 1), placeY(PLOT, 100)], { class: 'ideal' }),
    ...series.map((one, place) => drawBins(one, place === 0 ? -APART : APART)),
    ...series.map((one, place) => drawCounts(one, place, most)),
    line([PLOT.left, BARS.top + BARS.height], [PLOT.left + PLOT.width, BARS.top + BARS.height], {
      class: 'base',
    }),
    label('answers', PLOT.left - 8, BARS.top + BARS.height - 4, { 'text-anchor': 'end' }),
    drawXAxis(
      PLOT,
      { title: 'confidence', ticks: TENTHS, format: (value) => value.toFixed(1) },
      BARS.top + BARS.height - PLOT.top - PLOT.height,
    ),
  );
}

function drawBins({ bins, className }: Series, shift: number): string {
  return element(
    'g',
    { class: className },
    ...bins.filter(({ total }) => total > 0).map((bin) => drawBin(bin, shift)),
  );
}

function drawBin({ meanConfidence, right, total }: Bin, shift: number): string {
  const { percent, low, high } = shareOf(right, total);
  const x = placeX(PLOT, meanConfidence) + shift;
  return (
    line([x, placeY(PLOT, low)], [x, placeY(PLOT, high)], { class: 'interval' }) +
    element('circle', { cx: x, cy: placeY(PLOT, percent), r: 4.5, class: 'fill' })
  );
}

function drawCounts({ bins, className }: Series, place: number, most: number): string {
  const bottom = BARS.top + BARS.height;
  return element(
    'g',
    { class: className, 'text-anchor': 'middle' },
    ...bins.flatMap(({ from, to, total }) => {
      if (total === 0) return [];
      const left = placeX(PLOT, (from + to) / 2) + (place === 0 ? -BARS.width - 1 : 1);
      const height = Math.max(1, (total / most) * (BARS.height - 12));
      return [
        element('rect', { x: left, y: bottom - height, width: BARS.width, height, rx: 1, class: 'fill' }),
        label(String(total), left + BARS.width / 2, bottom - height - 3, { class: 'count' }),
      ];
    }),
  );
}
