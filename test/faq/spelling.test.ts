import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createSpeller, slipsBetween } from '../../faq/spelling.ts';

const speller = createSpeller(
  new Map([
    ['invoice', 9],
    ['refund', 5],
    ['verification', 3],
    ['points', 8],
  ]),
);

describe('the speller', () => {
  test.each([
    ['invocie', 'invoice', 'two letters swapped'],
    ['refnd', 'refund', 'a letter left out'],
    ['verifcaton', 'verification', 'two slips in a long word'],
  ])('reads %s as %s: %3$s', (typed, meant) => {
    expect(speller.findCorrection(typed)).toBe(meant);
  });

  test.each(['paints', 'pts', 'invoice', 'zzzzzz'])('leaves %s as it is', (typed) => {
    expect(speller.findCorrection(typed)).toBeUndefined();
  });
});

describe('slipsBetween', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });

  test('is symmetric, and 0 only for the same word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slipsBetween(a, b)).toBe(slipsBetween(b, a));
        expect(slipsBetween(a, b) === 0).toBe(a === b);
      }),
    );
  });

  test('counts a transposition as one slip', () => {
    expect(slipsBetween('abcd', 'abdc')).toBe(1);
  });
});
