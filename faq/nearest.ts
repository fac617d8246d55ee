import type { SparseVector } from './vectorizer.ts';

/** Finds how near the nearest phrasing of a class lies. */
export interface NearestPhrasings {
  /** Cosine (0 to 1) of the nearest phrasing of each of `labels`, in their order. */
  findCosines(vector: SparseVector, labels: readonly number[]): readonly number[];
}

/** Where each feature stands: those of feature `f` from `starts[f]` to `starts[f + 1]`, by phrasing. */
interface Postings {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly weights: Float32Array;
}

/**
 * Compares a question with every phrasing. Vectors have length 1, so that a dot product is a cosine; only phrasings
 * that share a feature with the question are touched, by way of an index from features to phrasings.
 */
export function createNearestPhrasings(
  phrasings: readonly SparseVector[],
  labels: readonly number[],
  classCount: number,
  featureCount: number,
): NearestPhrasings {
  const { starts, rows, weights } = indexByFeature(phrasings, featureCount);
  const members: number[][] = Array.from({ length: classCount }, () => []);
  for (const [row, label] of labels.entries()) members[label]?.push(row);
  const products = new Float64Array(phrasings.length);

  const nearestOf = (label: number): number => {
    let nearest = 0;
    for (const row of members[label] as number[]) {
      const product = products[row] as number;
      if (product > nearest) nearest = product;
    }
    return nearest;
  };

  return {
    findCosines(vector, asked) {
      products.fill(0);
      for (let at = 0; at < vector.indices.length; at++) {
        const feature = vector.indices[at] as number;
        const value = vector.weights[at] as number;
        const end = starts[feature + 1] as number;
        for (let place = starts[feature] as number; place < end; place++) {
          const row = rows[place] as number;
          products[row] = (products[row] as number) + value * (weights[place] as number);
        }
      }
      return asked.map(nearestOf);
    },
  };
}

function indexByFeature(phrasings: readonly SparseVector[], featureCount: number): Postings {
  const starts = new Int32Array(featureCount + 1);
  for (const { indices } of phrasings) {
    for (const feature of indices) starts[feature + 1] = (starts[feature + 1] as number) + 1;
  }
  for (let feature = 0; feature < featureCount; feature++) {
    starts[feature + 1] = (starts[feature + 1] as number) + (starts[feature] as number);
  }
  const next = starts.slice();
  const rows = new Int32Array(starts[featureCount] as number);
  const weights = new Float32Array(rows.length);
  for (const [row, phrasing] of phrasings.entries()) {
    for (const [at, feature] of phrasing.indices.entries()) {
      const place = next[feature] as number;
      rows[place] = row;
      weights[place] = phrasing.weights[at] as number;
      next[feature] = place + 1;
    }
  }
  return { starts, rows, weights };
}
