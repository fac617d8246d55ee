import type { Contestant, Reading, TrainedContestant } from './contestant.ts';
import { chooseThreshold, percentile, shareOf } from './figures.ts';
import { type Ask, listAsks, SLIP_COUNTS } from './list-asks.ts';
import type { Figures } from './results.ts';
import type { QuestionSet } from './sets/question-set.ts';

/** So much of validation may be rejected. */
const MOST_REJECTED = 0.05;
/** Asked before the clock counts, so that the engine's compiler has seen the code. */
const WARM_UP_QUESTIONS = 200;
const WARM_UP_MS = 3000;

/** The world as a contest needs it. */
export interface ContestSurroundings {
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  /** Bytes in use once garbage is collected. */
  readonly measureMemory: () => number;
  readonly onTrained: () => void;
  /** Asking ends after this long, however many questions are left. */
  readonly askBudgetMs: number;
}

interface Answered {
  readonly ask: Ask;
  readonly reading: Reading;
  readonly tookMs: number;
}

/** Trains a contestant on a set, asks it everything that time allows, and counts. */
export async function holdContest(
  contestant: Contestant,
  set: QuestionSet,
  surroundings: ContestSurroundings,
): Promise<Figures> {
  const { now, measureMemory, onTrained, askBudgetMs } = surroundings;
  const bytesBefore = measureMemory();
  const startedMs = now();
  const trained = await contestant.train(set.examples, set.unanswerable, set.language);
  const trainMs = now() - startedMs;
  const memoryBytes = measureMemory() - bytesBefore;
  onTrained();
  await warmUp(trained, set, now);
  const answered: Answered[] = [];
  const endMs = now() + askBudgetMs;
  for (const ask of listAsks(set)) {
    const askedMs = now();
    if (askedMs >= endMs) break;
    const reading = await trained.ask(ask.text);
    answered.push({ ask, reading, tookMs: now() - askedMs });
  }
  return { trainMs, memoryBytes, ...count(answered) };
}

/** The second halves of examples: like questions, and none that is asked later. */
async function warmUp(trained: TrainedContestant, set: QuestionSet, now: () => number): Promise<void> {
  const endMs = now() + WARM_UP_MS;
  for (const { text } of set.examples.slice(0, WARM_UP_QUESTIONS)) {
    if (now() >= endMs) return;
    await trained.ask(text.slice(text.length / 2));
  }
}

function count(answered: readonly Answered[]): Omit<Figures, 'trainMs' | 'memoryBytes'> {
  const clean = answered.filter(({ ask }) => ask.use === 'test' && ask.slips === 0);
  const times = answered.map(({ tookMs }) => tookMs);
  const inScope = clean.filter(({ ask }) => ask.label !== undefined);
  const outOfScope = clean.filter(({ ask }) => ask.label === undefined);
  const validation = answered.filter(({ ask }) => ask.use === 'validation');
  const threshold = chooseThreshold(
    validation.map(({ reading }) => reading.confidence),
    MOST_REJECTED,
  );
  const isAccepted = ({ reading }: Answered) => reading.confidence >= threshold;
  const slips = SLIP_COUNTS.map((count) => ({
    count,
    accuracy: shareOf(
      answered.filter(({ ask }) => ask.slips === count),
      isRight,
    ),
  }));
  return {
    questionMs: { p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
    accuracy: shareOf(inScope, isRight),
    ...(outOfScope.length > 0 && validation.length > 0
      ? {
          rejection: {
            threshold,
            validation: validation.length,
            inScope: shareOf(inScope, (one) => isAccepted(one) && isRight(one)),
            outOfScope: shareOf(outOfScope, (one) => !isAccepted(one)),
          },
        }
      : {}),
    slips: slips.filter(({ accuracy }) => accuracy.of > 0),
  };
}

function isRight({ ask, reading }: Answered): boolean {
  return reading.label === ask.label;
}
