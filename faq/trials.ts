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

const FOLDS = 4;
const SEED = 7;
/** A large corpus gives enough trials in one fold, and enough in a part of it. */
const LARGE_CORPUS = 20_000;
const MOST_TRIALS_OF_FOLD = 5000;

/** How many folds a corpus of so many phrasings is tried in. */
export function countFolds(phrasings: number): number {
  return phrasings > LARGE_CORPUS ? 1 : FOLDS;
}

/** Which topics are held out whole, as questions that nobody told the matcher of. */
export type IsHeldOut = (topic: Topic) => boolean;

/**
 * Cross-validation for the gate: in each fold a part of the phrasings and a part of some topics, whole, are
 * held out, so that the gate sees what it should answer, and neighbours that nobody told it of.
 */
export function runTrials(
  topics: readonly Topic[],
  examples: readonly Example[],
  analyze: Analyzer,
  isHeldOut: IsHeldOut,
  step: (name: string) => void = () => undefined,
): readonly Trial[] {
  const random = createRandom(SEED);
  const foldOfExample = drawFolds(examples.length, random);
  const foldOfTopic = drawFolds(topics.length, random);
  const trials: Trial[] = [];
  const folds = countFolds(examples.length);
  for (let fold = 0; fold < folds; fold++) {
    const isUnheard = (label: number) => foldOfTopic[label] === fold && isHeldOut(topics[label] as Topic);
    const isAsked = (number: number, label: number) => foldOfExample[number] === fold || isUnheard(label);
    const model = trainEngineModel(
      examples.filter(({ label }, number) => !isAsked(number, label)),
      topics.length,
    );
    const engine = createEngine(model, analyze);
    const asked = examples.filter(({ label }, number) => isAsked(number, label));
    const every = Math.ceil(asked.length / MOST_TRIALS_OF_FOLD);
    for (const [number, { analysis, label }] of asked.entries()) {
      if (number % every !== 0) continue;
      const ranking = rankTopics(topics, engine.scoreAnalysis(analysis));
      const isAnswered = isAnswerable(topics[label] as Topic) && !isUnheard(label);
      trials.push({ ranking, ...(isAnswered ? { expected: label } : {}) });
    }
    step(`fold ${fold + 1} of ${folds}`);
  }
  return trials;
}

function drawFolds(count: number, random: () => number): readonly number[] {
  return shuffle(
    Array.from({ length: count }, (_, number) => number % FOLDS),
    random,
  );
}
