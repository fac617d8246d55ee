import { createRequire } from 'node:module';

/** Words shorter than this are never corrected: too many others lie one slip away. */
const SHORTEST_WORD = 4;
/** Longer words than this may have two slips. */
const LONGEST_WITH_ONE_SLIP = 7;

/** A word that no lexicon has (fapiao, alipay) is right where the corpus has it this often, and else a slip. */
const FEWEST_OF_FOREIGN_WORD = 3;

let lexicon: ReadonlySet<string> | undefined;

/** True for a word of the English language at large, which is never taken for a slip. */
function isEnglishWord(word: string): boolean {
  lexicon ??= new Set(createRequire(import.meta.url)('an-array-of-english-words') as readonly string[]);
  return lexicon.has(word);
}

/** Finds the corpus word that a mistyped one was meant to be. */
export interface Speller {
  /** The corrected word, or undefined where the word is right, foreign or too far from any. */
  findCorrection(word: string): string | undefined;
}

/**
 * Symmetric-delete lookup (Garbe's SymSpell) over the corpus's words: both the known words and the typed
 * one are stripped of up to two letters, and where the rests meet the distance is worked out.
 * @param frequencies how often each known word occurs in the corpus
 */
export function createSpeller(frequencies: ReadonlyMap<string, number>): Speller {
  const isKnown = (word: string) =>
    (frequencies.get(word) ?? 0) >= FEWEST_OF_FOREIGN_WORD || isEnglishWord(word);
  const wordsByRest = new Map<string, string[]>();
  let longest = 0;
  for (const word of [...frequencies.keys()].filter(isKnown).sort()) {
    if (word.length < SHORTEST_WORD || !/^[a-z]+$/.test(word)) continue;
    longest = Math.max(longest, word.length);
    for (const rest of deletions(word, slipsAllowed(word))) {
      const known = wordsByRest.get(rest);
      if (known) known.push(word);
      else wordsByRest.set(rest, [word]);
    }
  }

  return {
    findCorrection(word) {
      if (word.length < SHORTEST_WORD || !/^[a-z]+$/.test(word)) return undefined;
      // No slip makes a word of the corpus as long as this, and its deletions would be legion.
      if (word.length > longest + slipsAllowed(word)) return undefined;
      if (isKnown(word)) return undefined;
      let best: { word: string; rank: readonly number[] } | undefined;
      for (const rest of deletions(word, slipsAllowed(word))) {
        for (const candidate of wordsByRest.get(rest) ?? []) {
          const distance = slipsBetween(word, candidate);
          if (distance > Math.min(slipsAllowed(word), slipsAllowed(candidate))) continue;
          const sameStart = word[0] === candidate[0] ? 0 : 1;
          const rank = [distance, sameStart, -(frequencies.get(candidate) ?? 0)];
          if (!best || isBefore(rank, best.rank, candidate < best.word)) best = { word: candidate, rank };
        }
      }
      return best?.word;
    },
  };
}

function slipsAllowed(word: string): number {
  return word.length > LONGEST_WITH_ONE_SLIP ? 2 : 1;
}

function isBefore(rank: readonly number[], other: readonly number[], tieFirst: boolean): boolean {
  for (const [place, value] of rank.entries()) {
    const otherValue = other[place] ?? 0;
    if (value !== otherValue) return value < otherValue;
  }
  return tieFirst;
}

function deletions(word: string, most: number): ReadonlySet<string> {
  const rests = new Set([word]);
  let latest = [word];
  for (let round = 0; round < most; round++) {
    const shorter: string[] = [];
    for (const text of latest) {
      for (let at = 0; at < text.length; at++) {
        const rest = text.slice(0, at) + text.slice(at + 1);
        if (rests.has(rest)) continue;
        rests.add(rest);
        shorter.push(rest);
      }
    }
    latest = shorter;
  }
  return rests;
}

/** Optimal string alignment distance: inserted, left out, wrong or transposed letters, each one slip. */
export function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let distance = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      );
      const transposed =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (transposed) distance = Math.min(distance, (beforeLast[column - 2] as number) + 1);
      current.push(distance);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] as number;
}
