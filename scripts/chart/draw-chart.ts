import { drawCoverage } from './draw-coverage.ts';
import { drawReliability } from './draw-reliability.ts';
import type { Series } from './series.ts';
import { element, label } from './svg.ts';

const WIDTH = 980;
const HEIGHT = 490;

/** Half way between white and black, so that one picture is read on light and dark pages; blue and orange are told apart by all. */
const STYLE = `
text{font:12px system-ui,-apple-system,"Segoe UI",sans-serif;fill:#747b85}
.heading{font-size:16px;font-weight:600}
.axis{font-size:12px}
.count{font-size:9px}
.value{fill:var(--ink);font-weight:600}
.grid{stroke:#747b85;stroke-opacity:.22}
.base{stroke:#747b85}
.ideal{stroke:#747b85;stroke-dasharray:4 4}
.zh{--ink:#e8590c}
.en{--ink:#3b82f6}
.key{--ink:#747b85}
.fill{fill:var(--ink)}
.hollow{fill:none;stroke:var(--ink);stroke-width:2.5}
.interval{stroke:var(--ink);stroke-width:2;stroke-opacity:.55}
.curve{fill:none;stroke:var(--ink);stroke-width:2;stroke-linejoin:round}
`;

/** The whole picture as an SVG file. */
export function drawChart(series: readonly Series[]): string {
  const picture = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-label': 'How reliable the confidence of an answer is, and what more answers cost',
    },
    `<style>${STYLE}</style>`,
    drawLegend(series),
    drawReliability(series),
    drawCoverage(series),
  );
  return `${picture.replaceAll('><', '>\n<')}\n`;
}

function drawLegend(series: readonly Series[]): string {
  return element(
    'g',
    {},
    ...series.flatMap(({ className, name, total }, place) => {
      const left = 60 + place * 190;
      return [
        element('g', { class: className }, element('circle', { cx: left + 5, cy: 20, r: 5, class: 'fill' })),
        label(`${name}, ${total} questions`, left + 16, 24),
      ];
    }),
  );
}
