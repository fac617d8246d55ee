import type { Language } from '../faq/index.ts';

/** What the bot did with a turn, or with one part of it. */
export type DecisionKind = 'answer' | 'clarify' | 'account' | 'handoff' | 'smalltalk' | 'fallback';

/** One utterance of a customer, and where it was typed. */
export interface Turn {
  readonly conversationId: string;
  readonly utterance: string;
  /** The language of the page: used where the utterance has none of its own. */
  readonly pageLanguage: Language;
}

/** Something the customer can press instead of typing: a sentence to say, or an address to open. */
export type ReplyAction =
  | { readonly kind: 'say'; readonly title: string }
  | { readonly kind: 'link'; readonly title: string; readonly url: string };

/** One message of the bot. */
export interface Reply {
  readonly language: Language;
  /** Published or fixed wording: paragraphs, lists, emphasis and links. */
  readonly markdown: string;
  readonly actions: readonly ReplyAction[];
  readonly decision: DecisionKind;
  /** Article ids and intents that the reply speaks for; for `clarify` the choices; empty for `fallback`. */
  readonly ids: readonly string[];
  /** The first 12 hex digits of the answered article's SHA-256, where an article was answered. */
  readonly version?: string;
}

/** A question of the conversation so far, as the questions after it may lean on it. */
export interface EarlierTopic {
  /** The article or intent that answered it; absent where it was asked back about, or had no answer. */
  readonly id?: string;
  /** The question in full, without what came before it. */
  readonly question: string;
  /** What else it could have meant, best first. */
  readonly others: readonly string[];
}

/** What the bot remembers of a conversation between two turns. */
export interface ConversationState {
  /** The language of the latest reply. */
  readonly language: Language;
  /** Turns in a row that ended without an answer. */
  readonly misses: number;
  /** The ids that the latest reply offered as choices, in order. */
  readonly offered: readonly string[];
  /** The ids that were answered last. */
  readonly answered: readonly string[];
  /** The latest questions, the newest first. */
  readonly topics: readonly EarlierTopic[];
}

/** The state before the first turn. */
export function initialState(language: Language): ConversationState {
  return { language, misses: 0, offered: [], answered: [], topics: [] };
}
