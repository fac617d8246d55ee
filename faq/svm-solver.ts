import { createRandom, shuffle } from './random.ts';
import type { SparseVector } from './vectorizer.ts';

/** Few examples can be fitted closely; with many, closeness costs time and gains nothing. */
const COST = { few: 3, many: 1 };
const TOLERANCE = { few: 0.05, many: 0.1 };
const MANY_EXAMPLES = 3000;
/** More passes than ten gain a tenth of a point on 15,000 examples, and most of a point on 770. */
const MOST_PASSES = { few: 60, many: 10 };
/** An example this far on the right side of the margin is left out until the others have settled. */
const SAFE_GRADIENT = 0.3;
const SEED = 20251001;

/**
 * Finds the hyperplane between one class and others. The last place of the result is the bias, trained as a
 * feature that is always 1. The result is overwritten by the next call.
 * @param examples the rows that count
 */
export type Solver = (labels: readonly number[], label: number, examples: Int32Array) => Float64Array;

interface Rows {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** All vectors end to end: the inner loop walks them millions of times. */
function toRows(vectors: readonly SparseVector[]): Rows {
  const starts = new Int32Array(vectors.length + 1);
  for (const [row, { indices }] of vectors.entries()) {
    starts[row + 1] = (starts[row] as number) + indices.length;
  }
  const indices = new Int32Array(starts[vectors.length] as number);
  const values = new Float64Array(indices.length);
  for (const [row, vector] of vectors.entries()) {
    indices.set(vector.indices, starts[row]);
    values.set(vector.weights, starts[row]);
  }
  return { starts, indices, values };
}

/**
 * A linear SVM with squared hinge loss by dual coordinate descent with shrinking (Hsieh et al. 2008, "A Dual
 * Coordinate Descent Method for Large-scale Linear SVM"). The order of visits is seeded, so the same input
 * gives the same weights to the bit.
 */
export function createSolver(vectors: readonly SparseVector[], featureCount: number): Solver {
  const { starts, indices, values } = toRows(vectors);
  const size = vectors.length < MANY_EXAMPLES ? 'few' : 'many';
  const weights = new Float64Array(featureCount + 1);
  const alphas = new Float64Array(starts.length - 1);
  const diagonal = 1 / (2 * COST[size]);
  const tolerance = TOLERANCE[size];

  return (labels, label, examples) => {
    const random = createRandom(SEED + label);
    const order = examples.slice();
    weights.fill(0);
    for (const example of order) alphas[example] = 0;
    let active = order.length;
    for (let pass = 0; pass < MOST_PASSES[size]; pass++) {
      shuffle(order, random, active);
      let worst = 0;
      for (let visit = 0; visit < active; visit++) {
        const example = order[visit] as number;
        const sign = labels[example] === label ? 1 : -1;
        const end = starts[example + 1] as number;
        let score = weights[featureCount] as number;
        for (let at = starts[example] as number; at < end; at++) {
          score += (values[at] as number) * (weights[indices[at] as number] as number);
        }
        const alpha = alphas[example] as number;
        const gradient = sign * score - 1 + diagonal * alpha;
        if (alpha === 0 && gradient > SAFE_GRADIENT && pass > 0) {
          active--;
          order[visit--] = order[active] as number;
          order[active] = example;
          continue;
        }
        const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
        worst = Math.max(worst, Math.abs(projected));
        if (Math.abs(projected) < 1e-12) continue;
        // Vectors have length 1, and the bias adds 1: the curvature is 2 plus the diagonal.
        const next = Math.max(alpha - gradient / (2 + diagonal), 0);
        const step = (next - alpha) * sign;
        alphas[example] = next;
        for (let at = starts[example] as number; at < end; at++) {
          const index = indices[at] as number;
          weights[index] = (weights[index] as number) + step * (values[at] as number);
        }
        weights[featureCount] = (weights[featureCount] as number) + step;
      }
      if (worst >= tolerance) continue;
      if (active === order.length) break;
      active = order.length;
    }
    return weights;
  };
}
