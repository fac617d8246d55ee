import type { Language } from '../../faq/index.ts';
import { type Part, sureAt, topConfidence } from './part.ts';
import { familyOf } from './topic-words.ts';

/** Between two things that share a verb. */
const AND: Readonly<Record<Language, RegExp>> = {
  zh: /(?:和|跟|与|及|同埋|、)/gu,
  en: /\s+(?:and|or|nor|&|n|as well as)\s+(?:also\s+)?/giu,
};
/** A thing is named in so few words (characters in Chinese). */
const LONGEST_THING: Readonly<Record<Language, number>> = { zh: 6, en: 5 };
/** One verb for two things makes a short question; a long one is a tale. */
const LONGEST_TEXT: Readonly<Record<Language, number>> = { zh: 40, en: 110 };

/**
 * Reads "where do I see my points and my order" as two questions that share their verb. Undefined where the two
 * are not both clear, or not about different things.
 */
export function distribute(
  text: string,
  language: Language,
  read: (text: string) => Part,
): readonly Part[] | undefined {
  if ([...text].length > LONGEST_TEXT[language]) return undefined;
  let best: { readonly parts: readonly Part[]; readonly weakest: number } | undefined;
  for (const { index, 0: between } of text.matchAll(AND[language])) {
    const left = text.slice(0, index);
    const right = text.slice(index + between.length);
    for (const [first, second] of waysToShare(left, right, language)) {
      const parts = [read(first), read(second)];
      const weakest = Math.min(...parts.map(topConfidence));
      if (parts.every((part) => topConfidence(part) >= sureAt(part)) && areDifferent(parts)) {
        if (!best || weakest > best.weakest) best = { parts, weakest };
      }
    }
  }
  return best?.parts;
}

/** The first thing gets what follows the second, or the second what stands before the first. */
function waysToShare(
  left: string,
  right: string,
  language: Language,
): readonly (readonly [string, string])[] {
  const glue = language === 'zh' ? '' : ' ';
  const unitsOf = (text: string) => (language === 'zh' ? [...text] : text.trim().split(/\s+/));
  const [before, after] = [unitsOf(left), unitsOf(right)];
  const ways: (readonly [string, string])[] = [];
  for (let length = 1; length <= LONGEST_THING[language]; length++) {
    if (length < before.length) {
      ways.push([left, [...before.slice(0, -length), ...after].join(glue)]);
    }
    if (length < after.length) ways.push([[...before, ...after.slice(length)].join(glue), right]);
  }
  return ways;
}

function areDifferent(parts: readonly Part[]): boolean {
  const families = parts.map(({ candidates }) => familyOf(candidates[0]?.id ?? ''));
  return new Set(families).size === parts.length && families.every((family) => family !== 'handoff');
}
