import { type LogisticModel, trainLogistic } from './logistic.ts';
import type { Trial } from './trials.ts';

/** Unanswerable trials weigh this much of the answerable ones, about as in a store's traffic. */
const UNANSWERABLE_SHARE = 0.4;

/** Learns from held-out questions how sure the best candidate is: a calibrated probability from its signals. */
export function trainGate(trials: readonly Trial[]): LogisticModel {
  const answered = trials.filter(({ expected }) => expected !== undefined).length;
  const unanswerableWeight = (UNANSWERABLE_SHARE * answered) / Math.max(trials.length - answered, 1);
  return trainLogistic(
    trials.map(({ ranking, expected }) => ({
      inputs: ranking.signals,
      isTrue: expected !== undefined && ranking.topics[0]?.label === expected,
      weight: expected === undefined ? unanswerableWeight : 1,
    })),
  );
}
