import type { Analysis } from './features.ts';

/** A sparse vector of length 1: ascending feature numbers and their weights. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly weights: Float32Array;
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
export function createVectorizer(vocabulary: Vocabulary): (analysis: Analysis) => SparseVector {
  const numberOf = new Map(vocabulary.features.map((feature, number) => [feature, number]));
  const rarityOfUnknown = vocabulary.rarities.reduce((most, rarity) => Math.max(most, rarity), 1);

  return ({ families }) => {
    const weights = new Map<number, number>();
    let known = 0;
    let total = 0;
    for (const { features, weight } of families) {
      const counts = new Map<string, number>();
      for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
      const entries: [number, number][] = [];
      let squares = 0;
      for (const [feature, count] of counts) {
        const number = numberOf.get(feature);
        const rarity = number === undefined ? rarityOfUnknown : (vocabulary.rarities[number] as number);
        total += rarity;
        if (number === undefined) continue;
        known += rarity;
        const value = (1 + Math.log(count)) * rarity;
        squares += value * value;
        entries.push([number, value]);
      }
      const scale = squares === 0 ? 0 : weight / Math.sqrt(squares);
      for (const [number, value] of entries) weights.set(number, (weights.get(number) ?? 0) + value * scale);
    }
    return toSparseVector(weights, total === 0 ? 0 : known / total);
  };
}

function toSparseVector(weights: ReadonlyMap<number, number>, knownShare: number): SparseVector {
  const indices = Int32Array.from(weights.keys()).sort();
  let squares = 0;
  for (const index of indices) squares += (weights.get(index) as number) ** 2;
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  return {
    indices,
    weights: Float32Array.from(indices, (index) => (weights.get(index) as number) * scale),
    knownShare,
  };
}
