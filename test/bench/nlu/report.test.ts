import { describe, expect, test } from '@jest/globals';
import { drawChart } from '../../../bench/nlu/chart/draw-chart.ts';
import { formatSet } from '../../../bench/nlu/format-set.ts';
import type { Contest, Figures, Results, SetSummary } from '../../../bench/nlu/results.ts';

const set: SetSummary = {
  id: 'own-zh',
  title: 'Shoes & <more>',
  language: 'zh',
  classes: 3,
  examples: 1200,
  unanswerable: 0,
  validation: 10,
  test: 10,
  outOfScope: 4,
  note: '',
};

const figures: Figures = {
  trainMs: 1500,
  memoryBytes: 2_500_000,
  questionMs: { p50: 0.25, p99: 4 },
  accuracy: { hits: 9, of: 10 },
  rejection: { threshold: 0.3, validation: 10, inScope: { hits: 8, of: 10 }, outOfScope: { hits: 3, of: 4 } },
  slips: [
    { count: 1, accuracy: { hits: 7, of: 10 } },
    { count: 2, accuracy: { hits: 6, of: 10 } },
  ],
};

const contest = (contestant: string, outcome: Contest['outcome']): Contest => ({
  set: 'own-zh',
  contestant,
  settings: 'as it comes',
  outcome,
});
const done = contest('ours', { status: 'done', figures });
const failed = contest('natural', { status: 'failed', reason: 'training took longer than 15 minutes' });

describe('the table of a set', () => {
  const rowOf = (contests: readonly Contest[]) =>
    formatSet(set, contests)
      .split('\n')
      .find((line) => line.startsWith('ours'))
      ?.split(/ +/);

  test('has every figure in its column', () => {
    const row = ['ours', '90.0', '70.0', '60.0', '80.0', '75.0', '0.25', '4.00', '1.50', '2.5'];
    expect(rowOf([done])).toEqual(row);
  });

  test('has a dash where there is no figure', () => {
    const { rejection: _, ...rest } = figures;
    const plain = contest('ours', { status: 'done', figures: { ...rest, slips: [] } });
    expect(rowOf([plain])).toEqual(['ours', '90.0', '-', '-', '-', '-', '0.25', '4.00', '1.50', '2.5']);
  });

  test('says why a contestant has none', () => {
    expect(formatSet(set, [failed])).toContain('training took longer than 15 minutes');
  });

  test('says over how many questions, where time was up', () => {
    const short = contest('ours', { status: 'done', figures: { ...figures, accuracy: { hits: 3, of: 4 } } });
    expect(formatSet(set, [short])).toContain('time was up after 4 of 10 questions');
    expect(formatSet(set, [done])).not.toContain('time was up');
  });
});

describe('the chart', () => {
  const results: Results = {
    node: 'v20',
    processor: '2 x anything',
    versions: {},
    step: 1,
    sets: [set],
    contests: [done, failed],
  };
  const svg = drawChart(results);

  test('escapes what stands in titles', () => {
    expect(svg).toContain('Shoes &amp; &lt;more&gt;');
    expect(svg).not.toContain('<more>');
  });

  test('closes what it opens, and has no place that is no number', () => {
    for (const name of ['svg', 'text', 'style']) {
      expect(svg.match(new RegExp(`<${name}[ >]`, 'g'))?.length).toBe(svg.split(`</${name}>`).length - 1);
    }
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('is drawn without the contestants that failed', () => {
    const marks = (one: string) => one.match(/class="mark c2"/g)?.length ?? 0;
    const both = drawChart({ ...results, contests: [done, contest('natural', { status: 'done', figures })] });
    // The legend names a failed one; the panels have nothing of it.
    expect(marks(svg)).toBe(1);
    expect(marks(both)).toBeGreaterThan(3);
  });

  test('can be drawn of nothing at all', () => {
    expect(drawChart({ ...results, sets: [], contests: [] })).not.toMatch(/NaN|Infinity/);
  });
});
