import type { SparseVector } from './vectorizer.ts';

/** Finds, for every class, how near its nearest phrasing lies. */
export interface NearestPhrasings {
  /** Cosine (0 to 1) of each class's nearest phrasing. */
  findCosines(vector: SparseVector): Float64Array;
}

/** An inverted index over the phrasings' vectors, which have length 1, so that a dot product is a cosine. */
export function createNearestPhrasings(
  vectors: readonly SparseVector[],
  labels: readonly number[],
  classCount: number,
  featureCount: number,
): NearestPhrasings {
  const starts = new Int32Array(featureCount + 1);
  for (const { indices } of vectors)
    for (const index of indices) starts[index + 1] = (starts[index + 1] as number) + 1;
  for (let feature = 0; feature < featureCount; feature++) {
    starts[feature + 1] = (starts[feature + 1] as number) + (starts[feature] as number);
  }
  const filled = starts.slice();
  const phrasings = new Int32Array(starts[featureCount] as number);
  const weights = new Float32Array(phrasings.length);
  for (const [number, vector] of vectors.entries()) {
    for (const [at, index] of vector.indices.entries()) {
      const place = filled[index] as number;
      phrasings[place] = number;
      weights[place] = vector.weights[at] as number;
      filled[index] = place + 1;
    }
  }

  return {
    findCosines({ indices, weights: values }) {
      const products = new Float64Array(vectors.length);
      for (let at = 0; at < indices.length; at++) {
        const value = values[at] as number;
        const end = starts[(indices[at] as number) + 1] as number;
        for (let place = starts[indices[at] as number] as number; place < end; place++) {
          const number = phrasings[place] as number;
          products[number] = (products[number] as number) + value * (weights[place] as number);
        }
      }
      const cosines = new Float64Array(classCount);
      for (let number = 0; number < products.length; number++) {
        const label = labels[number] as number;
        if ((products[number] as number) > (cosines[label] as number))
          cosines[label] = products[number] as number;
      }
      return cosines;
    },
  };
}
