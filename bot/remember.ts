import type { Candidate } from '../faq/index.ts';
import type { Decision } from './decide.ts';
import type { ConversationState, EarlierTopic } from './turn.ts';
import { familyOf } from './understand/topic-words.ts';
import type { Understanding } from './understand/understand.ts';

const MOST_TOPICS = 4;
const MOST_OTHERS = 3;
/** A question is remembered for its words; a story's end has them as a rule. */
const LONGEST_QUESTION = 200;
/** What was never likely is nothing to offer later, unless it is on the same matter. */
const LEAST_OTHER = 0.01;

/** What a turn leaves behind for the next. */
export function remember(
  state: ConversationState,
  utterance: string,
  understanding: Understanding,
  decisions: readonly Decision[],
): ConversationState {
  const misses = decisions.every(isMiss) ? state.misses + 1 : 0;
  const offered = decisions.find(({ kind }) => kind === 'clarify')?.ids ?? [];
  const answered = decisions.filter(isAnswer).flatMap(({ ids }) => ids.slice(0, 1));
  const asked = decisions.flatMap((decision) => topicOf(decision, state, utterance, understanding));
  const topics = [...asked.toReversed(), ...state.topics].slice(0, MOST_TOPICS);
  return { language: understanding.language, misses, offered, answered, topics };
}

function isMiss({ kind }: Decision): boolean {
  return kind === 'fallback' || kind === 'clarify';
}

function isAnswer({ kind }: Decision): boolean {
  return kind === 'answer' || kind === 'account';
}

/** Courtesies and calls for a person are no topic; a question without an answer is. */
function topicOf(
  decision: Decision,
  state: ConversationState,
  utterance: string,
  { isWordless, chosen, parts }: Understanding,
): readonly EarlierTopic[] {
  const { kind, part } = decision;
  if (kind === 'smalltalk' || kind === 'handoff' || isWordless) return [];
  const typed = chosen === undefined ? (part?.carriedQuestion ?? part?.text) : questionBehind(chosen, state);
  const question = (typed ?? utterance).slice(-LONGEST_QUESTION);
  const id = isAnswer(decision) ? decision.ids[0] : undefined;
  const others = kind === 'fallback' ? [] : othersOf((part ?? parts[0])?.candidates ?? [], id);
  return [{ question, others, ...(id === undefined ? {} : { id }) }];
}

/** The question that a choice or an order number goes on with. */
function questionBehind(chosen: string, { topics }: ConversationState): string | undefined {
  const [latest] = topics;
  const asked = topics.find(({ id }) => id === chosen) ?? (latest?.id === undefined ? latest : undefined);
  return asked?.question;
}

function othersOf(candidates: readonly Candidate[], id: string | undefined): readonly string[] {
  const isRelated = (other: string) => id !== undefined && familyOf(other) === familyOf(id);
  return candidates
    .filter((other) => other.confidence >= LEAST_OTHER || isRelated(other.id))
    .map((other) => other.id)
    .filter((other) => other !== id && !other.startsWith('smalltalk.'))
    .slice(0, MOST_OTHERS);
}
