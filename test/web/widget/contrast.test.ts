import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contrastOf, parseColour, readableOn, textOn, toCss } from '../../../web/widget/contrast.ts';

const channel = fc.integer({ min: 0, max: 255 });
const colour = fc.tuple(channel, channel, channel);

describe('the colours of an accent', () => {
  it('reads short and long hexadecimal colours and nothing else', () => {
    expect(parseColour('#0F6a5f')).toEqual([15, 106, 95]);
    expect(parseColour('#fa0')).toEqual([255, 170, 0]);
    expect(['teal', '#12', '#12345g', 'red;}', '#1234567'].map(parseColour)).toEqual(
      Array(5).fill(undefined),
    );
  });

  it('measures contrast as WCAG does', () => {
    expect(contrastOf([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
    expect(contrastOf([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
  });

  it('keeps text readable on every accent, and every accent readable as text', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        expect(contrastOf(accent, textOn(accent))).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf([255, 255, 255], readableOn([255, 255, 255], accent))).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf([27, 32, 30], readableOn([27, 32, 30], accent))).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('leaves an accent alone that is readable already', () => {
    expect(toCss(readableOn([255, 255, 255], [15, 106, 95]))).toBe('rgb(15 106 95)');
  });
});
