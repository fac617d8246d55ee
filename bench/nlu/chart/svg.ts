/** A piece of an SVG document. */
export type Svg = string;

/** An element with attributes; numbers are cut to a tenth of a pixel. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly Svg[]
): Svg {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeText(value)}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** A line of text, its baseline at `y`. */
export function label(text: string, x: number, y: number, className: string, anchor = 'start'): Svg {
  return element('text', { x, y, class: className, 'text-anchor': anchor }, escapeText(text));
}

/** A straight line. */
export function stroke(x1: number, y1: number, x2: number, y2: number, className: string): Svg {
  return element('line', { x1, y1, x2, y2, class: className });
}

/** A place on the page for a value. */
export type Scale = (value: number) => number;

/** Equal steps of value are equal steps on the page. */
export function linearScale(from: number, to: number, start: number, end: number): Scale {
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

/** Equal ratios of value are equal steps on the page. */
export function logScale(from: number, to: number, start: number, end: number): Scale {
  const linear = linearScale(Math.log10(from), Math.log10(to), start, end);
  return (value) => linear(Math.log10(value));
}

export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
