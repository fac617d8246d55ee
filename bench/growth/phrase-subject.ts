import type { Language } from '../../faq/index.ts';
import { pick } from '../nlu/slips/slip.ts';
import type { Subject } from './subjects.ts';
import { FRAMES } from './vocabulary.ts';

/** So many different ways to ask for a subject. */
export function phraseSubject(
  { product, action, circumstance }: Subject,
  language: Language,
  count: number,
  random: () => number,
): readonly string[] {
  const ways = [FRAMES, product, action, circumstance].reduce(
    (all, { [language]: own }) => all * own.length,
    1,
  );
  if (count > ways) throw new RangeError(`There are ${ways} ways to ask, and ${count} were asked for.`);
  const phrasings = new Set<string>();
  while (phrasings.size < count) {
    const draw = (words: readonly string[]) => pick(words, random) ?? '';
    const asked = draw(action[language]).replace('{p}', draw(product[language]));
    phrasings.add(draw(FRAMES[language]).replace('{a}', asked).replace('{c}', draw(circumstance[language])));
  }
  return [...phrasings];
}
