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
 * Splits a run of Latin letters into pinyin syllables, longest first, or returns undefined where it is
 * not pinyin from end to end.
 */
export function splitPinyin(letters: string): readonly string[] | undefined {
  if (letters === '') return [];
  for (let length = Math.min(LONGEST_SYLLABLE, letters.length); length > 0; length--) {
    const syllable = letters.slice(0, length);
    if (!SYLLABLES.has(syllable)) continue;
    const rest = splitPinyin(letters.slice(length));
    if (rest) return [syllable, ...rest];
  }
  return undefined;
}

function expand(initial: string, finals: string): string {
  return `${finals
    .split(' ')
    .map((final) => initial + final)
    .join(' ')} `;
}
