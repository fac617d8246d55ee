import type { LinearModel } from './linear-model.ts';
import type { SparseVector } from './vectorizer.ts';

/** From this share of classes on, a row with a place for every class is quicker to walk than a list of those that count. */
const FULL_ROW_SHARE = 0.3;

/** The rows of features that many classes have a weight for, as those of a sentence's meaning. */
type FullRows = ReadonlyMap<number, Float32Array>;

/** Makes the model ready to score all classes for one vector. */
export function createScorer(model: LinearModel): (vector: SparseVector) => Float64Array {
  const fullRows = spreadFullRows(model);
  return (vector) => scoreClasses(model, fullRows, vector);
}

/** Adds up by ascending feature, so that the sums are the same to the bit whichever way a row is walked. */
function scoreClasses(
  { starts, classes, weights, biases }: LinearModel,
  fullRows: FullRows,
  { indices, weights: values }: SparseVector,
): Float64Array {
  const scores = new Float64Array(biases);
  const fullSize = scores.length * FULL_ROW_SHARE;
  for (let at = 0; at < indices.length; at++) {
    const feature = indices[at] as number;
    const start = starts[feature] as number;
    const end = starts[feature + 1] as number;
    if (end - start >= fullSize) {
      at += addFullRows(scores, fullRows, indices, values, at) - 1;
    } else {
      addRow(scores, classes, weights, start, end, values[at] as number);
    }
  }
  return scores;
}

function addRow(
  scores: Float64Array,
  classes: Uint16Array,
  weights: Float32Array,
  start: number,
  end: number,
  value: number,
): void {
  for (let place = start; place < end; place++) {
    const label = classes[place] as number;
    scores[label] = (scores[label] as number) + value * (weights[place] as number);
  }
}

/** Adds the full row at `at`, or four in one walk where four follow each other, and returns how many. */
function addFullRows(
  scores: Float64Array,
  fullRows: FullRows,
  indices: Int32Array,
  values: Float32Array,
  at: number,
): number {
  const first = fullRows.get(indices[at] as number);
  const second = fullRows.get(indices[at + 1] ?? -1);
  const third = fullRows.get(indices[at + 2] ?? -1);
  const fourth = fullRows.get(indices[at + 3] ?? -1);
  if (!first) return 0;
  const a = values[at] as number;
  if (!second || !third || !fourth) {
    for (let label = 0; label < scores.length; label++) {
      scores[label] = (scores[label] as number) + a * (first[label] as number);
    }
    return 1;
  }
  const b = values[at + 1] as number;
  const c = values[at + 2] as number;
  const d = values[at + 3] as number;
  for (let label = 0; label < scores.length; label++) {
    scores[label] =
      (scores[label] as number) +
      a * (first[label] as number) +
      b * (second[label] as number) +
      c * (third[label] as number) +
      d * (fourth[label] as number);
  }
  return 4;
}

function spreadFullRows({ classCount, starts, classes, weights }: LinearModel): FullRows {
  const rows = new Map<number, Float32Array>();
  for (let feature = 0; feature < starts.length - 1; feature++) {
    const start = starts[feature] as number;
    const end = starts[feature + 1] as number;
    if (end - start < classCount * FULL_ROW_SHARE) continue;
    const row = new Float32Array(classCount);
    for (let place = start; place < end; place++) row[classes[place] as number] = weights[place] as number;
    rows.set(feature, row);
  }
  return rows;
}
