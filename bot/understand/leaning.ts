import type { Language } from '../../faq/index.ts';

/**
 * How a text leans on what was said before. `repeat`: it says nothing of its own ("那怎么办", "why?");
 * `detail`: it names another case of the same question ("那银联呢", "and UnionPay?"); `strong`: it says that it
 * goes on, or points back; `weak`: it is short enough to; `none`: it is a sentence of its own.
 */
export type Leaning = 'repeat' | 'detail' | 'strong' | 'weak' | 'none';

/** Says that something was heard, and asks for nothing. No word is made of others, or matching could take for ever. */
const HEARD: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:好|行|嗯|恩|哦|噢|喔|知道|明白|了解|收到|清楚|懂|原来如此|这样|是|对|ok|okay|了|啦|吧|啊|呀|的)+$/iu,
  en: /^(?:(?:ok|okay|k|alright|all right|fine|great|good|right|cool|nice|sure|yes|yeah|yep|yup|no|got it|i see|understood|noted|hm+|oh|ah|well|perfect|makes sense|then)\s*)+$/iu,
};

const NOTHING_OF_ITS_OWN: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:那么?|咁|所以|可是|但是|啊|哦|这|到底|大概|一般|要|得|需要|我|该|应该|到)*(?:怎么办|咋办|咋整|点算|点办|为什么|为啥|点解|为何|然后呢|后来呢|真的[吗假]?|真的假的|确定吗?|是吗|是这样吗|多久|几天|几日|多长时间|等多久|什么意思|怎么说|具体呢|具体点|详细点|说清楚点|(?:还|就)?(?:有|没有)?(?:别的|其他的?|其它的?)(?:呢|吗|了吗)?|还有吗|就这些|就这样|没了)(?:呢|啊|呀|嘛|吗|啦|噶|喔)*$/u,
  en: /^(?:(?:and|so|but|then|ok|okay|oh|well)\s+)*(?:what (?:should|can|do|shall|must) (?:i|we) do|what now|what then|now what|why(?: is that| so| not| that)?|how come|and then|really|seriously|are you sure|is that (?:so|true|all)|how long(?: (?:does|will|would) (?:that|it|this) (?:take|be))?|meaning|what does that mean|can you explain|explain|more details?|(?:is there )?(?:what|anything|something) else(?: is there)?|any others?|is that it)(?:\s+(?:then|now|exactly|please))*$/iu,
};

const OPENING: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:哦|噢|喔|嗯|好|好的|行|ok)?[，,\s]*(?:那么?|咁|那要是|要是|如果|换成|换做|换个|改成|所以|然后|还有|另外|其他|别的|除了)/iu,
  en: /^(?:ok(?:ay)?|oh|fine|good|great|right|hm+|i see|alright)?[,.!\s]*(?:and|so|then|but|or|what about|how about|what if|even|also|what else|anything else|any other|else)\b/iu,
};
const CLOSING: Readonly<Record<Language, RegExp>> = {
  zh: /呢(?=$|[，,？?。\s])|也(?:是|可以|能|行|得)?(?:吗|么|吧|不)?[？?]?$/u,
  en: /\b(?:then|too|as well|either|instead|also|though)\s*[?!.]*$/iu,
};
const POINTING: Readonly<Record<Language, RegExp>> = {
  zh: /它|这(?!里|边|样|么)|那个|那些|那张|那笔|那单|上面|里面|其中|佢|嗰/u,
  en: /\b(?:it|its|they|them|that|those|these|this|mine|ones?|there|of that|of it)\b/iu,
};

/** Part of what was spoken of. */
const PARTITIVE: Readonly<Record<Language, RegExp>> = {
  zh: /其中|(?:这|那)里面/u,
  en: /\bof (?:that|it|them|those|this)\b/iu,
};

/** Asks for something by itself; a mere detail has none of these. */
const PREDICATE: Readonly<Record<Language, RegExp>> = {
  zh: /怎|咋|点样|如何|多少|多久|几|哪|什么|啥|咩|为什么|能|可以|可唔可以|会|有没有|有冇|是不是|吗|要|帮|查|没/u,
  en: /\b(?:how(?! about)|what(?! about)|where|when|which|who|why|can|could|do|does|did|is|are|was|were|will|would|should|may|have|has|had|get|see|use|tell|show|give|need|want|find|make|know|got|i|you|we)\b/iu,
};
const LONGEST_DETAIL: Readonly<Record<Language, number>> = { zh: 12, en: 7 };
/** A question of so few words ("how?", "在哪") cannot do without what went before. */
const LONGEST_BARE_ASKING: Readonly<Record<Language, number>> = { zh: 3, en: 2 };
const LONGEST_WEAK: Readonly<Record<Language, number>> = { zh: 8, en: 5 };
/** Who says who does what, says it in full. */
const PERSON: Readonly<Record<Language, RegExp>> = {
  zh: /[我你您俺]/u,
  en: /\b(?:i|you|we|my|your|our|me|us)\b/iu,
};

/** Finds how a text leans on what was said before. */
export function leaningOf(utterance: string, language: Language): Leaning {
  const text = utterance.normalize('NFKC').trim();
  const words = text.replace(/[^\p{L}\p{N}']+/gu, language === 'zh' ? '' : ' ').trim();
  const length = language === 'zh' ? [...words].length : words.split(' ').length;
  if (HEARD[language].test(words)) return 'none';
  if (NOTHING_OF_ITS_OWN[language].test(words)) return 'repeat';
  if (isDetail(text, length, language)) return 'detail';
  const isBareAsking = length <= LONGEST_BARE_ASKING[language] && text.endsWith('?');
  if (isBareAsking || goesOn(text, language) || POINTING[language].test(text)) return 'strong';
  return length <= LONGEST_WEAK[language] && !PERSON[language].test(text) ? 'weak' : 'none';
}

function isDetail(text: string, length: number, language: Language): boolean {
  if (PARTITIVE[language].test(text)) return true;
  const rest = text.replace(OPENING[language], '');
  const isShort = length <= LONGEST_DETAIL[language];
  const isNamed = !PREDICATE[language].test(rest) && !PERSON[language].test(rest);
  return isShort && isNamed && (goesOn(text, language) || text.endsWith('?'));
}

function goesOn(text: string, language: Language): boolean {
  return OPENING[language].test(text) || CLOSING[language].test(text);
}
