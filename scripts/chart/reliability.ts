import { formatShare } from '../interval.ts';
import type { Forecast } from './forecast.ts';

/** The forecasts with a confidence in one tenth of the scale. */
export interface Bin {
  /** The confidences at its ends; 1 belongs to the last bin. */
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly right: number;
  /** Where in the bin the forecasts lie; its middle where there are none. */
  readonly meanConfidence: number;
}

const BINS = 10;

/** Sorts forecasts into tenths by their confidence. */
export function binForecasts(forecasts: readonly Forecast[]): readonly Bin[] {
  return Array.from({ length: BINS }, (_, place) => {
    const own = forecasts.filter(
      ({ confidence }) => Math.min(Math.floor(confidence * BINS), BINS - 1) === place,
    );
    const sum = own.reduce((all, { confidence }) => all + confidence, 0);
    return {
      from: place / BINS,
      to: (place + 1) / BINS,
      total: own.length,
      right: own.filter(({ isRight }) => isRight).length,
      meanConfidence: own.length === 0 ? (place + 0.5) / BINS : sum / own.length,
    };
  });
}

/** The bins as a table: confidence, its mean, how many, and the share that was right. */
export function formatReliability(bins: readonly Bin[]): string {
  const rows = bins.map(({ from, to, total, right, meanConfidence }) => {
    const ends = `${from.toFixed(1)} to ${to.toFixed(1)}`;
    const mean = total === 0 ? '' : (100 * meanConfidence).toFixed(1);
    return `  ${ends.padEnd(12)} ${mean.padStart(5)} ${String(total).padStart(8)}  ${total === 0 ? '' : formatShare(right, total)}`;
  });
  const head = '  confidence    mean  answers  right, per cent and 95 % interval';
  return `${[head, ...rows].map((row) => row.trimEnd()).join('\n')}\n`;
}
