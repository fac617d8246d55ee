import { describe, expect, test } from '@jest/globals';
import { judgeGrowth, p99Ratio, type SizeFindings } from '../../../bench/growth/findings.ts';

const size = (articles: number, p99: number, loadMs = 50): SizeFindings => ({
  articles,
  buildMs: 1000,
  fileBytes: 1,
  peakBytes: 1,
  loadMs,
  memoryBytes: 1,
  questionMs: { p50: 1, p99 },
  right: { hits: 1, of: 1 },
});

describe('the judgement of growth', () => {
  test('has nothing against a tenfold p99 and a load of a tenth', () => {
    expect(judgeGrowth([size(100, 1), size(10_000, 10, 100)])).toEqual([]);
  });

  test('names a p99 that grew more, whatever the order of the sizes', () => {
    expect(judgeGrowth([size(10_000, 10.5), size(1000, 99), size(100, 1)])).toEqual([
      'p99 grew 10.5-fold, more than 10',
    ]);
  });

  test('names each size that loads for too long', () => {
    expect(judgeGrowth([size(100, 1, 101), size(200, 1, 150)])).toEqual([
      '100 articles: loading took 10.1 % of building, more than 10',
      '200 articles: loading took 15.0 % of building, more than 10',
    ]);
  });

  test('knows no ratio of one size', () => {
    expect(p99Ratio([size(100, 1)])).toBeUndefined();
  });
});
