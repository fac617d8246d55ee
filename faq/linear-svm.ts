import { arrangeByFeature, type ClassWeights, type LinearModel } from './linear-model.ts';
import { chooseOpponents } from './opponents.ts';
import { createSolver } from './svm-solver.ts';
import type { SparseVector } from './vectorizer.ts';

/** How much the middle of a class counts beside its hyperplane. */
const CENTROID_WEIGHT = 1;
/** Smaller weights change no decision, and are most of all. */
const LEAST_WEIGHT = 0.01;
/** Many classes share the room: each keeps its largest weights, so many in all, and at least a few. */
const MOST_WEIGHTS_IN_ALL = 2_000_000;
const FEWEST_WEIGHTS = 250;

/**
 * Trains a linear SVM a class against the rest, and adds the cosine to the middle of the class: the hyperplane
 * knows what tells classes apart, the middle what is common within one.
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
  const solve = createSolver(vectors, featureCount);
  const members = groupByLabel(labels, classCount);
  const opponentsOf = chooseOpponents(vectors, members, featureCount);
  const biases = new Float32Array(classCount);
  const most = Math.max(FEWEST_WEIGHTS, Math.floor(MOST_WEIGHTS_IN_ALL / classCount));
  const found = members.map((own, label): ClassWeights => {
    const weights = solve(labels, label, opponentsOf(label));
    biases[label] = weights[featureCount] as number;
    addMiddle(
      weights,
      own.map((row) => vectors[row] as SparseVector),
    );
    onClass(label + 1);
    return keepLarge(weights.subarray(0, featureCount), most);
  });
  return { classCount, biases, ...arrangeByFeature(found, featureCount) };
}

function groupByLabel(labels: readonly number[], classCount: number): readonly (readonly number[])[] {
  const members: number[][] = Array.from({ length: classCount }, () => []);
  for (const [row, label] of labels.entries()) members[label]?.push(row);
  return members;
}

/** The cosine to the middle is linear in the question, so that it can be part of the weights. */
function addMiddle(weights: Float64Array, own: readonly SparseVector[]): void {
  const middle = new Map<number, number>();
  for (const { indices, weights: values } of own) {
    for (const [at, index] of indices.entries()) {
      middle.set(index, (middle.get(index) ?? 0) + (values[at] as number));
    }
  }
  let squares = 0;
  for (const value of middle.values()) squares += value * value;
  const factor = squares === 0 ? 0 : CENTROID_WEIGHT / Math.sqrt(squares);
  for (const [index, value] of middle) weights[index] = (weights[index] as number) + value * factor;
}

function keepLarge(weights: Float64Array, most: number): ClassWeights {
  const large: number[] = [];
  for (let feature = 0; feature < weights.length; feature++) {
    if (Math.abs(weights[feature] as number) >= LEAST_WEIGHT) large.push(feature);
  }
  const sizeOf = (feature: number) => Math.abs(weights[feature] as number);
  const kept =
    large.length <= most
      ? large
      : large
          .sort((a, b) => sizeOf(b) - sizeOf(a) || a - b)
          .slice(0, most)
          .sort((a, b) => a - b);
  return {
    features: Int32Array.from(kept),
    weights: Float32Array.from(kept, (feature) => weights[feature] as number),
  };
}
