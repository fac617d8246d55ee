import { describe, expect, test } from '@jest/globals';
import { chineseTerms } from '../../../bench/nlu/chinese-terms.ts';
import { readHits } from '../../../bench/nlu/read-hits.ts';

describe('the reading of hits', () => {
  test('is the best hit with an answer', () => {
    const hits = [
      { label: 'a', similarity: 0.4 },
      { label: 'b', similarity: 0.7 },
    ];
    expect(readHits(hits)).toEqual({ label: 'b', confidence: 0.7 });
  });

  test('is less sure by the lead of a hit without an answer', () => {
    const hits = [
      { label: undefined, similarity: 0.75 },
      { label: 'b', similarity: 0.5 },
    ];
    expect(readHits(hits)).toEqual({ label: 'b', confidence: 0.25 });
  });

  test('does not mind a hit without an answer that is behind', () => {
    const hits = [
      { label: 'b', similarity: 0.5 },
      { label: undefined, similarity: 0.25 },
    ];
    expect(readHits(hits)).toEqual({ label: 'b', confidence: 0.5 });
  });

  test.each([[[]], [[{ label: undefined, similarity: 0.9 }]]])(
    'of nothing with an answer is none',
    (hits) => {
      expect(readHits(hits)).toEqual({ label: undefined, confidence: 0 });
    },
  );
});

describe('Chinese terms', () => {
  test('are characters and pairs, a Latin word or number being one', () => {
    expect(chineseTerms('用Visa付2件？')).toEqual([
      '用',
      'visa',
      '付',
      '2',
      '件',
      '用visa',
      'visa付',
      '付2',
      '2件',
    ]);
  });

  test('of nothing are none', () => {
    expect(chineseTerms(' ？')).toEqual([]);
  });
});
