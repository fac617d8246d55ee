import { toKey } from '../../faq/index.ts';

/** What courtesies leave must be at least a word. */
const SHORTEST_REST = 2;

/** Courtesies around a question; what is left without them is what is asked. */
const COURTESIES: readonly RegExp[] = [
  /^(?:(?:好的?|好吧|行|嗯+|哦+|噢|知道了|明白了?|了解了?|收到)[，,。.！!～~、\s]+)+/u,
  /^(?:(?:ok|okay|k|alright|all right|fine|great|right|got it|i see|perfect)[,.!\s]+)+/iu,
  /^(?:(?:您好|你好|你们好|哈喽|嗨|在吗|在不在|亲(?!人|戚|自)|客服(?=[，,。！!\s])|请问一下|请问|麻烦问一下|问一下|想问一下|想咨询一下|谢谢|多谢|再问下|再问一下)(?:啊|呀|哈|了)?[，,。.！!～~、\s]*)+/u,
  /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|excuse me|thanks|thank you|dear (?:sir|madam|team))\b(?: there)?[,.!\s]*)+/iu,
  /[，,。.！!～~、\s]*(?:谢谢|多谢|感谢|辛苦了|麻烦了)(?:您|你|啦|了)?[。.！!～~\s]*$/u,
  /[,.!\s]*\b(?:thanks|thank you|thx|cheers|pls|please)(?: a lot| so much| in advance)?[.!\s]*$/iu,
];

/** The utterance without greetings and thanks around it; the whole, where it is nothing else. */
export function withoutCourtesies(utterance: string): string {
  const rest = COURTESIES.reduce((text, courtesy) => text.replace(courtesy, ''), utterance.trim());
  return toKey(rest).length < SHORTEST_REST ? utterance : rest;
}
