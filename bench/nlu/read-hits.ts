import type { Reading } from './contestant.ts';

/** One hit of a search: the class of the example that was found, or none where it is one without an answer. */
export interface Hit {
  readonly label: string | undefined;
  /** Higher is better. */
  readonly similarity: number;
}

/**
 * The reading of a search's hits: the best one with an answer, as sure as it is similar. Where an example without an
 * answer is more similar still, its lead is taken off, so that such examples help to reject.
 */
export function readHits(hits: readonly Hit[]): Reading {
  const answerable = best(hits.filter(({ label }) => label !== undefined));
  if (!answerable) return { label: undefined, confidence: 0 };
  const unanswerable = best(hits.filter(({ label }) => label === undefined));
  const lead = Math.max(0, (unanswerable?.similarity ?? 0) - answerable.similarity);
  return { label: answerable.label, confidence: answerable.similarity - lead };
}

function best(hits: readonly Hit[]): Hit | undefined {
  return hits.reduce<Hit | undefined>(
    (leader, hit) => (leader && leader.similarity >= hit.similarity ? leader : hit),
    undefined,
  );
}
