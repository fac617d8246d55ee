import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseColour, textOn, toCss } from '../../../../web/widget/loader/colour.ts';
import { contrastOf, readableOn, softOn } from '../../../../web/widget/loader/contrast.ts';

const channel = fc.integer({ min: 0, max: 255 });
/** Of each theme: what the panel is of, and what the store's bubbles are of. */
const SURFACES = [
  [
    [255, 255, 255],
    [243, 245, 243],
  ],
  [
    [24, 29, 28],
    [36, 43, 41],
  ],
] as const;
const colour = fc.tuple(channel, channel, channel);

describe('the colours of an accent', () => {
  it('reads short and long hexadecimal colours and nothing else', () => {
    expect(parseColour('#0F6a5f')).toEqual([15, 106, 95]);
    expect(parseColour('#fa0')).toEqual([255, 170, 0]);
    expect(['teal', '#12', '#12345g', 'red;}', '#1234567', '#-1-1-1'].map((hex) => parseColour(hex))).toEqual(
      Array(6).fill(undefined),
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
        for (const [surface, bubble] of SURFACES) {
          const soft = softOn(surface, accent);
          for (const ground of [surface, bubble, soft])
            expect(contrastOf(ground, readableOn(soft, accent))).toBeGreaterThanOrEqual(4.5);
        }
      }),
    );
  });

  it('leaves an accent alone that is readable already', () => {
    expect(toCss(readableOn([255, 255, 255], [15, 106, 95]))).toBe('rgb(15,106,95)');
  });
});
