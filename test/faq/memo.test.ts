import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { memoize } from '../../faq/memo.ts';

test('what is remembered is what the work gives', () => {
  const remembered = memoize((word) => word.length);
  fc.assert(fc.property(fc.string(), (word) => expect(remembered(word)).toBe(word.length)));
});

test('a word is worked out once', () => {
  let calls = 0;
  const remembered = memoize((word) => `${word}${++calls}`);
  expect([remembered('points'), remembered('points')]).toEqual(['points1', 'points1']);
});

test('ever new and ever longer words are not kept for ever', () => {
  let calls = 0;
  const remembered = memoize(() => ++calls);
  for (const word of ['first', 'x'.repeat(1000), ...Array.from({ length: 5000 }, (_, at) => `w${at}`)]) {
    remembered(word);
  }
  const before = calls;
  remembered('first');
  remembered('x'.repeat(1000));
  expect(calls).toBe(before + 2);
});
