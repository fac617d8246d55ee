import { describe, expect, test } from '@jest/globals';
import type { Contestant } from '../../../bench/nlu/contestant.ts';
import { type ContestSurroundings, holdContest } from '../../../bench/nlu/hold-contest.ts';
import { listAsks } from '../../../bench/nlu/list-asks.ts';
import { type QuestionSet, thinOut } from '../../../bench/nlu/sets/question-set.ts';

const labelled = (prefix: string, count: number, label: string) =>
  Array.from({ length: count }, (_, number) => ({ text: `${prefix} ${number}`, label }));

const set: QuestionSet = {
  id: 'made-up',
  title: 'Made up',
  language: 'en',
  examples: labelled('refund please', 3, 'refund'),
  unanswerable: ['what is the weather'],
  validation: labelled('refund question', 20, 'refund'),
  test: [...labelled('refund asked', 6, 'refund'), ...labelled('invoice asked', 4, 'invoice')],
  outOfScope: ['weather today', 'refund of taxes'],
  isAskedWithSlips: true,
  note: '',
};

/** Says refund to everything, surer where the word stands in the question. */
const refunder: Contestant = {
  name: 'refunder',
  describeSettings: () => 'none',
  train: async () => ({
    ask: (text) => ({ label: 'refund', confidence: text.includes('refund') ? 0.9 : 0.1 }),
  }),
};

/** A clock that ticks a millisecond at every look. */
function surroundings(changes: Partial<ContestSurroundings> = {}): ContestSurroundings {
  let ticks = 0;
  return {
    now: () => ticks++,
    measureMemory: () => 0,
    onTrained: () => undefined,
    askBudgetMs: 1e6,
    ...changes,
  };
}

describe('a contest', () => {
  test('counts what is right without rejection', async () => {
    const { accuracy } = await holdContest(refunder, set, surroundings());
    expect(accuracy).toEqual({ hits: 6, of: 10 });
  });

  test('counts at the threshold that validation gives', async () => {
    const { rejection } = await holdContest(refunder, set, surroundings());
    expect(rejection).toEqual({
      threshold: 0.9,
      validation: 20,
      inScope: { hits: 6, of: 10 },
      outOfScope: { hits: 1, of: 2 },
    });
  });

  test('asks the test again with one and two slips', async () => {
    const { slips } = await holdContest(refunder, set, surroundings());
    expect(slips.map(({ count, accuracy }) => [count, accuracy.of])).toEqual([
      [1, 10],
      [2, 10],
    ]);
  });

  test('knows no threshold where nothing is out of scope', async () => {
    const figures = await holdContest(refunder, { ...set, outOfScope: [] }, surroundings());
    expect(figures).not.toHaveProperty('rejection');
  });

  test('ends when time is up and says how many it asked', async () => {
    const { accuracy } = await holdContest(refunder, set, surroundings({ askBudgetMs: 60 }));
    expect(accuracy.of).toBeGreaterThan(0);
    expect(accuracy.of).toBeLessThan(10);
  });

  test('measures the growth of memory and tells when training is over', async () => {
    const bytes = [100, 350];
    let isTrained = false;
    const { memoryBytes } = await holdContest(
      refunder,
      set,
      surroundings({
        measureMemory: () => bytes.shift() ?? 0,
        onTrained: () => {
          isTrained = true;
        },
      }),
    );
    expect(memoryBytes).toBe(250);
    expect(isTrained).toBe(true);
  });
});

describe('the questions of a contest', () => {
  test('are the same in every run', () => {
    expect(listAsks(set)).toEqual(listAsks(set));
  });

  test('have the same slips in a quick run', () => {
    const quick = listAsks(thinOut(set, 2)).map(({ text }) => text);
    expect(quick.length).toBeGreaterThan(0);
    expect(listAsks(set).map(({ text }) => text)).toEqual(expect.arrayContaining(quick));
  });

  test('of a set without slips are asked once', () => {
    expect(listAsks({ ...set, isAskedWithSlips: false })).toHaveLength(20 + 10 + 2);
  });
});
