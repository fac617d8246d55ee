/** A question of the store, and what customers may type when they mean it. */
export interface Suggestible {
  readonly title: string;
  readonly phrasings: readonly string[];
  /** The title and the phrasings as they sound: syllables without tones; absent where the language is not Chinese. */
  readonly pinyin?: readonly string[];
}

/** Finds the titles of the questions that what was typed may be on its way to, the best first. */
export type Suggester = (typed: string) => readonly string[];

export type CreateSuggester = (questions: readonly Suggestible[]) => Suggester;
