import { createRandom, shuffle } from './random.ts';
import type { SparseVector } from './vectorizer.ts';

/** One-vs-rest weights, feature-major: `weights[feature * classCount + class]`, and a bias a class. */
export interface LinearModel {
  readonly classCount: number;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

const COST = 1;
const TOLERANCE = 0.1;
const MOST_PASSES = 30;
const SEED = 20251001;

/**
 * Trains a linear SVM with squared hinge loss a class by dual coordinate descent
 * (Hsieh et al. 2008, "A Dual Coordinate Descent Method for Large-scale Linear SVM").
 * The order of visits is seeded, so the same input gives the same weights to the bit.
 * @param labels the class of each vector, from 0 to `classCount - 1`
 * @param onClass called after each class, for progress
 */
export function trainLinearModel(
  vectors: readonly SparseVector[],
  labels: readonly number[],
  classCount: number,
  featureCount: number,
  onClass: (done: number) => void = () => undefined,
): LinearModel {
  const weights = new Float32Array(featureCount * classCount);
  const biases = new Float32Array(classCount);
  for (let label = 0; label < classCount; label++) {
    const one = trainOneClass(vectors, labels, label, featureCount);
    for (let feature = 0; feature < featureCount; feature++) {
      weights[feature * classCount + label] = one[feature] as number;
    }
    biases[label] = one[featureCount] as number;
    onClass(label + 1);
  }
  return { classCount, weights, biases };
}

/** The scores of all classes for one vector. */
export function scoreClasses(model: LinearModel, vector: SparseVector): Float64Array {
  const { classCount, weights, biases } = model;
  const scores = Float64Array.from(biases);
  const { indices, weights: values } = vector;
  for (let at = 0; at < indices.length; at++) {
    const value = values[at] as number;
    const row = (indices[at] as number) * classCount;
    for (let label = 0; label < classCount; label++) {
      scores[label] = (scores[label] as number) + value * (weights[row + label] as number);
    }
  }
  return scores;
}

/** The last place of the result is the bias, trained as a feature that is always 1. */
function trainOneClass(
  vectors: readonly SparseVector[],
  labels: readonly number[],
  label: number,
  featureCount: number,
): Float64Array {
  const random = createRandom(SEED + label);
  const weights = new Float64Array(featureCount + 1);
  const alphas = new Float64Array(vectors.length);
  const diagonal = 1 / (2 * COST);
  const order = Int32Array.from(vectors, (_, number) => number);

  for (let pass = 0; pass < MOST_PASSES; pass++) {
    shuffle(order, random);
    let worst = 0;
    for (const number of order) {
      const { indices, weights: values } = vectors[number] as SparseVector;
      const sign = labels[number] === label ? 1 : -1;
      let score = weights[featureCount] as number;
      for (let at = 0; at < indices.length; at++) {
        score += (values[at] as number) * (weights[indices[at] as number] as number);
      }
      const alpha = alphas[number] as number;
      const gradient = sign * score - 1 + diagonal * alpha;
      const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
      worst = Math.max(worst, Math.abs(projected));
      if (Math.abs(projected) < 1e-12) continue;
      // Vectors have length 1, and the bias adds 1: the curvature is 2 plus the diagonal.
      const next = Math.max(alpha - gradient / (2 + diagonal), 0);
      const step = (next - alpha) * sign;
      alphas[number] = next;
      for (let at = 0; at < indices.length; at++) {
        const index = indices[at] as number;
        weights[index] = (weights[index] as number) + step * (values[at] as number);
      }
      weights[featureCount] = (weights[featureCount] as number) + step;
    }
    if (worst < TOLERANCE) break;
  }
  return weights;
}
