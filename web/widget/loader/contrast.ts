import { luminanceOf, type Rgb, textOn } from './colour.ts';

/** AA asks for 4.5; what is readable so on one surface is still readable on the tints beside it. */
const AA_WITH_MARGIN = 5.4;

/** The contrast ratio of WCAG 2, 1 to 21. */
export function contrastOf(a: Rgb, b: Rgb): number {
  const [darker = 0, lighter = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The colour itself where it can be read as text on the surface, or the nearest darker or lighter one that can. */
export function readableOn(surface: Rgb, colour: Rgb): Rgb {
  const towards = textOn(surface);
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(colour, towards, share);
    if (contrastOf(surface, mixed) >= AA_WITH_MARGIN) return mixed;
  }
  return towards;
}

/** A tint of the surface, for what is chosen or pointed at. */
export function softOn(surface: Rgb, colour: Rgb): Rgb {
  return mix(surface, colour, 0.09);
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const blend = (a: number, b: number) => a + (b - a) * share;
  return [blend(from[0], to[0]), blend(from[1], to[1]), blend(from[2], to[2])];
}
