import type { EngineModel } from './engine.ts';
import { MEANING_MARK } from './features.ts';
import { weightOf } from './linear-model.ts';
import type { SparseVector } from './vectorizer.ts';

/** A feature of a question, and what it adds to the score of a class. */
export interface WeighedFeature {
  readonly feature: string;
  readonly weight: number;
}

/** Stands for all dimensions of meaning together; one by one they say nothing to a person. */
const MEANING = 'meaning of the words';

/** The `count` features of a question that speak most for a class, the strongest first. */
export function findWeighedMost(
  { vocabulary, linear }: EngineModel,
  { indices, weights }: SparseVector,
  label: number,
  count: number,
): readonly WeighedFeature[] {
  const sums = new Map<string, number>();
  for (const [at, index] of indices.entries()) {
    const name = vocabulary.features[index] as string;
    const feature = name.startsWith(MEANING_MARK) ? MEANING : name;
    const weight = (weights[at] as number) * weightOf(linear, index, label);
    sums.set(feature, (sums.get(feature) ?? 0) + weight);
  }
  return [...sums]
    .map(([feature, weight]) => ({ feature, weight }))
    .sort((a, b) => b.weight - a.weight || (a.feature < b.feature ? -1 : 1))
    .slice(0, count);
}
