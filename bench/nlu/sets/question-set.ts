import type { Language } from '../../../faq/index.ts';
import type { LabelledText } from '../contestant.ts';

/** What contestants learn, and what they are asked. */
export interface QuestionSet {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly examples: readonly LabelledText[];
  /** Texts without an answer, to learn from; none where the set has none. */
  readonly unanswerable: readonly string[];
  /** Questions with an answer, from which the threshold is chosen; none where nothing is out of scope. */
  readonly validation: readonly LabelledText[];
  /** Questions with an answer, for the figures. */
  readonly test: readonly LabelledText[];
  /** Questions without an answer, for the figures. */
  readonly outOfScope: readonly string[];
  /** Whether the test is also asked with slips. */
  readonly isAskedWithSlips: boolean;
  readonly note: string;
}

/** Every so-manieth question of a set, for a quick run; the examples stay whole. */
export function thinOut(set: QuestionSet, step: number): QuestionSet {
  const thin = <T>(items: readonly T[]) => items.filter((_, at) => at % step === 0);
  return {
    ...set,
    validation: thin(set.validation),
    test: thin(set.test),
    outOfScope: thin(set.outOfScope),
  };
}
