import { pinyin } from 'pinyin-pro';

/** Initials and finals of standard Mandarin, toneless; their valid pairs make some 400 syllables. */
const SYLLABLES: ReadonlySet<string> = new Set(
  (
    'a ai an ang ao e ei en eng er o ou ' +
    expand('b', 'a ai an ang ao ei en eng i ian iao ie in ing o u') +
    expand('p', 'a ai an ang ao ei en eng i ian iao ie in ing o ou u') +
    expand('m', 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u') +
    expand('f', 'a an ang ei en eng o ou u') +
    expand('d', 'a ai an ang ao e ei eng i ian iao ie ing iu ong ou u uan ui un uo') +
    expand('t', 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo') +
    expand('n', 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve ue') +
    expand('l', 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve ue') +
    expand('g', 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo') +
    expand('k', 'a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo') +
    expand('h', 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo') +
    expand('j', 'i ia ian iang iao ie in ing iong iu u uan ue un') +
    expand('q', 'i ia ian iang iao ie in ing iong iu u uan ue un') +
    expand('x', 'i ia ian iang iao ie in ing iong iu u uan ue un') +
    expand('zh', 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo') +
    expand('ch', 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo') +
    expand('sh', 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo') +
    expand('r', 'an ang ao e en eng i ong ou u ua uan ui un uo') +
    expand('z', 'a ai an ang ao e ei en eng i ong ou u uan ui un uo') +
    expand('c', 'a ai an ang ao e en eng i ong ou u uan ui un uo') +
    expand('s', 'a ai an ang ao e en eng i ong ou u uan ui un uo') +
    expand('y', 'a an ang ao e i in ing o ong ou u uan ue un') +
    expand('w', 'a ai an ang ei en eng o u')
  )
    .trim()
    .split(' '),
);

const LONGEST_SYLLABLE = 6;

/** The toneless syllable of every Chinese character, in order; polyphones by their word. */
export function syllablesOfHan(han: string): readonly string[] {
  return pinyin(han, { toneType: 'none', type: 'array', v: true });
}

/**
 * Splits a run of Latin letters into pinyin syllables, longest first, or returns undefined where it is not pinyin from
 * end to end. It works from the end, so that what follows a place is settled once, however long the run is.
 */
export function splitPinyin(letters: string): readonly string[] | undefined {
  const lengthAt: number[] = [];
  for (let start = letters.length - 1; start >= 0; start--) {
    lengthAt[start] = findLongestSyllable(letters, start, lengthAt);
  }
  if (lengthAt[0] === 0) return undefined;
  const syllables: string[] = [];
  for (let start = 0; start < letters.length; start += lengthAt[start] as number) {
    syllables.push(letters.slice(start, start + (lengthAt[start] as number)));
  }
  return syllables;
}

/** The length of the longest syllable that begins at `start` and leaves a rest that is pinyin; 0 where none does. */
function findLongestSyllable(letters: string, start: number, lengthAt: readonly number[]): number {
  for (let length = Math.min(LONGEST_SYLLABLE, letters.length - start); length > 0; length--) {
    const end = start + length;
    const isRestPinyin = end === letters.length || lengthAt[end] !== 0;
    if (isRestPinyin && SYLLABLES.has(letters.slice(start, end))) return length;
  }
  return 0;
}

function expand(initial: string, finals: string): string {
  return `${finals
    .split(' ')
    .map((final) => initial + final)
    .join(' ')} `;
}
