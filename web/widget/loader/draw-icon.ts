const SVG = 'http://www.w3.org/2000/svg';

/** Draws a path on 24 units, element by element: a page may forbid parsing HTML. */
export function drawIcon(path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const line = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
