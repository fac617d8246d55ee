import type { Results, SetSummary } from '../results.ts';
import type { Box } from './accuracy-panel.ts';
import { listPoints, percentOf } from './points.ts';
import { element, label, linearScale, type Scale, type Svg, stroke } from './svg.ts';
import { classOf, mark, OURS } from './theme.ts';

const HEAD_HEIGHT = 64;
const PLOT_HEIGHT = 150;
const FOOT_HEIGHT = 40;
const AXIS_WIDTH = 34;
/** Right of each plot, for this project's last value. */
const GAP = 46;
const INSET = 12;
const AXIS_STEP = 10;

/** Lines from no slip to two, a plot a language of this help center. */
export function drawSlipsPanel(results: Results, { left, top, width }: Box): { svg: Svg; height: number } {
  const sets = results.sets.filter(({ id }) =>
    listPoints(results, id).some(({ figures }) => figures.slips.length > 0),
  );
  const lowest = Math.min(
    90,
    ...sets.flatMap(({ id }) => listLines(results, id).flatMap(({ percents }) => percents)),
  );
  const from = Math.floor(lowest / AXIS_STEP) * AXIS_STEP;
  const y = linearScale(from, 100, top + HEAD_HEIGHT + PLOT_HEIGHT, top + HEAD_HEIGHT);
  const plotWidth = (width - AXIS_WIDTH) / Math.max(1, sets.length) - GAP;
  const parts: Svg[] = [
    label('The same, mistyped, %', left, top + 14, 'panel ink'),
    label('slips a question: a wrong key, swapped letters, a homophone, …', left, top + 32, 'small soft'),
  ];
  for (let percent = from; percent <= 100; percent += AXIS_STEP) {
    parts.push(label(String(percent), left + AXIS_WIDTH - 10, y(percent) + 4, 'small soft', 'end'));
  }
  for (const [at, set] of sets.entries()) {
    parts.push(drawPlot(results, set, y, from, left + AXIS_WIDTH + at * (plotWidth + GAP), plotWidth));
  }
  return { svg: parts.join('\n'), height: HEAD_HEIGHT + PLOT_HEIGHT + FOOT_HEIGHT };
}

function drawPlot(
  results: Results,
  set: SetSummary,
  y: Scale,
  from: number,
  left: number,
  width: number,
): Svg {
  const lines = listLines(results, set.id);
  const most = Math.max(1, ...lines.map(({ percents }) => percents.length - 1));
  const x = linearScale(0, most, left + INSET, left + width - INSET);
  const parts: Svg[] = [
    label(set.language === 'zh' ? 'Chinese' : 'English', left, y(100) - 12, 'strong ink'),
  ];
  for (let percent = from; percent <= 100; percent += AXIS_STEP) {
    parts.push(stroke(left, y(percent), left + width, y(percent), 'grid'));
  }
  for (let count = 0; count <= most; count++) {
    parts.push(label(String(count), x(count), y(from) + 20, 'small soft', 'middle'));
  }
  for (const { contestant, percents } of [...lines].reverse()) {
    const d = `M${percents.map((percent, count) => `${x(count).toFixed(1)} ${y(percent).toFixed(1)}`).join('L')}`;
    parts.push(element('path', { class: `${classOf(contestant)} line`, d }));
    for (const [count, percent] of percents.entries()) parts.push(mark(contestant, x(count), y(percent)));
  }
  const last = lines.find(({ contestant }) => contestant === OURS)?.percents.at(-1);
  if (last !== undefined) parts.push(label(last.toFixed(1), x(most) + 12, y(last) + 4, 'strong ink'));
  return parts.join('\n');
}

function listLines(results: Results, set: string) {
  return listPoints(results, set).map(({ contestant, figures }) => ({
    contestant,
    percents: [figures.accuracy, ...figures.slips.map(({ accuracy }) => accuracy)].map(percentOf),
  }));
}
