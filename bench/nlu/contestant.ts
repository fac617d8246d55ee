import type { Language } from '../../faq/index.ts';

/** A text and the class that it belongs to. */
export interface LabelledText {
  readonly text: string;
  readonly label: string;
}

/** What a contestant makes of one question. */
export interface Reading {
  /** The best class among those that have an answer; none where the contestant finds nothing at all. */
  readonly label: string | undefined;
  /** Higher is surer. Only the order counts, so each contestant keeps its own scale. */
  readonly confidence: number;
}

/** A contestant that has learned and can be asked. */
export interface TrainedContestant {
  ask(text: string): Promise<Reading> | Reading;
}

/** One way to find the class of a question. */
export interface Contestant {
  readonly name: string;
  /** How it was set up, in words, for the report. */
  describeSettings(language: Language): string;
  /**
   * Learns the examples.
   * @param unanswerable texts that belong to none of the classes
   */
  train(
    examples: readonly LabelledText[],
    unanswerable: readonly string[],
    language: Language,
  ): Promise<TrainedContestant>;
}
