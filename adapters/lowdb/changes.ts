import type { BotEntry, CustomerEntry, NewConversation, NewUtterance } from '../../bot/ports.ts';
import { type ConversationState, initialState, type Reply } from '../../bot/turn.ts';
import { newestTime, type StoredConversation } from './stored-conversation.ts';

/** What a change makes of a conversation, and what its caller is told once that is durable. */
export interface Changed<Result> {
  readonly next: StoredConversation | undefined;
  readonly result: Result;
}

/** A pure step from one state of a conversation (`undefined`: there is none) to the next. */
export type Change<Result> = (current: StoredConversation | undefined, now: Date) => Changed<Result>;

/** Begins the conversation where there is none, and keeps to its latest address. */
export function openIt(conversation: NewConversation): Change<StoredConversation> {
  const { id, userId, pageLanguage, address } = conversation;
  return (current, now) => {
    const known = current ?? {
      id,
      userId,
      createdAt: now.toISOString(),
      state: initialState(pageLanguage),
      lastHandled: 0,
      delivered: 0,
      log: [],
    };
    const next = address === undefined || address === known.address ? known : { ...known, address };
    return { next, result: next };
  };
}

/** Adds what the customer wrote, unless a message with the same client's id is there. */
export function addUtterance(
  utterance: NewUtterance,
): Change<{ readonly entry: CustomerEntry; readonly repeated: boolean } | undefined> {
  return (current, now) => {
    if (!current) return { next: current, result: undefined };
    const earlier = findByClientMessageId(current, utterance.clientMessageId);
    if (earlier) return { next: current, result: { entry: earlier, repeated: true } };
    const entry: CustomerEntry = {
      from: 'customer',
      sequence: current.log.length + 1,
      at: timeAfter(current, now),
      ...utterance,
    };
    return { next: { ...current, log: [...current.log, entry] }, result: { entry, repeated: false } };
  };
}

/** Adds the replies to the entry `handled` and marks it as handled, unless it is marked already. */
export function addReplies(
  handled: number,
  replies: readonly Reply[],
  state: ConversationState,
): Change<readonly BotEntry[] | undefined> {
  return (current, now) => {
    if (!current) return { next: current, result: undefined };
    if (handled <= current.lastHandled) return { next: current, result: [] };
    const firstMs = Date.parse(timeAfter(current, now));
    const entries = replies.map(
      (reply, index): BotEntry => ({
        from: 'bot',
        sequence: current.log.length + 1 + index,
        at: new Date(firstMs + index).toISOString(),
        inReplyTo: handled,
        reply,
      }),
    );
    const next = { ...current, state, lastHandled: handled, log: [...current.log, ...entries] };
    return { next, result: entries };
  };
}

/** Adds the bot's first word, unless anything was said before. */
export function addGreeting(reply: Reply): Change<readonly BotEntry[] | undefined> {
  return (current, now) => {
    if (!current) return { next: current, result: undefined };
    if (current.log.length > 0) return { next: current, result: [] };
    const entry: BotEntry = { from: 'bot', sequence: 1, at: now.toISOString(), reply };
    return { next: { ...current, log: [entry] }, result: [entry] };
  };
}

/** Notes how far the replies have been sent; what was noted later stays. */
export function noteDelivered(sequence: number): Change<void> {
  return (current) => {
    const isNews = current !== undefined && sequence > current.delivered;
    return { next: isNews ? { ...current, delivered: sequence } : current, result: undefined };
  };
}

function findByClientMessageId(
  { log }: StoredConversation,
  id: string | undefined,
): CustomerEntry | undefined {
  if (id === undefined) return undefined;
  return log.find(
    (entry): entry is CustomerEntry => entry.from === 'customer' && entry.clientMessageId === id,
  );
}

/** Now, or one millisecond after the newest entry where the clock has not moved on or was set back. */
function timeAfter(conversation: StoredConversation, now: Date): string {
  const newest =
    conversation.log.length > 0 ? Date.parse(newestTime(conversation)) : Number.NEGATIVE_INFINITY;
  return new Date(Math.max(now.getTime(), newest + 1)).toISOString();
}
