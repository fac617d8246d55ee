import Fuse from 'fuse.js/basic';
import type { CreateSuggester, Suggestible } from './suggestible.ts';

const MOST_SHOWN = 4;
/** What is so much worse than the best resembles it by its letters alone. */
const WIDEST_GAP = 0.25;
/** A single Latin letter says nothing yet; a single Chinese character is a word. */
const TOO_SHORT = /^[\x21-\x7e]?$/;
/** Words of at least three letters, and runs of Chinese. */
const PIECE = /\p{Script=Han}+|[\p{L}\p{N}]{3,}/gu;

/** Searches titles, phrasings and, where they are Chinese, how they sound. */
export const createSuggester: CreateSuggester = (questions) => {
  const fuse = new Fuse(questions.map(withSound), {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'phrasings', weight: 2 },
      { name: 'sound', weight: 1 },
      { name: 'initials', weight: 1 },
    ],
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: 0.3,
  });

  /** What has the whole text, and after it what has the most of its pieces. A piece that few have counts for more. */
  return (typed) => {
    const query = typed.trim().replace(/\s+/g, ' ').slice(0, 60);
    if (TOO_SHORT.test(query)) return [];
    const found = fuse.search(query, { limit: MOST_SHOWN });
    const worst = (found[0]?.score ?? 0) + WIDEST_GAP;
    const whole = found.filter(({ score = 1 }) => score <= worst).map(({ item }) => item.title);
    const points = new Map<string, number>();
    for (const piece of piecesOf(query)) {
      const having = fuse.search(piece);
      for (const { item, score = 1 } of having)
        points.set(item.title, (points.get(item.title) ?? 0) + (1 - score) / having.length);
    }
    const byPieces = [...points].sort(([, a], [, b]) => b - a).map(([title]) => title);
    return [...new Set([...whole, ...byPieces])].slice(0, MOST_SHOWN);
  };
};

/** How a Chinese question may be typed in Latin letters: its syllables in one, or the first letter of each. */
function withSound(question: Suggestible) {
  const { pinyin = [] } = question;
  return {
    ...question,
    sound: pinyin.map((syllables) => syllables.replaceAll(' ', '')),
    initials: pinyin.map((syllables) => syllables.replace(/(\S)\S* ?/g, '$1')),
  };
}

/** Words, and pairs of Chinese characters. None where the text is a piece itself. */
function piecesOf(query: string): readonly string[] {
  const pieces = (query.match(PIECE) ?? []).flatMap((run) =>
    /\p{Script=Han}/u.test(run) && run.length > 2
      ? Array.from(run.slice(1), (character, place) => `${run[place]}${character}`)
      : [run],
  );
  return pieces.length > 1 ? pieces : [];
}
