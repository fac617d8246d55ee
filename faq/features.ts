import { stemmer } from 'stemmer';
import { hasHan } from './normalize.ts';
import { splitPinyin, syllablesOfHan } from './pinyin.ts';
import type { Speller } from './spelling.ts';

/** Features of one kind; their weights are normalized among themselves before the kinds are joined. */
export interface FeatureFamily {
  readonly weight: number;
  readonly features: readonly string[];
}

/** A question taken apart. */
export interface Analysis {
  readonly families: readonly FeatureFamily[];
  /** What the bot read differently from what was typed, for `explain`. */
  readonly corrections: readonly { readonly typed: string; readonly read: string }[];
}

/** Turns a normalized question into features. */
export type Analyzer = (question: string) => Analysis;

/** Toneless pinyin makes homophone slips and typed pinyin match; below 1 it leaves clean text the say. */
const PINYIN_WEIGHT = 0.7;
const CONCEPT_WEIGHT = 0.5;
const CHARACTER_GRAM_LENGTHS = [2, 3, 4, 5];

/** Replaces each word by the group of words that the store uses for the same thing. */
export interface Synonyms {
  findConcepts(question: string): readonly string[];
}

/** Longest word first, so that "wechat pay" is not read as "pay". English matches whole words. */
export function createSynonyms(groups: readonly (readonly string[])[], wholeWords: boolean): Synonyms {
  const concepts = new Map(
    groups.flatMap((group) => group.map((word) => [word.toLowerCase(), group[0] ?? ''])),
  );
  const longestFirst = [...concepts.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return {
    findConcepts(question) {
      let rest = wholeWords ? ` ${question} ` : question;
      const found: string[] = [];
      for (const word of longestFirst) {
        const sought = wholeWords ? ` ${word} ` : word;
        if (!rest.includes(sought)) continue;
        rest = rest.replaceAll(sought, ' | ');
        found.push(`=${concepts.get(word)}`);
      }
      return found;
    },
  };
}

/** English: stemmed words and word pairs, and character n-grams inside padded words. */
export function createEnglishAnalyzer(speller: Speller, synonyms: Synonyms): Analyzer {
  return (question) => {
    const { words, corrections } = correct(question, speller);
    const stems = ['^', ...words.map((word) => stemmer(word)), '$'];
    const grams = words.flatMap(characterGrams);
    return {
      families: [
        { weight: 1, features: [...stems.slice(1, -1), ...pairs(stems)] },
        { weight: 1, features: grams },
        { weight: CONCEPT_WEIGHT, features: synonyms.findConcepts(words.join(' ')) },
      ],
      corrections,
    };
  };
}

/** Chinese: characters and pairs of them, and the same of their toneless pinyin; Latin words count as one character. */
export function createChineseAnalyzer(speller: Speller, synonyms: Synonyms): Analyzer {
  return (question) => {
    const units: string[] = [];
    const syllables: string[] = [];
    const corrections: { typed: string; read: string }[] = [];
    for (const run of question.match(/\p{Script=Han}+|[^\p{Script=Han}\s]+/gu) ?? []) {
      if (hasHan(run)) {
        units.push(...run);
        syllables.push(...syllablesOfHan(run));
        continue;
      }
      const asPinyin = splitPinyin(run);
      if (asPinyin) syllables.push(...asPinyin);
      const read = asPinyin ? undefined : speller.findCorrection(run);
      if (read) corrections.push({ typed: run, read });
      units.push(`${stemmer(read ?? run)}`);
    }
    return {
      families: [
        { weight: 1, features: [...units, ...pairs(units)] },
        {
          weight: PINYIN_WEIGHT,
          features: [...syllables, ...pairs(syllables)].map((syllable) => `~${syllable}`),
        },
        { weight: CONCEPT_WEIGHT, features: synonyms.findConcepts(question.replaceAll(' ', '')) },
      ],
      corrections,
    };
  };
}

function correct(question: string, speller: Speller) {
  const corrections: { typed: string; read: string }[] = [];
  const words = (question === '' ? [] : question.split(' ')).map((typed) => {
    const read = speller.findCorrection(typed);
    if (read) corrections.push({ typed, read });
    return read ?? typed;
  });
  return { words, corrections };
}

function pairs(units: readonly string[]): readonly string[] {
  return units.slice(1).map((unit, before) => `${units[before]} ${unit}`);
}

function characterGrams(word: string): readonly string[] {
  const padded = `<${word}>`;
  const grams: string[] = [];
  for (const length of CHARACTER_GRAM_LENGTHS) {
    for (let start = 0; start + length <= padded.length; start++) {
      grams.push(`_${padded.slice(start, start + length)}`);
    }
  }
  return grams;
}
