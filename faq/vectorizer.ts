import type { Analysis, FeatureFamily } from './features.ts';

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

/** Numbers every feature of the analyses. */
export function buildVocabulary(analyses: readonly Analysis[]): Vocabulary {
  const documentCounts = new Map<string, number>();
  for (const { families } of analyses) {
    for (const feature of new Set(families.flatMap((family) => family.features))) {
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
export function createVectorizer(vocabulary: Vocabulary): (analysis: Analysis) => QuestionVector {
  const numberOf = new Map(vocabulary.features.map((feature, number) => [feature, number]));
  const rarityOfUnknown = vocabulary.rarities.reduce((most, rarity) => Math.max(most, rarity), 1);
  const known = { rarity: 0, total: 0 };

  const weighFamily = (family: FeatureFamily): Entry[] => {
    if (family.values) {
      return family.features.flatMap((feature, at) => {
        const number = numberOf.get(feature);
        return number === undefined ? [] : [{ number, value: family.values?.[at] as number }];
      });
    }
    const counts = new Map<string, number>();
    for (const feature of family.features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    const entries: Entry[] = [];
    for (const [feature, count] of counts) {
      const number = numberOf.get(feature);
      const rarity = number === undefined ? rarityOfUnknown : (vocabulary.rarities[number] as number);
      known.total += rarity;
      if (number === undefined) continue;
      known.rarity += rarity;
      entries.push({ number, value: (1 + Math.log(count)) * rarity });
    }
    return entries;
  };

  return ({ families }) => {
    known.rarity = 0;
    known.total = 0;
    const scaled = families.map((family) => scale(weighFamily(family), family.weight));
    return {
      whole: toSparseVector(scaled.flat()),
      words: toSparseVector(scaled[0] ?? []),
      knownShare: known.total === 0 ? 0 : known.rarity / known.total,
    };
  };
}

interface Entry {
  readonly number: number;
  readonly value: number;
}

function scale(entries: readonly Entry[], length: number): readonly Entry[] {
  const squares = entries.reduce((sum, { value }) => sum + value * value, 0);
  const factor = squares === 0 ? 0 : length / Math.sqrt(squares);
  return entries.map(({ number, value }) => ({ number, value: value * factor }));
}

/** Families share no feature, so that every number occurs once. */
function toSparseVector(entries: readonly Entry[]): SparseVector {
  const sorted = scale(entries, 1).toSorted((a, b) => a.number - b.number);
  return {
    indices: Int32Array.from(sorted, ({ number }) => number),
    weights: Float32Array.from(sorted, ({ value }) => value),
  };
}
