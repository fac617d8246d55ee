import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseThreshold, percentile, shareOf } from '../../../bench/nlu/figures.ts';

const numbers = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 60 });
const share = fc.double({ noNaN: true, min: 0, max: 1 });

describe('percentile', () => {
  test.each([
    [0.5, 50],
    [0.99, 99],
    [1, 100],
    [0, 1],
  ])('of 1 to 100 at %d is %d', (at, expected) => {
    const values = Array.from({ length: 100 }, (_, number) => 100 - number);
    expect(percentile(values, at)).toBe(expected);
  });

  test('is one of the values, and at least the share of them does not exceed it', () => {
    fc.assert(
      fc.property(numbers, share, (values, at) => {
        const found = percentile(values, at);
        expect(values).toContain(found);
        expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual(
          at * values.length - 1e-9,
        );
      }),
    );
  });

  test('of nothing is 0', () => {
    expect(percentile([], 0.5)).toBe(0);
  });
});

describe('the threshold', () => {
  test('rejects at most the share, and any higher one would reject more', () => {
    fc.assert(
      fc.property(numbers, fc.double({ noNaN: true, min: 0, max: 0.99 }), (confidences, mostRejected) => {
        const threshold = chooseThreshold(confidences, mostRejected);
        const rejectedAt = (limit: number) => confidences.filter((one) => one < limit).length;
        const most = Math.floor(mostRejected * confidences.length);
        expect(rejectedAt(threshold)).toBeLessThanOrEqual(most);
        const higher = confidences.filter((one) => one > threshold);
        if (higher.length > 0) expect(rejectedAt(Math.min(...higher))).toBeGreaterThan(most);
      }),
    );
  });

  test('rejects nothing where there is nothing to choose it from', () => {
    expect(chooseThreshold([], 0.05)).toBe(Number.NEGATIVE_INFINITY);
  });
});

test('a share counts the hits among all', () => {
  expect(shareOf([1, 2, 3, 4], (number) => number > 1)).toEqual({ hits: 3, of: 4 });
});
