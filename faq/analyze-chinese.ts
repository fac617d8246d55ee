import { stemmer } from 'stemmer';
import { type Analyzer, type Correction, pairsOf } from './features.ts';
import { memoize } from './memo.ts';
import { hasHan } from './normalize.ts';
import { splitPinyin, syllablesOfHan } from './pinyin.ts';
import type { Speller } from './spelling.ts';
import type { Synonyms } from './synonyms.ts';

/** What each family of features weighs beside the others; 0 leaves it out. */
export interface ChineseWeights {
  readonly characters: number;
  /** Toneless pinyin makes homophone slips and typed pinyin match; below 1 it leaves clean text the say. */
  readonly pinyin: number;
  readonly concepts: number;
}

export const CHINESE_WEIGHTS: ChineseWeights = { characters: 1, pinyin: 0.7, concepts: 0.5 };

/** Chinese: characters and pairs, and the same of their toneless pinyin; a Latin word counts as one character. */
export function createChineseAnalyzer(
  speller: Speller,
  synonyms: Synonyms,
  weights: ChineseWeights = CHINESE_WEIGHTS,
): Analyzer {
  const readHan = memoize(syllablesOfHan);
  const readLatin = memoize((run) => {
    const syllables = splitPinyin(run);
    const read = syllables ? undefined : speller.findCorrection(run);
    return { syllables: syllables ?? [], read, stem: stemmer(read ?? run) };
  });
  return (question) => {
    const units: string[] = [];
    const syllables: string[] = [];
    const corrections: Correction[] = [];
    const isHan = hasHan(question);
    for (const run of question.match(/\p{Script=Han}+|[^\p{Script=Han}\s]+/gu) ?? []) {
      if (hasHan(run)) {
        units.push(...run);
        syllables.push(...readHan(run));
        continue;
      }
      const { syllables: asPinyin, read, stem } = readLatin(run);
      syllables.push(...asPinyin);
      // All in pinyin, the syllables say everything; as words they would only say that it was typed so.
      if (asPinyin.length > 0 && !isHan) continue;
      if (read) corrections.push({ typed: run, read });
      units.push(stem);
    }
    const families = [
      { weight: weights.characters, features: [...units, ...pairsOf(units)] },
      {
        weight: weights.pinyin,
        features: [...syllables, ...pairsOf(syllables)].map((syllable) => `~${syllable}`),
      },
      { weight: weights.concepts, features: synonyms.findConcepts(question.replaceAll(' ', '')) },
    ];
    return { families: families.filter(({ weight }) => weight > 0), corrections };
  };
}
