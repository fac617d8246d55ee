import { type Ranking, rankTopics } from './confidence.ts';
import { createEngine, type Example, trainEngineModel } from './engine.ts';
import type { Analyzer } from './features.ts';
import { createRandom, shuffle } from './random.ts';
import { isAnswerable, type Topic } from './topics.ts';

/** One held-out question: what was ranked, and the class that was meant, if any is deliverable. */
export interface Trial {
  readonly ranking: Ranking;
  readonly expected?: number;
}

export const FOLDS = 4;
const SEED = 7;

/**
 * Cross-validation for the gate: in each fold a part of the phrasings and a part of the decoys, whole, are
 * held out, so that the gate sees what it should answer, and neighbours that nobody told it of.
 */
export function runTrials(
  topics: readonly Topic[],
  examples: readonly Example[],
  analyze: Analyzer,
  step: (name: string) => void,
): readonly Trial[] {
  const random = createRandom(SEED);
  const phrasingFold = shuffle(
    examples.map((_, number) => number % FOLDS),
    random,
  );
  const topicFold = shuffle(
    topics.map((_, label) => label % FOLDS),
    random,
  );
  const trials: Trial[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHeldOutTopic = (label: number) => topics[label]?.kind === 'decoy' && topicFold[label] === fold;
    const isTest = (number: number, label: number) => phrasingFold[number] === fold || isHeldOutTopic(label);
    const engineModel = trainEngineModel(
      examples.filter(({ label }, number) => !isTest(number, label)),
      topics.length,
    );
    const engine = createEngine(engineModel, analyze);
    for (const [number, { analysis, label }] of examples.entries()) {
      if (!isTest(number, label)) continue;
      const topic = topics[label] as Topic;
      const isAnswered = isAnswerable(topic) && !isHeldOutTopic(label);
      const ranking = rankTopics(topics, engine.scoreAnalysis(analysis));
      trials.push({ ranking, ...(isAnswered ? { expected: label } : {}) });
    }
    step(`fold ${fold + 1} of ${FOLDS}`);
  }
  return trials;
}
