import { confidencesOf } from './confidence.ts';
import type { LogisticModel } from './logistic.ts';
import type { Trial } from './trials.ts';

/** Where answering begins, and where asking back begins; confidences, 0 to 1. */
export interface Policy {
  readonly answerAt: number;
  readonly clarifyAt: number;
}

/** Thresholds whose worth is this near to the best are as good. */
const FLAT_SHARE = 0.005;
/** What each outcome is worth. A wrong answer costs more than a question back. */
const WORTH = { right: 1, choice: 0.25, miss: 0, wrong: -1.5, clarifiedInVain: -0.3 };
/** Unanswerable trials count as this share of the answerable ones, about as in a store's traffic. */
const UNANSWERABLE_SHARE = 0.4;
const GRID_STEP = 0.02;

/** Picks the middle of the thresholds that are worth most on held-out questions. */
export function choosePolicy(gate: LogisticModel, trials: readonly Trial[]): Policy {
  const answered = trials.filter(({ expected }) => expected !== undefined).length;
  const unanswerableWeight = (UNANSWERABLE_SHARE * answered) / Math.max(trials.length - answered, 1);
  const judged = trials.map(({ ranking, expected }) => ({
    confidence: confidencesOf(gate, ranking)[0] ?? 0,
    isRight: expected !== undefined && ranking.topics[0]?.label === expected,
    isOffered: expected !== undefined && ranking.topics.slice(0, 3).some(({ label }) => label === expected),
    expected,
  }));
  const worthOf = (answerAt: number, clarifyAt: number): number => {
    let worth = 0;
    for (const { confidence, isRight, isOffered, expected } of judged) {
      if (expected === undefined) {
        if (confidence >= answerAt) worth += WORTH.wrong * unanswerableWeight;
        else if (confidence >= clarifyAt) worth += WORTH.clarifiedInVain * unanswerableWeight;
      } else if (confidence >= answerAt) worth += isRight ? WORTH.right : WORTH.wrong;
      else if (confidence >= clarifyAt) worth += isOffered ? WORTH.choice : WORTH.miss;
    }
    return worth;
  };
  const choices: { readonly answerAt: number; readonly clarifyAt: number; readonly worth: number }[] = [];
  for (let answerAt = 0.96; answerAt >= 0.3; answerAt -= GRID_STEP) {
    for (let clarifyAt = answerAt; clarifyAt >= 0.04; clarifyAt -= GRID_STEP) {
      choices.push({ answerAt, clarifyAt, worth: worthOf(answerAt, clarifyAt) });
    }
  }
  const most = Math.max(...choices.map(({ worth }) => worth));
  // The worth is nearly flat about its top: the middle of it holds better on other questions than its peak.
  const good = choices.filter(({ worth }) => worth >= most - Math.abs(most) * FLAT_SHARE);
  const middleOf = (of: (choice: (typeof good)[number]) => number) =>
    round(good.reduce((sum, choice) => sum + of(choice), 0) / good.length);
  return {
    answerAt: middleOf(({ answerAt }) => answerAt),
    clarifyAt: middleOf(({ clarifyAt }) => clarifyAt),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
