import { slipEnglish } from './english-slips.ts';
import { findHomophones, readSyllables } from './homophones.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import { pick, type Slip } from './slip.ts';

/** Most Chinese is typed by sound, so most slips are homophones. */
const HOMOPHONE_SHARE = 0.6;
const LOOK_ALIKE_SHARE = 0.2;
/** A text of fewer characters than this loses its meaning with any of them. */
const LEAST_TO_DROP_FROM = 4;

/** A homophone, a character of similar shape, or one left out. A text without Chinese gets an English slip. */
export const slipChinese: Slip = (text, random) => {
  const characters = [...text.matchAll(/\p{Script=Han}+/gu)].flatMap(({ 0: run, index }) => {
    const syllables = readSyllables(run);
    let at = index;
    return [...run].map((character, place) => {
      const found = { character, at, syllable: syllables[place] ?? '' };
      at += character.length;
      return found;
    });
  });
  const chosen = pick(characters, random);
  if (!chosen) return slipEnglish(text, random);
  const { character, at, syllable } = chosen;
  const homophone = pick(findHomophones(character, syllable), random);
  const lookAlike = pick(LOOK_ALIKES.get(character) ?? [], random);
  const kind = random();
  const replaceBy = (typed: string) => text.slice(0, at) + typed + text.slice(at + character.length);
  if (kind >= HOMOPHONE_SHARE + LOOK_ALIKE_SHARE && characters.length >= LEAST_TO_DROP_FROM) {
    return replaceBy('');
  }
  return replaceBy((kind >= HOMOPHONE_SHARE ? lookAlike : undefined) ?? homophone ?? lookAlike ?? character);
};
