import { pick, type Slip } from './slip.ts';

const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Words shorter than this are left alone where there are longer ones: "to" mistyped is mostly another word. */
const LEAST_LENGTH = 4;

/** The keys left and right of each letter, and the one or two below and above it. */
const NEIGHBOURS: ReadonlyMap<string, readonly string[]> = new Map(
  KEY_ROWS.flatMap((keys, row) =>
    [...keys].map((key, column): [string, string[]] => {
      const above = KEY_ROWS[row - 1]?.slice(column, column + 2) ?? '';
      const below = KEY_ROWS[row + 1]?.slice(Math.max(0, column - 1), column + 1) ?? '';
      const beside = [keys[column - 1], keys[column + 1]].filter((other) => other !== undefined);
      return [key, [...beside, ...above, ...below]];
    }),
  ),
);

/** A word mistyped at one of its letters. */
type WordSlip = (word: string, at: number, random: () => number) => string;

const replaceByNeighbour: WordSlip = (word, at, random) => {
  const letter = word[at] ?? '';
  const typed = pick(NEIGHBOURS.get(letter.toLowerCase()) ?? [], random) ?? '';
  return (
    word.slice(0, at) + (letter === letter.toLowerCase() ? typed : typed.toUpperCase()) + word.slice(at + 1)
  );
};
const swapWithNext: WordSlip = (word, at) => {
  const first = Math.min(at, word.length - 2);
  return word.slice(0, first) + word[first + 1] + word[first] + word.slice(first + 2);
};
const omit: WordSlip = (word, at) => word.slice(0, at) + word.slice(at + 1);
const double: WordSlip = (word, at) => word.slice(0, at + 1) + word.slice(at);

/** A neighbouring key, two letters swapped, a letter left out or typed twice: each as likely, at any letter. */
export const slipEnglish: Slip = (text, random) => {
  const words = [...text.matchAll(/[a-z]{2,}/gi)];
  const long = words.filter(([word]) => word.length >= LEAST_LENGTH);
  const places = (long.length > 0 ? long : words).flatMap(({ 0: word, index }) =>
    Array.from(word, (_, at) => ({ word, index, at })),
  );
  const place = pick(places, random);
  if (!place) return text;
  const slip = pick([replaceByNeighbour, swapWithNext, omit, double], random);
  const { word, index, at } = place;
  return text.slice(0, index) + slip(word, at, random) + text.slice(index + word.length);
};
