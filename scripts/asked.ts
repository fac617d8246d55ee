import type { Dialogue, DialogueOutcome } from '../bot/create-dialogue.ts';
import { type ConversationState, type DecisionKind, initialState } from '../bot/turn.ts';
import type { Language } from '../faq/index.ts';

/** One answer of the bot as a script sees it. */
export interface Asked {
  readonly text: string;
  readonly decision: DecisionKind;
  readonly ids: readonly string[];
  readonly confidence: number;
  readonly language: Language;
  readonly reply: string;
}

/** Where parts of a message were decided differently, the first of these speaks for the whole. */
const PRECEDENCE: readonly DecisionKind[] = [
  'handoff',
  'account',
  'answer',
  'clarify',
  'smalltalk',
  'fallback',
];
const CONFIDENCE_DIGITS = 4;

/** Asks one conversation after another, each with its own memory. Keeps nothing on disk. */
export function createAsker(dialogue: Dialogue) {
  const states = new Map<string, ConversationState>();
  let standAlone = 0;

  return async (text: string, conversation?: string, pageLanguage: Language = 'zh') => {
    const conversationId = conversation ?? `alone-${standAlone++}`;
    const state = states.get(conversationId) ?? initialState(pageLanguage);
    const outcome = await dialogue.handleTurn({ conversationId, utterance: text, pageLanguage }, state);
    if (conversation !== undefined) states.set(conversation, outcome.state);
    return { asked: summarize(text, outcome), outcome };
  };
}

/** All parts of a turn in one: the ids of all, and the decision that comes first. */
export function summarize(text: string, { decisions, replies, understanding }: DialogueOutcome): Asked {
  const decision = PRECEDENCE.find((kind) => decisions.some((one) => one.kind === kind)) ?? 'fallback';
  const confidence = Math.min(...decisions.map((one) => one.confidence));
  return {
    text,
    decision,
    ids: [...new Set(decisions.flatMap(({ ids }) => ids))],
    confidence: Number(confidence.toFixed(CONFIDENCE_DIGITS)),
    language: understanding.language,
    reply: replies.map(({ markdown }) => markdown).join('\n\n'),
  };
}
