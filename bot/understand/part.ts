import type { Candidate } from '../../faq/index.ts';

/** One question of an utterance, and what it could mean. */
export interface Part {
  readonly text: string;
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** The decoy that beats every candidate, where one does. */
  readonly decoy?: string;
  /** The question is the name of a topic and nothing more. */
  readonly isBareTopic: boolean;
  /** The question belongs to another walk of life. */
  readonly isElsewhere: boolean;
  readonly answerAt: number;
  readonly clarifyAt: number;
  /** Where the text needs an earlier question to be understood: that question, to remember in its place. */
  readonly carriedQuestion?: string;
  /** The ids to ask back with, where the customer has only said that the answer was not the right one. */
  readonly offers?: readonly string[];
}

/** Finds what a text could mean by itself, in the language of the turn. */
export type ReadText = (text: string) => Part;

/** How sure a part is that `id` is meant; 0 where it is not among the candidates. */
export function confidenceOf({ candidates }: Part, id: string): number {
  return candidates.find((candidate) => candidate.id === id)?.confidence ?? 0;
}

/** The first candidate's confidence; 0 where there is none. */
export function topConfidence({ candidates }: Part): number {
  return candidates[0]?.confidence ?? 0;
}

/** Half way from where answering begins to certainty: enough to stand against another reading. */
export function sureAt({ answerAt }: Pick<Part, 'answerAt'>): number {
  return 1 - (1 - answerAt) / 2;
}

/** Three quarters of the way: enough to stand alone whatever speaks against it. */
export function verySureAt({ answerAt }: Pick<Part, 'answerAt'>): number {
  return 1 - (1 - answerAt) / 4;
}

/** The part without what is known not to be meant. */
export function ruleOut(part: Part, ids: readonly string[]): Part {
  if (ids.length === 0) return part;
  return { ...part, candidates: part.candidates.filter(({ id }) => !ids.includes(id)) };
}

/** The part with `id` first, as sure as another reading of it is. */
export function withMeaning(part: Part, id: string, confidence: number): Part {
  const { decoy: _, ...rest } = part;
  const others = part.candidates.filter((candidate) => candidate.id !== id);
  const first = part.candidates.find((candidate) => candidate.id === id);
  return {
    ...rest,
    isBareTopic: false,
    candidates: [{ id, confidence, score: first?.score ?? 0 }, ...others],
  };
}
