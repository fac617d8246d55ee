import { pinyin } from 'pinyin-pro';
import type { Language } from '../../faq/index.ts';
import type { Suggestible } from '../../web/widget/suggestions/suggestible.ts';
import type { StoreQuestions } from './store-questions.ts';

const PHRASINGS_EACH = 5;
/** What is longer is nobody's way of beginning to type. */
const LONGEST: Readonly<Record<Language, number>> = { zh: 14, en: 44 };
const HAN = /\p{Script=Han}/u;

/** The questions of a store as the suggestions search them. */
export function toSuggestibles({ articles }: StoreQuestions, language: Language): readonly Suggestible[] {
  return articles.map((article) => {
    const { title } = article[language];
    const fitting = article[language].phrasings.filter(
      (phrasing) => phrasing.length <= LONGEST[language] && HAN.test(phrasing) === (language === 'zh'),
    );
    const phrasings = choosePhrasings(title, fitting, PHRASINGS_EACH);
    if (language !== 'zh') return { title, phrasings };
    return { title, phrasings, pinyin: [title, ...phrasings].map(syllablesOf) };
  });
}

/** The phrasings that together say the most that the title does not: each brings the most new pairs of letters. */
export function choosePhrasings(
  title: string,
  phrasings: readonly string[],
  count: number,
): readonly string[] {
  const covered = new Set(pairsOf(title));
  const left = [...phrasings];
  const chosen: string[] = [];
  const gainOf = (phrasing: string) =>
    pairsOf(phrasing).filter((pair) => !covered.has(pair)).length / Math.sqrt(phrasing.length);
  while (chosen.length < count && left.length > 0) {
    const best = left.reduce((a, b) => (gainOf(b) > gainOf(a) ? b : a));
    if (gainOf(best) === 0) break;
    left.splice(left.indexOf(best), 1);
    chosen.push(best);
    for (const pair of pairsOf(best)) covered.add(pair);
  }
  return chosen;
}

function pairsOf(text: string): readonly string[] {
  const letters = [...text.toLowerCase()];
  return letters.slice(1).map((letter, place) => `${letters[place]}${letter}`);
}

/** Toneless, with what is not Chinese left as it is and punctuation left out. */
function syllablesOf(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '')
    .join(' ');
}
