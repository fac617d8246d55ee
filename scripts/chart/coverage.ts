import type { Forecast } from './forecast.ts';

/** What came of it, had the bot answered from a threshold on; shares of all questions, 0 to 1. */
export interface Coverage {
  readonly threshold: number;
  readonly answered: number;
  readonly wrong: number;
}

/** What a threshold would give. */
export function coverageAt(forecasts: readonly Forecast[], threshold: number): Coverage {
  const answered = forecasts.filter(({ confidence }) => confidence >= threshold);
  const wrong = answered.filter(({ isRight }) => !isRight);
  const total = Math.max(forecasts.length, 1);
  return { threshold, answered: answered.length / total, wrong: wrong.length / total };
}

/** The same for every threshold that makes a difference, from 1, where least is answered, to 0. */
export function coverageCurve(forecasts: readonly Forecast[]): readonly Coverage[] {
  const thresholds = new Set([1, ...forecasts.map(({ confidence }) => confidence), 0]);
  return [...thresholds].sort((a, b) => b - a).map((threshold) => coverageAt(forecasts, threshold));
}
