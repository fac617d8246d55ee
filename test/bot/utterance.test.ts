import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanText, isBlank, isTooLong } from '../../bot/utterance.ts';

const anyText = fc.string({ unit: 'binary' });
// Any sequence of UTF-16 code units, broken surrogate pairs included.
const brokenText = fc
  .array(fc.integer({ min: 0, max: 0xffff }))
  .map((units) => String.fromCharCode(...units));

describe('cleaning a text', () => {
  test('leaves nothing to clean', () => {
    fc.assert(
      fc.property(brokenText, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });

  test('makes a text that UTF-8 can carry', () => {
    fc.assert(
      fc.property(brokenText, (text) => {
        const clean = cleanText(text);
        expect(Buffer.from(clean, 'utf8').toString('utf8')).toBe(clean);
      }),
    );
  });

  test('leaves no control character but the line feed and the tab', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(text).replace(/[\n\t]/g, '')).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  test('changes nothing of a text without control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(cleanText(text)).toBe(text);
      }),
    );
  });

  test('counts characters and not the halves of them', () => {
    expect(isTooLong('😀'.repeat(1000))).toBe(false);
    expect(isTooLong('😀'.repeat(1001))).toBe(true);
  });

  test('takes a text without anything to see for blank, and emoji not', () => {
    expect(isBlank('\u200b \n')).toBe(true);
    expect(isBlank('👨‍👩‍👧')).toBe(false);
  });
});
