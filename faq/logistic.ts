/** A logistic regression over standardized inputs. */
export interface LogisticModel {
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
}

export interface LogisticExample {
  readonly inputs: readonly number[];
  readonly isTrue: boolean;
  readonly weight: number;
}

const RIDGE = 1;
const PASSES = 60;

/** Trains by Newton's method with a ridge penalty; deterministic. */
export function trainLogistic(examples: readonly LogisticExample[]): LogisticModel {
  const width = examples[0]?.inputs.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => column);
  const total = examples.reduce((sum, example) => sum + example.weight, 0);
  const average = (of: (example: LogisticExample) => number) =>
    examples.reduce((sum, example) => sum + example.weight * of(example), 0) / total;
  const means = columns.map((column) => average(({ inputs }) => inputs[column] as number));
  const deviations = columns.map((column) =>
    Math.max(
      Math.sqrt(average(({ inputs }) => ((inputs[column] as number) - (means[column] as number)) ** 2)),
      1e-6,
    ),
  );
  const rows = examples.map(({ inputs }) => [
    ...inputs.map((input, column) => (input - (means[column] as number)) / (deviations[column] as number)),
    1,
  ]);

  let solution: number[] = new Array(width + 1).fill(0);
  for (let pass = 0; pass < PASSES; pass++) {
    const gradient = solution.map((value, at) => (at < width ? -RIDGE * value : 0));
    const hessian = solution.map((_, at) =>
      solution.map((__, other) => (at === other ? (at < width ? RIDGE : 1e-9) : 0)),
    );
    for (const [number, row] of rows.entries()) {
      const { isTrue, weight } = examples[number] as LogisticExample;
      const probability = sigmoid(dot(row, solution));
      const slope = weight * ((isTrue ? 1 : 0) - probability);
      const curvature = weight * probability * (1 - probability);
      for (let at = 0; at <= width; at++) {
        gradient[at] = (gradient[at] as number) + slope * (row[at] as number);
        const hessianRow = hessian[at] as number[];
        for (let other = 0; other <= width; other++) {
          hessianRow[other] =
            (hessianRow[other] as number) + curvature * (row[at] as number) * (row[other] as number);
        }
      }
    }
    const step = solve(hessian, gradient);
    solution = solution.map((value, at) => value + (step[at] as number));
    if (step.every((value) => Math.abs(value) < 1e-9)) break;
  }
  return { means, deviations, weights: solution.slice(0, width), bias: solution[width] as number };
}

/** The probability, 0 to 1, that the model gives to the inputs. */
export function predictLogistic(model: LogisticModel, inputs: readonly number[]): number {
  let score = model.bias;
  for (const [at, input] of inputs.entries()) {
    score +=
      ((input - (model.means[at] as number)) / (model.deviations[at] as number)) *
      (model.weights[at] as number);
  }
  return sigmoid(score);
}

function sigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] as number), 0);
}

/** Gaussian elimination with partial pivoting; the matrix is small and positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] as number]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    }
    const top = rows[pivot] as number[];
    rows[pivot] = rows[column] as number[];
    rows[column] = top;
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const current = rows[row] as number[];
      const factor = (current[column] as number) / (top[column] as number);
      for (let at = column; at <= size; at++)
        current[at] = (current[at] as number) - factor * (top[at] as number);
    }
  }
  return rows.map((row, at) => (row[size] as number) / (row[at] as number));
}
