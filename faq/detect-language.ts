import type { Language } from './language.ts';
import { hasHan, normalize } from './normalize.ts';
import { splitPinyin } from './pinyin.ts';

/** Above this share of English words a text that could be pinyin is English ("can he change it"). */
const MOST_ENGLISH_WORDS_IN_PINYIN = 0.5;

/**
 * The language that an utterance is written in, or undefined where it has no letters.
 * Latin letters are Chinese where every word is pinyin and few are English words of the corpus.
 */
export function detectLanguage(
  utterance: string,
  isKnownEnglish: (word: string) => boolean,
): Language | undefined {
  const question = normalize(utterance);
  if (hasHan(question)) return 'zh';
  const words = question.match(/\p{Script=Latin}+/gu) ?? [];
  if (words.length === 0) return undefined;
  const isPinyin = words.every((word) => /^[a-z]+$/.test(word) && splitPinyin(word) !== undefined);
  const englishShare = words.filter(isKnownEnglish).length / words.length;
  return isPinyin && englishShare < MOST_ENGLISH_WORDS_IN_PINYIN ? 'zh' : 'en';
}
