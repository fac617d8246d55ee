/**
 * One-vs-rest weights by feature: those of feature `f` stand from `starts[f]` to `starts[f + 1]`, each with its
 * class. What is not there is 0.
 */
export interface LinearModel {
  readonly classCount: number;
  readonly starts: Int32Array;
  readonly classes: Uint16Array;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** The weights of one class, by ascending feature. */
export interface ClassWeights {
  readonly features: Int32Array;
  readonly weights: Float32Array;
}

/** The weight that a class gives to a feature. */
export function weightOf({ starts, classes, weights }: LinearModel, feature: number, label: number): number {
  for (let place = starts[feature] as number; place < (starts[feature + 1] as number); place++) {
    if (classes[place] === label) return weights[place] as number;
  }
  return 0;
}

/** From the weights of each class to the classes of each feature. */
export function arrangeByFeature(
  found: readonly ClassWeights[],
  featureCount: number,
): Pick<LinearModel, 'starts' | 'classes' | 'weights'> {
  const starts = new Int32Array(featureCount + 1);
  for (const { features } of found) {
    for (const one of features) starts[one + 1] = (starts[one + 1] as number) + 1;
  }
  for (let feature = 0; feature < featureCount; feature++) {
    starts[feature + 1] = (starts[feature + 1] as number) + (starts[feature] as number);
  }
  const next = starts.slice();
  const classes = new Uint16Array(starts[featureCount] as number);
  const weights = new Float32Array(classes.length);
  for (const [label, own] of found.entries()) {
    for (const [at, one] of own.features.entries()) {
      const place = next[one] as number;
      classes[place] = label;
      weights[place] = own.weights[at] as number;
      next[one] = place + 1;
    }
  }
  return { starts, classes, weights };
}
