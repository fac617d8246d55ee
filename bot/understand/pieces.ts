import type { Language } from '../../faq/index.ts';

/** A stretch of an utterance, from one place where it could be split to the next. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** A word such as "also", a question mark or a new line before it says that something else begins. */
  readonly isAnnounced: boolean;
}

/** What says that something else begins. */
const ANNOUNCING: Readonly<Record<Language, RegExp>> = {
  zh: /另外|还有|仲有|顺便|顺带|而且|以及|再问|还想问|然后|同时|对了|再就是|再者|又|\d[.．、)）]|[①-③]|[?？\n]/u,
  en: /\b(?:also|and|plus|by the way|btw|another thing|as well as|n|then)\b|&|\d[.)]|[?\n]/iu,
};

/** Where one question may end and another begin; the match is what stands between them. */
const BOUNDARY: Readonly<Record<Language, RegExp>> = {
  zh: anyOf('gu', [
    // A number in a list, or a word that announces another matter, with what stands around it.
    /[\s，,、。！!？?；;：:…~～]*(?:(?:^|[\s，,：:])(?:\d|[①-⑤])[.．、)）]|另外(?![那一的])|还有(?![货没多效几])|仲有|顺便|顺带|而且|以及|再问一下|再问下|还想问|然后|同时|对了|再就是|再者|又(?=怎么|咋|点样))[\s，,、：:]*/u,
    /\s*[①-⑤]\s*/u,
    /[，,、。！!？?；;…~～/\n]+\s*/u,
    // A space between Chinese words stands for a comma.
    /(?<=[\p{Script=Han}])\s+(?=[\p{Script=Han}\d])/u,
    // Words that end a question where nobody types a mark.
    /(?<=[吗呢伐嗦]|咋整|咋办|怎么办|意思[呀啊])|(?<=(?<![什怎那这多要])么)/u,
    /(?<=[了发开到寄退]没)(?![有收到来发寄])|(?<=未)(?=[^\p{P}\s])/u,
  ]),
  en: anyOf('giu', [
    /[\s,.!?;:]*(?:(?:^|\s)\d[.)]\s|\b(?:and also|also|and|plus|by the way|btw|another thing|oh and|as well as|n|then)\b|&|\+)[\s,:]*/u,
    /[.!?;:\n]+(?:\s+|$)(?:(?:first|second|third)(?:ly)?|one|two)?[,:]?\s*/u,
    // Two questions in a row without a mark; "tell me how to" is one.
    /(?<=\w\s+\w+\s+\w+)(?<!\b(?:see|know|tell|me|us|understand|explain|about|out|wonder|wondering|ask|asking|check|say|learn|remember|on|of|to|for|is|are|no|idea|and|but|so))\s+(?=(?:how (?:to|do|does|can)|what (?:is|are|does)|whats|where (?:is|are|do|can))\b)/u,
    /\s*,\s+|\s+\/\s+|\n+/u,
  ]),
};
/** More would be a tale; cutting it up costs time and finds nothing. */
const MOST_PIECES = 7;

/** Cuts an utterance wherever a question could end; one piece where there is no such place, or too many. */
export function cutIntoPieces(text: string, language: Language): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let isAnnounced = false;
  for (const { index, 0: between } of text.matchAll(BOUNDARY[language])) {
    // A question mark belongs to what it ends.
    const end = index + (/^[?？]/u.test(between) ? 1 : 0);
    if (index > start) pieces.push({ start, end, isAnnounced });
    start = index + between.length;
    isAnnounced = ANNOUNCING[language].test(between);
  }
  if (start < text.length) pieces.push({ start, end: text.length, isAnnounced });
  return pieces.length > MOST_PIECES ? [{ start: 0, end: text.length, isAnnounced: false }] : pieces;
}

function anyOf(flags: string, patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), flags);
}
