import type { Figures, Results } from '../results.ts';
import { SHOWN_CONTESTANTS } from './theme.ts';

/** What a contestant did on a set. */
export interface Point {
  readonly contestant: string;
  readonly figures: Figures;
}

/** The contestants that finished a set, in the order of the legend. */
export function listPoints({ contests }: Results, set: string): readonly Point[] {
  return SHOWN_CONTESTANTS.flatMap((contestant) => {
    const outcome = contests.find((one) => one.set === set && one.contestant === contestant)?.outcome;
    return outcome?.status === 'done' ? [{ contestant, figures: outcome.figures }] : [];
  });
}

/** A share in per cent. */
export function percentOf({ hits, of }: { readonly hits: number; readonly of: number }): number {
  return of === 0 ? 0 : (100 * hits) / of;
}
