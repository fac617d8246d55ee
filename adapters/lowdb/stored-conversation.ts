import { z } from 'zod';
import type { LogEntry } from '../../bot/ports.ts';
import type { ConversationState } from '../../bot/turn.ts';
import { LANGUAGES } from '../../faq/index.ts';

/** A conversation with its log, as one file holds it. Never changed in place: a change makes a new value. */
export interface StoredConversation {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: string;
  readonly state: ConversationState;
  readonly lastHandled: number;
  readonly address?: string;
  readonly delivered: number;
  readonly log: readonly LogEntry[];
}

const language = z.enum(LANGUAGES);

// Objects are loose, so that what a later version adds to a conversation is kept and not cut off.
const action = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('say'), title: z.string() }),
  z.looseObject({ kind: z.literal('link'), title: z.string(), url: z.string() }),
]);

const reply = z.looseObject({
  language,
  markdown: z.string(),
  actions: z.array(action),
  decision: z.enum(['answer', 'clarify', 'account', 'handoff', 'smalltalk', 'fallback']),
  ids: z.array(z.string()),
  version: z.string().exactOptional(),
});

const entry = z.discriminatedUnion('from', [
  z.looseObject({
    from: z.literal('customer'),
    sequence: z.int().positive(),
    at: z.iso.datetime(),
    userId: z.string(),
    utterance: z.string(),
    pageLanguage: language,
    clientMessageId: z.string().exactOptional(),
  }),
  z.looseObject({
    from: z.literal('bot'),
    sequence: z.int().positive(),
    at: z.iso.datetime(),
    inReplyTo: z.int().positive().exactOptional(),
    reply,
  }),
]);

const earlierTopic = z.looseObject({
  id: z.string().exactOptional(),
  question: z.string(),
  others: z.array(z.string()),
});

const storedConversation = z
  .looseObject({
    id: z.string(),
    userId: z.string(),
    createdAt: z.iso.datetime(),
    state: z.looseObject({
      language,
      misses: z.int().nonnegative(),
      offered: z.array(z.string()),
      answered: z.array(z.string()),
      // A conversation from before topics were remembered begins with none.
      topics: z.array(earlierTopic).default([]),
    }),
    lastHandled: z.int().nonnegative(),
    address: z.string().exactOptional(),
    // A conversation from before replies were sent anywhere has sent none.
    delivered: z.int().nonnegative().default(0),
    log: z.array(entry),
  })
  .refine(({ log }) => log.every(({ sequence }, index) => sequence === index + 1), {
    error: 'the sequences of the log have a gap',
  });

/** The conversation that a file's text holds. Throws where the text is cut off or is something else. */
export function parseStoredConversation(text: string): StoredConversation {
  return storedConversation.parse(JSON.parse(text));
}

/** When the conversation was last added to. */
export function newestTime(conversation: StoredConversation): string {
  return conversation.log.at(-1)?.at ?? conversation.createdAt;
}

/** Whether a customer's entry has not had its turn. */
export function isUnanswered({ log, lastHandled }: StoredConversation): boolean {
  const newest = log.findLast(({ from }) => from === 'customer');
  return newest !== undefined && newest.sequence > lastHandled;
}

/** Whether a reply is still to be sent to the conversation's address. */
export function isUndelivered({ log, address, delivered }: StoredConversation): boolean {
  if (address === undefined) return false;
  const newest = log.findLast(({ from }) => from === 'bot');
  return newest !== undefined && newest.sequence > delivered;
}
