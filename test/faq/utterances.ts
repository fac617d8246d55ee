import fc from 'fast-check';

/** The longest message that a client may send, about. */
export const LONGEST_UTTERANCE = 1000;

/** What strange utterances are made of; the last are the words that patterns look for, to lead them astray. */
const POOLS: Readonly<Record<string, readonly string[]>> = {
  han: [...'发票积分退款订单什么时候能到了的我你他好在哪怎吗呢发票積點幾個龘㐀𠮷'],
  letters: [...'abcdefghijklmnopqrstuvwxyz'],
  twoLetterWords: ['ab ', 'is ', 'it ', 'do ', 'xq ', 'me ', 'zz ', 'ok ', 'an '],
  pinyin: ['zhuang', 'xian', 'xi', 'an', 'a', 'chuang', 'fa', 'piao', 'ji', 'fen', 'shuang', 'ng', 'er', 'v'],
  almostWords: ['invoic', 'verfication', 'refudn', 'recieve', 'actvation', 'e', 's', ' '],
  brackets: ['(', '[', '{', '<', '「', '（', ')', ']', '}', '>', '」', '）'],
  emoji: ['😀', '👨‍👩‍👧‍👦', '🇨🇳', '👍🏽', '❤️', '\u200d', '\ufe0f', '🤷‍♀️'],
  rightToLeft: ['شلوم', 'ש', 'ل', '\u202e', '\u200f', 'مرحبا ', 'عليكم'],
  controls: ['\u0000', '\u0007', '\u001b[', '\u0085', '\u2028', '\t', '\r\n', '\u007f', '\ufeff'],
  halves: ['\ud83d', '\ude00', '\udfff', '\ud800', 'a', '票'],
  marks: ['\u0301', '\u0323', 'e\u0301', 'ﬁ', 'Ａ', '㎏', 'ß', 'İ', 'ı', "'", '´', '٣', '０'],
  punctuation: ['?', '？', '！', '，', ',', '.', ' ', '\n', '…', '1.', '2)', '①', '-', '2025', 'IM'],
  chineseTurns: [
    '好的',
    '好',
    '的',
    '了',
    '啊',
    '那',
    '那么',
    '所以',
    '我',
    '不是',
    '我问的是',
    '是',
    '没有',
    '呢',
    '就',
    '订单号',
    '，',
  ],
  englishTurns: [
    'ok ',
    'no ',
    'not ',
    'and ',
    'then ',
    'so ',
    'i meant ',
    'that is ',
    'back to ',
    'points ',
    'how ',
    'thanks ',
    'please',
    ', ',
  ],
};

const upToLongest = (parts: readonly string[]): string => parts.join('').slice(0, LONGEST_UTTERANCE);

const piece = fc.constantFrom(...Object.values(POOLS).flat());
const many = { maxLength: LONGEST_UTTERANCE, size: 'max' } as const;

/** Any string that a client could send: noise, one thing over and over, one script, and all of them mixed. */
export const utterances: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', ...many }),
  fc.string({ unit: 'grapheme', ...many }),
  fc.tuple(piece, fc.nat(LONGEST_UTTERANCE)).map(([one, times]) => upToLongest(Array(times).fill(one))),
  // The end decides whether a pattern that has matched so far has to try all other ways.
  fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.nat(LONGEST_UTTERANCE), piece)
    .map(([unit, times, end]) =>
      upToLongest([...upToLongest(Array(times).fill(unit.join(''))).slice(end.length), end]),
    ),
  ...Object.values(POOLS).map((pool) => fc.array(fc.constantFrom(...pool), many).map(upToLongest)),
  fc.array(piece, many).map(upToLongest),
);

const HAN_START = 0x4e00;

/** Long messages that have kept matchers busy, each with what it is. */
export const LONG_UTTERANCES: readonly (readonly [name: string, text: string])[] = [
  ['1,000 different Chinese characters', String.fromCodePoint(...range(LONGEST_UTTERANCE, HAN_START))],
  ['1,000 letters without a space', upToLongest(Array(LONGEST_UTTERANCE).fill('qwertyuiopasdfghjklzxcvbnm'))],
  ['500 words of two letters', 'ab '.repeat(LONGEST_UTTERANCE / 2)],
  ['160 syllables of pinyin without a space', 'zhuang'.repeat(160)],
  ['syllables that can be split in two ways, and no end to them', `${'xian'.repeat(200)}k`],
  ['syllables that can be split in three ways', `${'zhuangang'.repeat(100)}k`],
  ['a word of the store, written without end', 'invoice'.repeat(140)],
  ['500 open brackets and 500 closed ones', '('.repeat(500) + ')'.repeat(500)],
  ['a courtesy without end, and something after it', `${'好的'.repeat(400)}怎么办x`],
  ['a correction without end, and something after it', `${'搞错了'.repeat(300)}好`],
  ['halves of emoji', '\ud83d'.repeat(LONGEST_UTTERANCE)],
  ['nothing but spaces', ' '.repeat(LONGEST_UTTERANCE)],
];

function range(length: number, start: number): readonly number[] {
  return Array.from({ length }, (_, at) => start + at);
}
