import type { Language } from '../../faq/index.ts';
import type { ConversationState, EarlierTopic } from '../turn.ts';
import { asks } from './asking.ts';
import { readInContext } from './context.ts';
import { readCorrection } from './correcting.ts';
import { withoutCourtesies } from './courtesies.ts';
import {
  confidenceOf,
  type Part,
  type ReadText,
  ruleOut,
  sureAt,
  topConfidence,
  verySureAt,
  withMeaning,
} from './part.ts';
import { type Return, readReturn } from './returning.ts';
import { splitQuestions } from './splitting.ts';
import { familyOf, type TopicWords } from './topic-words.ts';

/** The questions of an utterance, each read against what the conversation was about. */
export function readQuestions(
  utterance: string,
  language: Language,
  { topics, answered }: ConversationState,
  words: TopicWords,
  readOnce: ReadText,
): readonly Part[] {
  const read = remember(readOnce);
  const [latest] = topics;
  if (isCourtesy(read(utterance))) return [read(utterance)];
  const text = withoutCourtesies(utterance);
  if (latest !== undefined) {
    const corrected = readAsCorrection(text, language, latest, answered, words, read);
    if (corrected) return [corrected];
    const returned = readAsReturn(text, language, topics, words, read);
    if (returned) return [returned];
  }
  const parts = splitQuestions(text, language, (question, before) => {
    const alone = read(question);
    if (before === undefined || topConfidence(alone) >= alone.answerAt) return alone;
    const context = { topic: topicOf(before), ruledOut: [], leaning: 'strong' as const };
    return readInContext(question, language, context, words, read);
  });
  if (parts.length > 1 || latest === undefined) return parts;
  return [readInContext(text, language, { topic: latest, ruledOut: [] }, words, read)];
}

function readAsCorrection(
  text: string,
  language: Language,
  topic: EarlierTopic,
  answered: readonly string[],
  words: TopicWords,
  read: ReadText,
): Part | undefined {
  const correction = readCorrection(text);
  if (correction === undefined) return undefined;
  const offers = topic.others.filter((id) => !answered.includes(id));
  const whole = ruleOut(read(text), answered);
  if (correction.meant === '') return { ...whole, candidates: [], offers, carriedQuestion: topic.question };
  const context = { topic, ruledOut: answered, leaning: 'strong' as const };
  const meant = readInContext(correction.meant, language, context, words, read);
  const clearest =
    topConfidence(whole) >= verySureAt(whole) && topConfidence(whole) > topConfidence(meant) ? whole : meant;
  return topConfidence(clearest) >= clearest.clarifyAt ? clearest : { ...clearest, offers };
}

function readAsReturn(
  text: string,
  language: Language,
  topics: readonly EarlierTopic[],
  words: TopicWords,
  read: ReadText,
): Part | undefined {
  const returning = readReturn(text);
  const topic = returning && findTopic(returning, language, topics, words, read);
  if (!returning || topic?.id === undefined) return undefined;
  const whole = read(text);
  if (returning.rest === '') {
    if (asks(text, language) && topConfidence(whole) >= whole.answerAt) return whole;
    return { ...withMeaning(whole, topic.id, 1), carriedQuestion: topic.question };
  }
  const context = { topic, ruledOut: [], leaning: 'strong' as const };
  const rest = readInContext(returning.rest, language, context, words, read);
  return topConfidence(rest) >= rest.answerAt || topConfidence(rest) > topConfidence(whole) ? rest : whole;
}

/** The earlier topic that a phrase of returning names; the one before the latest where it names none. */
function findTopic(
  { phrase }: Return,
  language: Language,
  topics: readonly EarlierTopic[],
  words: TopicWords,
  read: ReadText,
): EarlierTopic | undefined {
  const answeredTopics = topics.filter(({ id }) => id !== undefined);
  const named = words.familiesIn(phrase, language);
  const isNamed = ({ id = '' }: EarlierTopic) => named.has(familyOf(id));
  if (named.size > 0) return answeredTopics.find(isNamed);
  const meant = read(phrase);
  const likeliest = [...answeredTopics].sort(
    (a, b) => confidenceOf(meant, b.id ?? '') - confidenceOf(meant, a.id ?? ''),
  )[0];
  if (likeliest && confidenceOf(meant, likeliest.id ?? '') >= meant.clarifyAt) return likeliest;
  return answeredTopics[1] ?? answeredTopics[0];
}

/** Nothing but small talk, as it stands. */
function isCourtesy(part: Part): boolean {
  return part.candidates[0]?.id.startsWith('smalltalk.') === true && topConfidence(part) >= sureAt(part);
}

function topicOf({ candidates, text }: Part): EarlierTopic {
  const id = candidates[0]?.id;
  return { question: text, others: [], ...(id === undefined ? {} : { id }) };
}

/** The matcher is asked once for each text. */
function remember(read: ReadText): ReadText {
  const known = new Map<string, Part>();
  return (text) => {
    const part = known.get(text) ?? read(text);
    known.set(text, part);
    return part;
  };
}
