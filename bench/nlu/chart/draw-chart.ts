import type { Results } from '../results.ts';
import { drawAccuracyPanel } from './accuracy-panel.ts';
import { drawSlipsPanel } from './slips-panel.ts';
import { element, label, type Svg } from './svg.ts';
import { mark, OURS, SHOWN_CONTESTANTS, styleSheet, titleOf } from './theme.ts';
import { drawTimePanel } from './time-panel.ts';

const WIDTH = 880;
const MARGIN = 28;
const GUTTER = 48;
/** Of a legend's entry, beside its letters. */
const LEGEND_GAP = 42;
const LETTER_WIDTH = 6.6;

/** The results as one picture: accuracy by set, accuracy under slips, time. */
export function drawChart(results: Results): Svg {
  const inner = WIDTH - 2 * MARGIN;
  const half = (inner - GUTTER) / 2;
  const legendTop = MARGIN + 62;
  const accuracy = drawAccuracyPanel(results, { left: MARGIN, top: legendTop + 28, width: inner });
  const lower = legendTop + 28 + accuracy.height + 32;
  const slips = drawSlipsPanel(results, { left: MARGIN, top: lower, width: half });
  const time = drawTimePanel(results, { left: MARGIN + half + GUTTER, top: lower, width: half });
  const height = lower + Math.max(slips.height, time.height) + MARGIN - 12;
  const questions = results.step > 1 ? `, every ${results.step}th question` : '';
  const notice = `Same examples, same questions, one machine${questions}. Node ${results.node}, ${results.processor}.`;
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: WIDTH,
      height,
      viewBox: `0 0 ${WIDTH} ${Math.ceil(height)}`,
      role: 'img',
      'aria-label': 'Accuracy, robustness to slips and speed of this project beside other libraries',
    },
    styleSheet(),
    element('rect', {
      x: 0.5,
      y: 0.5,
      width: WIDTH - 1,
      height: height - 1,
      rx: 8,
      class: 'ground',
    }),
    label('Understanding questions, measured side by side', MARGIN, MARGIN + 16, 'title ink'),
    label(notice, MARGIN, MARGIN + 38, 'soft'),
    drawLegend(results, legendTop),
    accuracy.svg,
    slips.svg,
    time.svg,
  )}\n`;
}

function drawLegend({ contests }: Results, y: number): Svg {
  const present = SHOWN_CONTESTANTS.filter((name) => contests.some(({ contestant }) => contestant === name));
  let next = MARGIN;
  return present
    .map((name) => {
      const x = next;
      next += LEGEND_GAP + LETTER_WIDTH * titleOf(name).length;
      return mark(name, x + 6, y) + label(titleOf(name), x + 18, y + 4, name === OURS ? 'strong ink' : 'ink');
    })
    .join('\n');
}
