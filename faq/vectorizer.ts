import { type Analysis, type FeatureFamily, listFeatures } from './features.ts';

/** Ascending feature numbers and their weights, together of length 1 (or empty). */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly weights: Float32Array;
}

/** A question as the model sees it. */
export interface QuestionVector {
  readonly whole: SparseVector;
  /** Its words alone: what phrasings are compared by. */
  readonly words: SparseVector;
  /** The share of the question's features, by rarity, that the corpus knows; 0 to 1. */
  readonly knownShare: number;
}

/** The features of the corpus, numbered in order of their names, and how rare each is. */
export interface Vocabulary {
  readonly features: readonly string[];
  /** ln((1 + N) / (1 + df)) + 1 of each feature, in the order of `features`. */
  readonly rarities: Float32Array;
}

/** What stands for a feature that is not in the vocabulary. */
const UNKNOWN = -1;

/** Numbers every feature of the analyses. */
export function buildVocabulary(analyses: readonly Analysis[]): Vocabulary {
  const documentCounts = new Map<string, number>();
  for (const { families } of analyses) {
    for (const feature of new Set(families.flatMap(listFeatures))) {
      documentCounts.set(feature, (documentCounts.get(feature) ?? 0) + 1);
    }
  }
  const features = [...documentCounts.keys()].sort();
  const total = analyses.length;
  const rarities = Float32Array.from(features, (feature) =>
    rarityOf(documentCounts.get(feature) ?? 0, total),
  );
  return { features, rarities };
}

function rarityOf(documentCount: number, total: number): number {
  return Math.log((1 + total) / (1 + documentCount)) + 1;
}

/** Weighs features by sublinear tf x idf, normalizes each family, then the whole (Manning et al., IIR, 6.4). */
export function createVectorizer({ features, rarities }: Vocabulary): (analysis: Analysis) => QuestionVector {
  const numberOf = new Map(features.map((feature, number) => [feature, number]));
  const rarityOfUnknown = rarities.reduce((most, rarity) => Math.max(most, rarity), 1);
  // Both by feature number, and meaningful for the numbers of the question at hand alone.
  const values = new Float64Array(features.length);
  const counts = new Int32Array(features.length);
  const known = { rarity: 0, total: 0 };

  const numberAll = (names: readonly string[]): Int32Array => {
    const numbers = new Int32Array(names.length);
    for (let at = 0; at < names.length; at++) numbers[at] = numberOf.get(names[at] as string) ?? UNKNOWN;
    return numbers;
  };
  const kept = new WeakMap<readonly string[], Int32Array>();
  const recall = (names: readonly string[]): Int32Array => {
    const numbers = kept.get(names) ?? numberAll(names);
    kept.set(names, numbers);
    return numbers;
  };

  const takeValues = (names: readonly string[], given: ArrayLike<number>): readonly number[] => {
    const found: number[] = [];
    const numbers = recall(names);
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] as number;
      if (number === UNKNOWN) continue;
      values[number] = given[at] as number;
      found.push(number);
    }
    return found;
  };
  const weighCounts = (family: FeatureFamily): readonly number[] => {
    const found: number[] = [];
    const unknown = new Set<string>();
    const count = (names: readonly string[], numbers: Int32Array) => {
      for (let at = 0; at < names.length; at++) {
        const number = numbers[at] as number;
        if (number === UNKNOWN) {
          const name = names[at] as string;
          if (!unknown.has(name)) known.total += rarityOfUnknown;
          unknown.add(name);
          continue;
        }
        counts[number] = (counts[number] as number) + 1;
        if (counts[number] !== 1) continue;
        found.push(number);
        known.total += rarities[number] as number;
        known.rarity += rarities[number] as number;
      }
    };
    count(family.features, numberAll(family.features));
    for (const names of family.recurring ?? []) count(names, recall(names));
    for (const number of found) {
      values[number] = (1 + Math.log(counts[number] as number)) * (rarities[number] as number);
      counts[number] = 0;
    }
    return found;
  };
  const weighFamily = (family: FeatureFamily): readonly number[] => {
    const numbers = family.values ? takeValues(family.features, family.values) : weighCounts(family);
    const factor = factorTo(family.weight, numbers, values);
    for (const number of numbers) values[number] = (values[number] as number) * factor;
    return numbers;
  };

  return ({ families }) => {
    known.rarity = 0;
    known.total = 0;
    const numbers = families.map(weighFamily);
    return {
      whole: toSparseVector(numbers.flat(), values),
      words: toSparseVector(numbers[0] ?? [], values),
      knownShare: known.total === 0 ? 0 : known.rarity / known.total,
    };
  };
}

/** What the values of these numbers are to be multiplied with to have the length together; 0 where all are 0. */
function factorTo(length: number, numbers: readonly number[], values: Float64Array): number {
  let squares = 0;
  for (const number of numbers) squares += (values[number] as number) ** 2;
  return squares === 0 ? 0 : length / Math.sqrt(squares);
}

/** Families share no feature, so that every number occurs once. */
function toSparseVector(numbers: readonly number[], values: Float64Array): SparseVector {
  const factor = factorTo(1, numbers, values);
  const indices = new Int32Array(numbers).sort();
  const weights = new Float32Array(indices.length);
  for (let at = 0; at < indices.length; at++) {
    weights[at] = (values[indices[at] as number] as number) * factor;
  }
  return { indices, weights };
}
