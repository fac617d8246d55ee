export type Rgb = readonly [red: number, green: number, blue: number];

export const WHITE: Rgb = [255, 255, 255];
export const BLACK: Rgb = [0, 0, 0];

/** On what is lighter than this, black is easier to read than white. */
const EVEN_LUMINANCE = 0.1791;

/** Reads `#rgb` or `#rrggbb`. */
export function parseColour(hex = ''): Rgb | undefined {
  const channels = /^#(..)(..)(..)$/.exec(hex) ?? /^#(.)(.)(.)$/.exec(hex);
  const [, red, green, blue] =
    channels?.map((digits) => Number(`0x${digits}${digits[1] ? '' : digits}`)) ?? [];
  return red !== undefined && green !== undefined && blue !== undefined && !Number.isNaN(red + green + blue)
    ? [red, green, blue]
    : undefined;
}

/** Black or white, whichever is easier to read on the colour. */
export function textOn(colour: Rgb): Rgb {
  return luminanceOf(colour) > EVEN_LUMINANCE ? BLACK : WHITE;
}

/** The relative luminance of WCAG 2, 0 to 1. */
export function luminanceOf(colour: Rgb): number {
  const light = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * light(colour[0]) + 0.7152 * light(colour[1]) + 0.0722 * light(colour[2]);
}

/** As CSS writes it. */
export function toCss(colour: Rgb): string {
  return `rgb(${colour.map(Math.round)})`;
}
