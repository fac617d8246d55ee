import type { Language } from '../faq/index.ts';
import type { ConversationState, Reply } from './turn.ts';

/** Where time comes from. */
export interface Clock {
  now(): Date;
}

/** One line of a conversation's log. `sequence` starts at 1 and has no gaps; `at` is ISO 8601 and strictly increasing. */
export type LogEntry = CustomerEntry | BotEntry;

export interface CustomerEntry {
  readonly from: 'customer';
  readonly sequence: number;
  readonly at: string;
  readonly userId: string;
  readonly utterance: string;
  /** The page's language when this was typed. */
  readonly pageLanguage: Language;
  /** The id that the client gave the message, so that a repeated POST is known as such. */
  readonly clientMessageId?: string;
}

export interface BotEntry {
  readonly from: 'bot';
  readonly sequence: number;
  readonly at: string;
  /** The sequence of the customer's entry that this answers; absent in a greeting. */
  readonly inReplyTo?: number;
  readonly reply: Reply;
}

/** A conversation without its log. */
export interface ConversationRecord {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: string;
  readonly state: ConversationState;
  /** The sequence of the last customer's entry that has had its turn; 0 before the first. */
  readonly lastHandled: number;
  /** The sequence of the newest entry; 0 while the log is empty. */
  readonly lastSequence: number;
  /** Where replies are sent to, in the words of the adapter that sends them; absent where clients fetch them. */
  readonly address?: string;
  /** The sequence of the last entry that needs no sending to `address` any more; 0 before the first. */
  readonly delivered: number;
}

export interface NewConversation {
  readonly id: string;
  readonly userId: string;
  readonly pageLanguage: Language;
  readonly address?: string;
}

export interface NewUtterance {
  readonly userId: string;
  readonly utterance: string;
  readonly pageLanguage: Language;
  readonly clientMessageId?: string;
}

/** Receives entries in order of sequence, each once. It must not throw. */
export type LogListener = (entries: readonly LogEntry[]) => void;

/**
 * The record of every conversation. Whatever a method has resolved for survives the process.
 * Methods on an unknown conversation resolve to `undefined`.
 */
export interface ConversationLog {
  /** Creates the conversation, or returns the one that has this id, with the address that is given now. */
  open(conversation: NewConversation): Promise<ConversationRecord>;
  find(id: string): Promise<ConversationRecord | undefined>;
  /** Appends, or returns the earlier entry where `clientMessageId` is already logged (`repeated`). */
  appendUtterance(
    id: string,
    utterance: NewUtterance,
  ): Promise<{ readonly entry: CustomerEntry; readonly repeated: boolean } | undefined>;
  /**
   * Appends the replies to the entry `handled`, sets `lastHandled` and the state, all in one write.
   * Appends nothing and returns [] where `handled` has had its turn before.
   */
  appendReplies(
    id: string,
    handled: number,
    replies: readonly Reply[],
    state: ConversationState,
  ): Promise<readonly BotEntry[] | undefined>;
  /** Appends the bot's first word. Appends nothing and returns [] where anything has been said before. */
  appendGreeting(id: string, greeting: Reply): Promise<readonly BotEntry[] | undefined>;
  /** Notes that no entry up to this sequence needs sending to the conversation's address any more. */
  markDelivered(id: string, sequence: number): Promise<void>;
  /** Entries with a sequence greater than `after`. */
  read(id: string, after: number): Promise<readonly LogEntry[] | undefined>;
  /** Delivers the entries after `after` and then whatever comes. Returns the function that ends it. */
  subscribe(id: string, after: number, listener: LogListener): Promise<(() => void) | undefined>;
  /** Ids of conversations with a customer's entry that has not had its turn. */
  listUnanswered(): Promise<readonly string[]>;
  /** Ids of conversations with a reply that is still to be sent to their address. */
  listUndelivered(): Promise<readonly string[]>;
  /** Removes conversations whose newest entry (or creation) is older than `instant`; resolves to how many. */
  removeOlderThan(instant: Date): Promise<number>;
}
