import { describe, expect, test } from '@jest/globals';
import { isMet } from '../../scripts/figures.ts';
import { findsAll, isRightTurn } from '../../scripts/judge.ts';

const asked = (decision: 'answer' | 'account' | 'clarify' | 'fallback', ids: readonly string[]) => ({
  text: '',
  decision,
  ids,
  confidence: 1,
  language: 'en' as const,
  reply: '',
});

describe('a message with two questions', () => {
  test('is found where both were delivered', () => {
    expect(
      findsAll({ ids: ['points.use', 'points.scope'] }, asked('answer', ['points.scope', 'points.use'])),
    ).toBe(true);
    expect(findsAll({ ids: ['points.use', 'points.scope'] }, asked('answer', ['points.use']))).toBe(false);
  });

  test('with one answer is found only where nothing else was delivered', () => {
    expect(findsAll({ ids: ['points.use'] }, asked('answer', ['points.use']))).toBe(true);
    expect(findsAll({ ids: ['points.use'] }, asked('answer', ['points.use', 'points.scope']))).toBe(false);
    expect(findsAll({ ids: ['account.order'] }, asked('account', ['account.order', 'order.status']))).toBe(
      true,
    );
  });
});

describe('a later turn', () => {
  test('is right where it delivers what it must', () => {
    expect(isRightTurn(['points.use'], asked('answer', ['points.use']))).toBe(true);
    expect(isRightTurn(['points.use'], asked('clarify', ['points.use', 'points.scope']))).toBe(false);
  });

  test('is right without an answer only where nothing is delivered or offered', () => {
    expect(isRightTurn([], asked('fallback', []))).toBe(true);
    expect(isRightTurn([], asked('clarify', ['points.use']))).toBe(false);
    expect(isRightTurn([], asked('answer', ['points.use']))).toBe(false);
  });
});

describe('a limit', () => {
  const figure = (count: number, kind: 'at least' | 'at most') => ({
    name: '',
    count,
    total: 100,
    limit: { kind, percent: 90 },
  });

  test('counts itself as held', () => {
    expect([isMet(figure(90, 'at least')), isMet(figure(89, 'at least'))]).toEqual([true, false]);
    expect([isMet(figure(90, 'at most')), isMet(figure(91, 'at most'))]).toEqual([true, false]);
  });

  test('of what was not measured is held', () => {
    expect(isMet({ ...figure(0, 'at least'), total: 0 })).toBe(true);
  });
});
