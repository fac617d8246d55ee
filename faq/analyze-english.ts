import { stemmer } from 'stemmer';
import { type Analyzer, type Correction, loosePairsOf, MEANING_MARK, pairsOf } from './features.ts';
import { memoize } from './memo.ts';
import type { Speller } from './spelling.ts';
import type { Synonyms } from './synonyms.ts';
import type { WordVectors } from './word-vectors.ts';

/** What each family of features weighs beside the others; 0 leaves it out. */
export interface EnglishWeights {
  readonly words: number;
  readonly loosePairs: number;
  readonly characters: number;
  readonly meaning: number;
  readonly concepts: number;
}

/** Chosen on the validation questions of CLINC150 and BANKING77. */
export const ENGLISH_WEIGHTS: EnglishWeights = {
  words: 1,
  loosePairs: 0.7,
  characters: 0.7,
  meaning: 1.2,
  concepts: 0.5,
};

const GRAM_LENGTHS = [2, 3, 4];
const REACH = 5;
/** The commonest words say least: a word's weight grows with the logarithm of its rank beyond this. */
const COMMON_RANK = 10;
const LEAST_MEANING = 0.5;

/** English: stemmed words, pairs near and loose, character n-grams inside padded words, meaning. */
export function createEnglishAnalyzer(
  speller: Speller,
  synonyms: Synonyms,
  vectors: WordVectors,
  weights: EnglishWeights = ENGLISH_WEIGHTS,
): Analyzer {
  const names = Array.from({ length: vectors.dimensions }, (_, at) => `${MEANING_MARK}${at}`);
  const readWord = memoize((typed) => {
    const correction = speller.findCorrection(typed);
    const word = correction ?? typed;
    return { word, correction, stem: stemmer(word), grams: gramsOf(word) };
  });
  return (question) => {
    const typed = question === '' ? [] : question.split(' ');
    const read = typed.map(readWord);
    const corrections = read.flatMap(({ correction }, at): readonly Correction[] =>
      correction ? [{ typed: typed[at] as string, read: correction }] : [],
    );
    const words = read.map(({ word }) => word);
    const stems = read.map(({ stem }) => stem);
    const families = [
      { weight: weights.words, features: [...stems, ...pairsOf(['^', ...stems, '$'])] },
      { weight: weights.loosePairs, features: loosePairsOf(stems, REACH) },
      { weight: weights.characters, features: [], recurring: read.map(({ grams }) => grams) },
      { weight: weights.meaning, features: names, values: meaningOf(words, vectors) },
      { weight: weights.concepts, features: synonyms.findConcepts(words.join(' ')) },
    ];
    return { families: families.filter(({ weight }) => weight > 0), corrections };
  };
}

/** The sum of the words' directions, rare words first in weight (after Arora et al. 2017, with ranks for frequencies). */
function meaningOf(words: readonly string[], vectors: WordVectors): Float64Array {
  const sum = new Float64Array(vectors.dimensions);
  for (const word of words) {
    const rank = vectors.findRank(word);
    if (rank === undefined) continue;
    vectors.addTo(sum, rank, Math.log((rank + COMMON_RANK) / COMMON_RANK) + LEAST_MEANING);
  }
  return sum;
}

function gramsOf(word: string): readonly string[] {
  const padded = `<${word}>`;
  const grams: string[] = [];
  for (const length of GRAM_LENGTHS) {
    for (let start = 0; start + length <= padded.length; start++) {
      grams.push(`_${padded.slice(start, start + length)}`);
    }
  }
  return grams;
}
