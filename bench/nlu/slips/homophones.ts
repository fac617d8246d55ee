import { pinyin } from 'pinyin-pro';

/** The first level of GB 2312 lies in these rows: the 3,755 characters in common use. */
const FIRST_ROW = 0xb0;
const LAST_ROW = 0xd7;
const FIRST_CELL = 0xa1;
const LAST_CELL = 0xfe;

let bySyllable: ReadonlyMap<string, readonly string[]> | undefined;

/** The other common characters with the syllable, whatever its tone. */
export function findHomophones(character: string, syllable: string): readonly string[] {
  bySyllable ??= collect();
  return (bySyllable.get(syllable) ?? []).filter((other) => other !== character);
}

/** The toneless syllables of a run of Chinese characters, one each, polyphones by their word. */
export function readSyllables(han: string): readonly string[] {
  return pinyin(han, { toneType: 'none', type: 'array', v: true });
}

function collect(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const character of commonCharacters()) {
    const syllable = readSyllables(character)[0] ?? '';
    const others = found.get(syllable);
    if (others) others.push(character);
    else found.set(syllable, [character]);
  }
  return found;
}

function commonCharacters(): string {
  const bytes: number[] = [];
  for (let row = FIRST_ROW; row <= LAST_ROW; row++) {
    for (let cell = FIRST_CELL; cell <= LAST_CELL; cell++) bytes.push(row, cell);
  }
  // The last cells of the last row are empty and decode to replacement or private characters.
  return new TextDecoder('gb2312').decode(Uint8Array.from(bytes)).replace(/[^\p{Script=Han}]/gu, '');
}
