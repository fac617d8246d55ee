/** The smallest of the values that at least the share of all values does not exceed; 0 where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/**
 * The highest threshold that rejects at most the share of the questions; rejected is what lies below it.
 * @param confidences of questions that have an answer
 */
export function chooseThreshold(confidences: readonly number[], mostRejected: number): number {
  const sorted = [...confidences].sort((a, b) => a - b);
  return sorted[Math.floor(mostRejected * sorted.length)] ?? Number.NEGATIVE_INFINITY;
}

/** How many of how many. */
export interface Share {
  readonly hits: number;
  readonly of: number;
}

/** Counts the items that pass. */
export function shareOf<T>(items: readonly T[], isHit: (item: T) => boolean): Share {
  return { hits: items.filter(isHit).length, of: items.length };
}
