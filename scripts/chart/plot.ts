import { element, label, line } from './svg.ts';

/** A frame on the picture with a scale on each side. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Where the horizontal scale begins; the vertical one begins at 0. */
  readonly leastX: number;
  readonly mostX: number;
  readonly mostY: number;
}

/** Where a value lies on the picture. */
export function placeX({ left, width, leastX, mostX }: Plot, value: number): number {
  return left + ((value - leastX) / (mostX - leastX)) * width;
}

/** Where a value lies on the picture; upwards. */
export function placeY({ top, height, mostY }: Plot, value: number): number {
  return top + height - (value / mostY) * height;
}

/** What is written along a side. */
export interface Axis {
  readonly title: string;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}

/** Horizontal lines with their values, left of the frame. */
export function drawYAxis(plot: Plot, { title, ticks, format }: Axis): string {
  const right = plot.left + plot.width;
  return element(
    'g',
    {},
    ...ticks.flatMap((value) => {
      const y = placeY(plot, value);
      return [
        line([plot.left, y], [right, y], { class: value === 0 ? 'base' : 'grid' }),
        label(format(value), plot.left - 8, y + 4, { 'text-anchor': 'end' }),
      ];
    }),
    label(title, plot.left, plot.top - 14, { class: 'axis' }),
  );
}

/** Values below the frame, `gap` further down. */
export function drawXAxis(plot: Plot, { title, ticks, format }: Axis, gap = 0): string {
  const bottom = plot.top + plot.height + gap;
  return element(
    'g',
    { 'text-anchor': 'middle' },
    ...ticks.map((value) => label(format(value), placeX(plot, value), bottom + 18)),
    label(title, plot.left + plot.width / 2, bottom + 38, { class: 'axis' }),
  );
}
