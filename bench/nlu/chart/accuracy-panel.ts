import type { Results } from '../results.ts';
import { listPoints, percentOf } from './points.ts';
import { label, linearScale, type Svg, stroke } from './svg.ts';
import { mark, OURS, titleOf } from './theme.ts';

/** Where a panel lies on the page. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

const LABEL_WIDTH = 216;
const VALUE_WIDTH = 84;
const ROW_HEIGHT = 32;
/** Marks closer than this would hide each other and are fanned out. */
const MARK_WIDTH = 9;
const FAN_STEP = 6;
const HEAD_HEIGHT = 44;
const AXIS_STEP = 10;

/** A row a set, and on it the accuracy of each contestant. */
export function drawAccuracyPanel(results: Results, { left, top, width }: Box): { svg: Svg; height: number } {
  const rows = results.sets.map(({ id, title }) => ({
    title,
    points: listPoints(results, id).map(({ contestant, figures }) => ({
      contestant,
      percent: percentOf(figures.accuracy),
    })),
  }));
  const lowest = Math.min(90, ...rows.flatMap(({ points }) => points.map(({ percent }) => percent)));
  const from = Math.floor(lowest / AXIS_STEP) * AXIS_STEP;
  const x = linearScale(from, 100, left + LABEL_WIDTH, left + width - VALUE_WIDTH);
  const bottom = top + HEAD_HEIGHT + rows.length * ROW_HEIGHT;

  const parts: Svg[] = [label('Right answers among questions that have one, %', left, top + 14, 'panel ink')];
  for (let percent = from; percent <= 100; percent += AXIS_STEP) {
    parts.push(stroke(x(percent), top + HEAD_HEIGHT - 6, x(percent), bottom, 'grid'));
    parts.push(label(String(percent), x(percent), top + HEAD_HEIGHT - 12, 'small soft', 'middle'));
  }
  if (rows.some(({ points }) => points.some(({ contestant }) => contestant === OURS))) {
    parts.push(label(titleOf(OURS), left + width, top + HEAD_HEIGHT - 12, 'small soft', 'end'));
  }
  for (const [at, { title, points }] of rows.entries()) {
    const y = top + HEAD_HEIGHT + (at + 0.5) * ROW_HEIGHT;
    parts.push(label(title, left, y + 4, 'ink'), stroke(x(from), y, x(100), y, 'row'));
    const placed = fanOut(points.map(({ contestant, percent }) => ({ contestant, x: x(percent) })));
    parts.push(...placed.map((one) => mark(one.contestant, one.x, y + one.dy)));
    const own = points.find(({ contestant }) => contestant === OURS);
    if (own) parts.push(label(own.percent.toFixed(1), left + width, y + 4, 'strong ink', 'end'));
  }
  return { svg: parts.join('\n'), height: bottom - top };
}

interface Placed {
  readonly contestant: string;
  readonly x: number;
  /** Below the row's middle. */
  readonly dy: number;
}

/** Marks that lie on one another are spread over the height of the row, so that a tie is seen as one. */
function fanOut(marks: readonly Omit<Placed, 'dy'>[]): readonly Placed[] {
  const clusters: Omit<Placed, 'dy'>[][] = [];
  for (const one of [...marks].sort((a, b) => a.x - b.x)) {
    const cluster = clusters.at(-1);
    const last = cluster?.at(-1);
    if (cluster && last && one.x - last.x < MARK_WIDTH) cluster.push(one);
    else clusters.push([one]);
  }
  return clusters.flatMap((cluster) =>
    cluster.map((one, at) => ({ ...one, dy: (at - (cluster.length - 1) / 2) * FAN_STEP })),
  );
}
