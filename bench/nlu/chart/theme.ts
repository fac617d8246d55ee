import { element, type Svg } from './svg.ts';

/** How a contestant looks: a colour on light and on dark ground, and a shape for those who see colours alike. */
interface Look {
  readonly title: string;
  readonly light: string;
  readonly dark: string;
  readonly shape: 'circle' | 'square' | 'triangle' | 'diamond' | 'down';
}

const LOOKS: Readonly<Record<string, Look>> = {
  ours: { title: 'this project', light: '#0f766e', dark: '#2dd4bf', shape: 'circle' },
  'node-nlp': { title: 'nlp.js', light: '#2563eb', dark: '#79a8ff', shape: 'square' },
  natural: { title: 'natural (Bayes)', light: '#b45309', dark: '#f0a33f', shape: 'triangle' },
  minisearch: { title: 'MiniSearch', light: '#7c3aed', dark: '#b79bff', shape: 'diamond' },
  'fuse.js': { title: 'Fuse.js', light: '#be185d', dark: '#f778ba', shape: 'down' },
};

/** The contestants that a chart can show, in the order of the legend. */
export const SHOWN_CONTESTANTS = Object.keys(LOOKS);

export const OURS = 'ours';

export function titleOf(contestant: string): string {
  return LOOKS[contestant]?.title ?? contestant;
}

/** The class of what is drawn in the contestant's colour. */
export function classOf(contestant: string): string {
  return `c${SHOWN_CONTESTANTS.indexOf(contestant)}`;
}

/** The contestant's mark; this project's is larger. */
export function mark(contestant: string, x: number, y: number): Svg {
  const size = contestant === OURS ? 6 : 4.5;
  const attributes = { class: `mark ${classOf(contestant)}` };
  const polygon = (...corners: readonly (readonly [number, number])[]) =>
    element('path', {
      ...attributes,
      d: `M${corners.map(([dx, dy]) => `${(x + dx * size).toFixed(1)} ${(y + dy * size).toFixed(1)}`).join('L')}Z`,
    });
  switch (LOOKS[contestant]?.shape) {
    case 'square':
      return polygon([-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]);
    case 'triangle':
      return polygon([0, -1.1], [1.1, 0.9], [-1.1, 0.9]);
    case 'diamond':
      return polygon([0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]);
    case 'down':
      return polygon([0, 1.1], [1.1, -0.9], [-1.1, -0.9]);
    default:
      return element('circle', { ...attributes, cx: x, cy: y, r: size });
  }
}

/**
 * The style sheet. The chart brings its own ground, light or dark as the reader's system is, so that it can be read
 * on any page.
 */
export function styleSheet(): Svg {
  const colours = (ground: 'light' | 'dark') =>
    SHOWN_CONTESTANTS.map((name) => {
      const colour = LOOKS[name]?.[ground] ?? '';
      return `.${classOf(name)}{fill:${colour};stroke:${colour}}`;
    }).join('');
  const rules = `
text{font-family:-apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;font-size:12px}
.title{font-size:18px;font-weight:600}.panel{font-size:14px;font-weight:600}.strong{font-weight:600}
.small{font-size:11px}.ground{fill:#ffffff;stroke:#d1d9e0}.ink{fill:#1f2328}.soft{fill:#59636e}
.grid{stroke:#eaeef2;stroke-width:1}.row{stroke:#d1d9e0;stroke-width:1;stroke-dasharray:1 3}
.mark{stroke:#ffffff;stroke-width:1}.line{fill:none;stroke-width:1.75}.span{stroke-width:2;opacity:.45}
${colours('light')}.mark{stroke:#ffffff}.line{fill:none}
@media (prefers-color-scheme:dark){.ground{fill:#0d1117;stroke:#3d444d}.ink{fill:#f0f6fc}.soft{fill:#9198a1}
.grid{stroke:#21262d}.row{stroke:#3d444d}${colours('dark')}.mark{stroke:#0d1117}.line{fill:none}}
`;
  return `<style>${rules}</style>`;
}
