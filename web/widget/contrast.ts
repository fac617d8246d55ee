type Rgb = readonly [red: number, green: number, blue: number];

const AA_TEXT = 4.5;
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

/** Reads `#rgb` or `#rrggbb`. */
export function parseColour(hex: string): Rgb | undefined {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(hex)?.[1];
  if (!digits) return undefined;
  const size = digits.length / 3;
  const channel = (index: number) =>
    Number.parseInt(digits.slice(index * size, (index + 1) * size).repeat(size === 1 ? 2 : 1), 16);
  return [channel(0), channel(1), channel(2)];
}

/** The contrast ratio of WCAG 2, 1 to 21. */
export function contrastOf(a: Rgb, b: Rgb): number {
  const [lighter, darker] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Black or white, whichever is easier to read on the colour. */
export function textOn(colour: Rgb): Rgb {
  return contrastOf(colour, WHITE) >= contrastOf(colour, BLACK) ? WHITE : BLACK;
}

/** The colour itself where it can be read as text on the surface, or the nearest darker or lighter one that can. */
export function readableOn(surface: Rgb, colour: Rgb): Rgb {
  const towards = textOn(surface);
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(colour, towards, share);
    if (contrastOf(surface, mixed) >= AA_TEXT) return mixed;
  }
  return towards;
}

/** As CSS writes it. */
export function toCss(colour: Rgb): string {
  return `rgb(${colour.map(Math.round).join(' ')})`;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const blend = (a: number, b: number) => a + (b - a) * share;
  return [blend(from[0], to[0]), blend(from[1], to[1]), blend(from[2], to[2])];
}

function luminanceOf(colour: Rgb): number {
  const [red, green, blue] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
