import type { Results } from '../results.ts';
import type { Box } from './accuracy-panel.ts';
import { listPoints } from './points.ts';
import { label, logScale, type Svg, stroke } from './svg.ts';
import { classOf, mark, SHOWN_CONTESTANTS, titleOf } from './theme.ts';

const HEAD_HEIGHT = 64;
const ROW_HEIGHT = 30;
const LABEL_WIDTH = 112;
const FOOT_HEIGHT = 40;

/** A row a contestant, and on it the median time of one question of each set. */
export function drawTimePanel(results: Results, { left, top, width }: Box): { svg: Svg; height: number } {
  const rows = SHOWN_CONTESTANTS.map((contestant) => ({
    contestant,
    times: results.sets.flatMap(({ id }) =>
      listPoints(results, id)
        .filter((point) => point.contestant === contestant)
        .map(({ figures }) => figures.questionMs.p50),
    ),
  })).filter(({ times }) => times.length > 0);
  const all = rows.flatMap(({ times }) => times);
  const from = 10 ** Math.floor(Math.log10(Math.min(0.1, ...all)));
  const to = 10 ** Math.ceil(Math.log10(Math.max(1, ...all)));
  const x = logScale(from, to, left + LABEL_WIDTH, left + width - 8);
  const bottom = top + HEAD_HEIGHT + rows.length * ROW_HEIGHT;

  const parts: Svg[] = [
    label('Time for one question, ms', left, top + 14, 'panel ink'),
    label('the median on each set, logarithmic scale', left, top + 32, 'small soft'),
  ];
  for (let tick = from; tick <= to * 1.01; tick *= 10) {
    parts.push(stroke(x(tick), top + HEAD_HEIGHT - 6, x(tick), bottom, 'grid'));
    parts.push(label(String(Number(tick.toPrecision(1))), x(tick), bottom + 20, 'small soft', 'middle'));
  }
  for (const [at, { contestant, times }] of rows.entries()) {
    const y = top + HEAD_HEIGHT + (at + 0.5) * ROW_HEIGHT;
    parts.push(label(titleOf(contestant), left, y + 4, 'ink'));
    parts.push(
      stroke(x(Math.min(...times)), y, x(Math.max(...times)), y, `span ${classOf(contestant)}`),
      ...times.map((time) => mark(contestant, x(time), y)),
    );
  }
  return { svg: parts.join('\n'), height: HEAD_HEIGHT + rows.length * ROW_HEIGHT + FOOT_HEIGHT };
}
