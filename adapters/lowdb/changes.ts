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

/** Begins the conversation where there is none. */
export function openIt({ id, userId, pageLanguage }: NewConversation): Change<StoredConversation> {
  return (current, now) => {
    const next = current ?? {
      id,
      userId,
      createdAt: now.toISOString(),
      state: initialState(pageLanguage),
      lastHandled: 0,
      log: [],
    };
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
