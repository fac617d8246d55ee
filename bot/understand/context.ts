import type { Language } from '../../faq/index.ts';
import type { EarlierTopic } from '../turn.ts';
import { type Leaning, leaningOf } from './leaning.ts';
import {
  confidenceOf,
  type Part,
  type ReadText,
  ruleOut,
  sureAt,
  topConfidence,
  withMeaning,
} from './part.ts';
import { familyOf, type TopicWords } from './topic-words.ts';
import { findRelative, fuse, isSameCase, isSupported } from './weighing.ts';

/** What a text is read against. */
export interface Context {
  readonly topic: EarlierTopic;
  /** The ids that are known not to be meant. */
  readonly ruledOut: readonly string[];
  /** How the text leans where that is known from other words than its own. */
  readonly leaning?: Leaning;
}

/** Reads a text against an earlier question, and by itself where it does not clearly lean on that. */
export function readInContext(
  text: string,
  language: Language,
  { topic, ruledOut, leaning = leaningOf(text, language) }: Context,
  words: TopicWords,
  read: ReadText,
): Part {
  const readOne = (wording: string) => ruleOut(read(wording), ruledOut);
  const alone = { ...readOne(text), text };
  if (leaning === 'none' || standsAlone(alone)) return alone;
  const named = words.familiesIn(text, language);
  const joined = readOne(`${topic.question} ${text}`);
  if (topic.id === undefined) {
    if (leaning === 'weak' || named.size > 0 || topConfidence(alone) >= sureAt(alone)) return alone;
    return { ...joined, text, carriedQuestion: joined.text };
  }
  const cued = readOne(`${words.cueOf(topic.id, language)} ${text}`);
  const readings = { alone, cued, joined };
  const carriedQuestion = topic.question;
  const again = { ...withMeaning(alone, topic.id, confidenceOf(joined, topic.id)), carriedQuestion };
  const canBeSame = !ruledOut.includes(topic.id) && joined.candidates[0]?.id === topic.id;
  if (canBeSame && named.size === 0 && isSameCase(topic.id, leaning, readings)) return again;

  const isOther = named.size > 0 && !named.has(familyOf(topic.id));
  const relative = isOther ? undefined : findRelative(topic.id, leaning, readings);
  if (relative !== undefined) {
    const confidence = Math.max(fuse(readings, relative), alone.answerAt);
    return { ...withMeaning(alone, relative, confidence), carriedQuestion: cued.text };
  }
  return canBeSame && isSupported(topic.id, isOther ? 'weak' : leaning, readings) ? again : alone;
}

/** Clear by itself, or no question at all. */
function standsAlone(alone: Part): boolean {
  const top = alone.candidates[0];
  if (top === undefined || top.confidence < alone.answerAt) return false;
  return top.id === 'handoff' || top.id.startsWith('smalltalk.');
}
