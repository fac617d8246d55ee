/** Features of one kind; their weights are normalized among themselves before the kinds are joined. */
export interface FeatureFamily {
  readonly weight: number;
  readonly features: readonly string[];
  /** More features, in lists that come up again: a word's is the same array each time, so that its numbers can be kept. */
  readonly recurring?: readonly (readonly string[])[];
  /** What each of `features` weighs, where that is neither a count nor a matter of rarity; that list recurs, too. */
  readonly values?: ArrayLike<number>;
}

/** A question taken apart. The first family is that of words; phrasings are compared by it alone. */
export interface Analysis {
  readonly families: readonly FeatureFamily[];
  /** What the bot read differently from what was typed, for `explain`. */
  readonly corrections: readonly Correction[];
}

export interface Correction {
  readonly typed: string;
  readonly read: string;
}

/** Turns a normalized question into features. */
export type Analyzer = (question: string) => Analysis;

/** Every feature of a family, as often as it occurs. */
export function listFeatures({ features, recurring = [] }: FeatureFamily): readonly string[] {
  return [...features, ...recurring.flat()];
}

/** Marks the features that are dimensions of a sentence's meaning; nobody can read them one by one. */
export const MEANING_MARK = '@';

/** Neighbours, in order. */
export function pairsOf(units: readonly string[]): readonly string[] {
  return units.slice(1).map((unit, before) => `${units[before]} ${unit}`);
}

/** Units that stand at most `reach` apart, in either order. */
export function loosePairsOf(units: readonly string[], reach: number): readonly string[] {
  const pairs: string[] = [];
  for (const [at, unit] of units.entries()) {
    for (let other = at + 1; other < units.length && other <= at + reach; other++) {
      const later = units[other] as string;
      pairs.push(unit < later ? `${unit}&${later}` : `${later}&${unit}`);
    }
  }
  return pairs;
}
