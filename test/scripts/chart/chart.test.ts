import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coverageAt, coverageCurve } from '../../../scripts/chart/coverage.ts';
import { drawChart } from '../../../scripts/chart/draw-chart.ts';
import { binForecasts, formatReliability } from '../../../scripts/chart/reliability.ts';
import { toSeries } from '../../../scripts/chart/series.ts';
import { element, label } from '../../../scripts/chart/svg.ts';

const forecasts = fc.array(
  fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), isRight: fc.boolean() }),
);

describe('the bins', () => {
  test('hold every forecast once, where its confidence belongs', () => {
    fc.assert(
      fc.property(forecasts, (all) => {
        const bins = binForecasts(all);
        expect(bins.reduce((sum, { total }) => sum + total, 0)).toBe(all.length);
        expect(bins.reduce((sum, { right }) => sum + right, 0)).toBe(
          all.filter(({ isRight }) => isRight).length,
        );
        for (const { from, to, meanConfidence } of bins) {
          expect(meanConfidence).toBeGreaterThanOrEqual(from - 1e-9);
          expect(meanConfidence).toBeLessThanOrEqual(to + 1e-9);
        }
      }),
    );
  });

  test('are a table of ten rows, a certain answer in the last', () => {
    const table = formatReliability(binForecasts([{ confidence: 1, isRight: true }]))
      .trimEnd()
      .split('\n');
    expect(table).toHaveLength(11);
    expect(table[10]).toBe('  0.9 to 1.0   100.0        1  100.0 (20.7 to 100.0)');
    expect(table[1]).toBe('  0.0 to 0.1                0');
  });
});

describe('the coverage', () => {
  test('grows, and the wrong answers with it, as the threshold falls from 1 to 0', () => {
    fc.assert(
      fc.property(forecasts, (all) => {
        const curve = coverageCurve(all);
        expect([curve[0]?.threshold, curve.at(-1)?.threshold]).toEqual([1, 0]);
        for (const [place, { threshold, answered, wrong }] of curve.entries()) {
          const before = curve[place - 1] ?? { threshold: 2, answered: 0, wrong: 0 };
          expect(threshold).toBeLessThan(before.threshold);
          expect(answered).toBeGreaterThanOrEqual(before.answered);
          expect(wrong).toBeGreaterThanOrEqual(before.wrong);
          expect(wrong).toBeLessThanOrEqual(answered);
        }
      }),
    );
  });

  test('answers what is as sure as the threshold', () => {
    const two = [
      { confidence: 0.7, isRight: false },
      { confidence: 0.6, isRight: true },
    ];
    expect(coverageAt(two, 0.7)).toEqual({ threshold: 0.7, answered: 0.5, wrong: 0.5 });
  });
});

describe('the picture', () => {
  test('escapes what it is given', () => {
    expect(label('a < b & "c"', 1, 2.04)).toBe('<text x="1" y="2">a &lt; b &amp; &quot;c&quot;</text>');
    expect(element('rect', { id: '"' })).toBe('<rect id="&quot;"/>');
  });

  test('shows both languages, and is the same for the same figures', () => {
    const draw = () =>
      drawChart([
        toSeries('zh', [{ confidence: 0.95, isRight: true }], { answerAt: 0.7, clarifyAt: 0.3 }),
        toSeries('en', [{ confidence: 0.2, isRight: false }], { answerAt: 0.8, clarifyAt: 0.4 }),
      ]);
    const picture = draw();
    expect(draw()).toBe(picture);
    for (const text of ['Chinese, 1 questions', 'English, 1 questions', '>0.70<', '>0.40<']) {
      expect(picture).toContain(text);
    }
    expect(picture).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('can be drawn of nothing', () => {
    const empty = toSeries('zh', [], { answerAt: 1, clarifyAt: 1 });
    expect(drawChart([empty])).not.toMatch(/NaN|undefined|Infinity/);
  });
});
