import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalize, toKey } from '../../faq/index.ts';

describe('normalize', () => {
  test.each([
    ['Ｐｏｉｎｔｓ？', 'points', 'full width'],
    ['發票幾時開', '发票几时开', 'traditional characters'],
    ["didn't", 'didnt', 'apostrophes'],
    ['café', 'cafe', 'diacritics'],
    ['1999 yuan', '00 yuan', 'digits'],
    ['sooooo long', 'soo long', 'runs of a character'],
    ['发票!!!在哪...', '发票 在哪', 'punctuation'],
    ['😀👍', '', 'emoji'],
  ])('brings %j to %j: %3$s', (utterance, question) => {
    expect(normalize(utterance)).toBe(question);
  });

  test('is the same when done twice, for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = normalize(text);
        expect(normalize(once)).toBe(once);
      }),
    );
  });

  test('takes strings with half a surrogate pair', () => {
    expect(toKey('发票\uD83D怎么开')).toBe('发票怎么开');
  });
});
