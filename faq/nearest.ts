import type { SparseVector } from './vectorizer.ts';

/** Finds how near the nearest phrasing of a class lies. */
export interface NearestPhrasings {
  /** Cosine (0 to 1) of the nearest phrasing of each of `labels`, in their order. */
  findCosines(vector: SparseVector, labels: readonly number[]): readonly number[];
}

/**
 * Compares a question with every phrasing of the classes asked for. Vectors have length 1, so that a dot product
 * is a cosine; the question is spread out over a row of all features once, and each phrasing picks its own.
 */
export function createNearestPhrasings(
  phrasings: readonly SparseVector[],
  labels: readonly number[],
  classCount: number,
  featureCount: number,
): NearestPhrasings {
  const byLabel: SparseVector[][] = Array.from({ length: classCount }, () => []);
  for (const [number, phrasing] of phrasings.entries()) byLabel[labels[number] as number]?.push(phrasing);
  const spread = new Float32Array(featureCount);

  const nearestOf = (label: number): number => {
    let nearest = 0;
    for (const { indices, weights } of byLabel[label] ?? []) {
      let product = 0;
      for (let at = 0; at < indices.length; at++) {
        product += (spread[indices[at] as number] as number) * (weights[at] as number);
      }
      if (product > nearest) nearest = product;
    }
    return nearest;
  };

  return {
    findCosines({ indices, weights }, asked) {
      for (let at = 0; at < indices.length; at++) spread[indices[at] as number] = weights[at] as number;
      const cosines = asked.map(nearestOf);
      for (const index of indices) spread[index] = 0;
      return cosines;
    },
  };
}
