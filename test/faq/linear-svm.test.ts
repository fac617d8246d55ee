import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { trainLinearModel } from '../../faq/linear-svm.ts';
import { predictLogistic, trainLogistic } from '../../faq/logistic.ts';
import { createRandom, shuffle } from '../../faq/random.ts';
import { createScorer } from '../../faq/scorer.ts';

const axis = (index: number) => ({
  indices: Int32Array.of(index),
  weights: Float32Array.of(1),
  knownShare: 1,
});

test('classes that lie apart are told apart', () => {
  const vectors = [0, 1, 2, 0, 1, 2].map(axis);
  const model = trainLinearModel(vectors, [0, 1, 2, 0, 1, 2], 3, 3);
  for (const label of [0, 1, 2]) {
    const scores = [...createScorer(model)(axis(label))];
    expect(scores.indexOf(Math.max(...scores))).toBe(label);
  }
});

test('training twice gives the same weights to the bit', () => {
  const vectors = [0, 1, 2, 3, 1, 2].map(axis);
  const train = () => trainLinearModel(vectors, [0, 1, 1, 0, 1, 0], 2, 4).weights;
  expect(train()).toEqual(train());
});

test('the logistic regression gives the share of true examples where the input says nothing', () => {
  const examples = [true, true, true, false].map((isTrue) => ({ inputs: [1], isTrue, weight: 1 }));
  expect(predictLogistic(trainLogistic(examples), [1])).toBeCloseTo(0.75, 5);
});

test('a shuffle keeps every item, and the same seed gives the same order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
      const shuffled = shuffle([...items], createRandom(seed));
      expect([...shuffled].sort()).toEqual([...items].sort());
      expect(shuffle([...items], createRandom(seed))).toEqual(shuffled);
    }),
  );
});
