import type { Candidate, Language, Matcher } from '../faq/index.ts';
import { toKey } from '../faq/index.ts';
import type { ConversationState } from './turn.ts';

/** One question of an utterance, and what it could mean. */
export interface Part {
  readonly text: string;
  readonly candidates: readonly Candidate[];
  /** The decoy that beats every candidate, where one does. */
  readonly decoy?: string;
  /** The question is the name of a topic and nothing more. */
  readonly isBareTopic: boolean;
  readonly answerAt: number;
  readonly clarifyAt: number;
}

/** What an utterance was found to say. */
export interface Understanding {
  readonly language: Language;
  /** The utterance has neither letters nor digits: emoji, punctuation. */
  readonly isWordless: boolean;
  /** The customer took one of the choices that were offered. */
  readonly chosen?: string;
  /** A person is asked for in so many words, whatever else is said. */
  readonly wantsPerson: boolean;
  /** The questions in the order asked; one where the utterance is not to be split. */
  readonly parts: readonly Part[];
}

interface UnderstandDeps {
  readonly matcher: Matcher;
  /** The id of the article or intent that has this title in any language. */
  readonly findByTitle: (key: string) => string | undefined;
}

/** A shorter piece says too little to be a question of its own. */
const SHORTEST_PART = { zh: 4, en: 8 };
const MOST_PARTS = 3;
/** What courtesies leave must be at least a word. */
const SHORTEST_REST = 2;

const SENTENCE_END = /[。！？!?；;\n]+|\.\s+/u;
const CONJUNCTION = {
  zh: /[，,、\s]*(?:另外|还有|顺便|而且|以及|再问一下|还想问|然后|同时)[，,、：:\s]*|[，,]/u,
  en: /[,\s]*\b(?:and also|also|and|plus|by the way|btw|another thing|oh and)\b[,\s]*|,/iu,
};

/** What makes a piece a question or a request of its own, and not the story around one. */
const ASKING = {
  zh: /[吗么呢咩]|[?？]|怎|咋|点样|如何|多少|多久|哪|几[天日时个]|什么|啥|能不能|可不可以|可以[不吧]|是不是|有没有|行不行|是否|为何|为什么|能否|还是|帮我|请问|没有$|[了到好]没|转人工/u,
  en: /\?|\b(?:how|what|where|when|which|who|why|can|could|do|does|did|is|are|will|would|should|may|any|tell me|show me|i want|i need|i'd like|please)\b/iu,
};

/** Courtesies around a question; what is left without them is what is asked. */
const COURTESY: readonly RegExp[] = [
  /^(?:(?:您好|你好|你们好|哈喽|嗨|在吗|在不在|亲|客服|请问一下|请问|麻烦问一下|问一下|想问一下|想咨询一下|谢谢|多谢|再问下|再问一下)(?:啊|呀|哈|了)?[，,。.！!～~、\s]*)+/u,
  /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|excuse me|thanks|thank you|dear (?:sir|madam|team))\b(?: there)?[,.!\s]*)+/iu,
  /[，,。.！!～~、\s]*(?:谢谢|多谢|感谢|辛苦了|麻烦了)(?:您|你|啦|了)?[。.！!～~\s]*$/u,
  /[,.!\s]*\b(?:thanks|thank you|thx|cheers|pls|please)(?: a lot| so much| in advance)?[.!\s]*$/iu,
];

/** A piece that asks must be this clear to be answered on its own; one that only states something, clearer. */
const CLEAR_QUESTION = 0.5;
const CLEAR_STATEMENT = 0.92;

const PERSON_WANTED = {
  zh: /转人工|人工客服|人工服务|真人客服|^人工$|(?:要|找|叫|换|转|接).{0,4}(?:真人|活人|人工)|不要机器人|别跟机器人/u,
  en: /\b(?:real|live|actual) (?:person|human|agent)\b|\bhuman (?:agent|being|please)\b|^(?:agent|human|operator|representative)[.!]*$|\b(?:talk|speak|chat) (?:to|with) (?:a |an |some)?(?:human|person|agent|representative|someone|somebody)\b/iu,
};

const ORDINALS: readonly RegExp[] = [
  /^(?:1|一|第一个?|选1|选一|the first(?: one)?|first(?: one)?|option 1)$/iu,
  /^(?:2|二|第二个?|选2|选二|the second(?: one)?|second(?: one)?|option 2)$/iu,
  /^(?:3|三|第三个?|选3|选三|the third(?: one)?|third(?: one)?|option 3)$/iu,
];

/** Finds the language, the questions in an utterance, and what each could mean. */
export function understand(
  utterance: string,
  state: ConversationState,
  pageLanguage: Language,
  { matcher, findByTitle }: UnderstandDeps,
): Understanding {
  const isWordless = toKey(utterance) === '';
  const chosen = findChosen(utterance, state) ?? findByTitle(toKey(utterance));
  const isBareNumber = !/\p{L}/u.test(utterance);
  const language = matcher.detectLanguage(utterance, isBareNumber && chosen ? state.language : pageLanguage);
  const wantsPerson = PERSON_WANTED.zh.test(utterance) || PERSON_WANTED.en.test(utterance);
  const toPart = (text: string): Part => {
    const { candidates, policy, decoy, isBareTopic } = matcher.match(text, language);
    return { text, candidates, isBareTopic, ...policy, ...(decoy ? { decoy } : {}) };
  };
  const asked = withoutCourtesies(utterance);
  const parts = isWordless ? [] : splitWhereClear(toPart(asked), language, toPart);
  return { language, isWordless, wantsPerson, parts, ...(chosen === undefined ? {} : { chosen }) };
}

/** The utterance without greetings and thanks around it; the whole, where it is nothing else. */
function withoutCourtesies(utterance: string): string {
  const rest = COURTESY.reduce((text, courtesy) => text.replace(courtesy, ''), utterance.trim());
  return toKey(rest).length < SHORTEST_REST ? utterance : rest;
}

function findChosen(utterance: string, state: ConversationState): string | undefined {
  const typed = utterance
    .normalize('NFKC')
    .trim()
    .replace(/[.。!！]+$/u, '');
  const place = ORDINALS.findIndex((ordinal) => ordinal.test(typed));
  return place < 0 ? undefined : state.offered[place];
}

/**
 * Splits where at least two pieces are clear on their own and mean different things. A story around one
 * question has one clear piece at most, and stays whole.
 */
function splitWhereClear(whole: Part, language: Language, toPart: (text: string) => Part): readonly Part[] {
  for (const separator of [SENTENCE_END, CONJUNCTION[language]]) {
    const pieces = whole.text
      .split(separator)
      .map((piece) => piece.trim())
      .filter((piece) => [...piece].length >= SHORTEST_PART[language]);
    if (pieces.length < 2 || pieces.length > MOST_PARTS + 1) continue;
    const clear = pieces.map(toPart).filter((piece) => isClear(piece, ASKING[language].test(piece.text)));
    const meanings = new Set(clear.map((part) => part.candidates[0]?.id));
    if (meanings.size >= 2) return dropRepeated(clear).slice(0, MOST_PARTS);
  }
  return [whole];
}

function isClear({ candidates, answerAt }: Part, asks: boolean): boolean {
  const top = candidates[0];
  const least = asks ? Math.max(answerAt, CLEAR_QUESTION) : CLEAR_STATEMENT;
  return top !== undefined && top.confidence >= least && !top.id.startsWith('smalltalk.');
}

function dropRepeated(parts: readonly Part[]): readonly Part[] {
  const seen = new Set<string>();
  return parts.filter(({ candidates }) => {
    const id = candidates[0]?.id ?? '';
    return !seen.has(id) && seen.add(id);
  });
}
