import { createRandom } from './random.ts';
import type { SparseVector } from './vectorizer.ts';

/** Up to this many (examples x classes) every class is trained against all others. */
const SMALL_ENOUGH = 200_000;
/**
 * Beyond, each class meets the examples that look most like its own, and a third as many that need not: so
 * many in all classes together, within bounds. 1,500 lose nothing against all on 15,000 examples of 150 classes.
 */
const NEAREST_IN_ALL = 450_000;
const FEWEST_NEAREST = 300;
const MOST_NEAREST = 1500;
const RANDOM_SHARE = 1 / 3;
/** The class's most telling features; those that a tenth of all examples share tell nothing. */
const TELLING_FEATURES = 40;
const COMMON_SHARE = 0.1;
const SEED = 11;

/**
 * The examples that the hyperplane of each class is trained on, its own among them. All of them where the
 * corpus is small; in a large one nearly all lie far away and never matter to the result.
 * @param members the rows of each class
 */
export function chooseOpponents(
  vectors: readonly SparseVector[],
  members: readonly (readonly number[])[],
  featureCount: number,
): (label: number) => Int32Array {
  if (vectors.length * members.length <= SMALL_ENOUGH) {
    const all = Int32Array.from(vectors, (_, row) => row);
    return () => all;
  }
  const nearest = Math.round(
    Math.min(MOST_NEAREST, Math.max(FEWEST_NEAREST, NEAREST_IN_ALL / members.length)),
  );
  const rowsByFeature = indexRows(vectors, featureCount);
  const likeness = new Float64Array(vectors.length);
  return (label) => {
    const own = members[label] ?? [];
    const chosen = new Set(own);
    for (const row of findAlike(vectors, own, rowsByFeature, likeness, nearest)) chosen.add(row);
    const random = createRandom(SEED + label);
    for (let drawn = 0; drawn < nearest * RANDOM_SHARE; drawn++) {
      chosen.add(Math.floor(random() * vectors.length));
    }
    return Int32Array.from(chosen).sort();
  };
}

function indexRows(vectors: readonly SparseVector[], featureCount: number): readonly Int32Array[] {
  const counts = new Int32Array(featureCount);
  for (const { indices } of vectors)
    for (const index of indices) counts[index] = (counts[index] as number) + 1;
  const most = vectors.length * COMMON_SHARE;
  const none = new Int32Array(0);
  const rows = Array.from(counts, (count) => (count <= most ? new Int32Array(count) : none));
  counts.fill(0);
  for (const [row, { indices }] of vectors.entries()) {
    for (const index of indices) {
      const list = rows[index] as Int32Array;
      if (list.length === 0) continue;
      list[counts[index] as number] = row;
      counts[index] = (counts[index] as number) + 1;
    }
  }
  return rows;
}

function findAlike(
  vectors: readonly SparseVector[],
  own: readonly number[],
  rowsByFeature: readonly Int32Array[],
  likeness: Float64Array,
  count: number,
): readonly number[] {
  const sums = new Map<number, number>();
  for (const row of own) {
    const { indices, weights } = vectors[row] as SparseVector;
    for (const [at, index] of indices.entries()) {
      if (rowsByFeature[index]?.length) sums.set(index, (sums.get(index) ?? 0) + (weights[at] as number));
    }
  }
  const telling = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, TELLING_FEATURES);
  const touched: number[] = [];
  for (const [index, weight] of telling) {
    for (const row of rowsByFeature[index] as Int32Array) {
      if (likeness[row] === 0) touched.push(row);
      likeness[row] = (likeness[row] as number) + weight;
    }
  }
  const alike = touched
    .sort((a, b) => (likeness[b] as number) - (likeness[a] as number) || a - b)
    .slice(0, count);
  for (const row of touched) likeness[row] = 0;
  return alike;
}
