import { createHash } from 'node:crypto';
import { Activity } from '@microsoft/agents-activity';
import { z } from 'zod';
import { cleanText, languageOf, MAX_TEXT_CHARACTERS } from '../../bot/utterance.ts';
import type { Language } from '../../faq/index.ts';
import type { Address } from './address.ts';

/** An incoming activity as far as it matters here. */
export interface Incoming {
  /** The conversation's id in the log. */
  readonly conversationId: string;
  readonly userId: string;
  readonly language: Language;
  readonly address: Address;
  readonly asks: Asked;
}

/** What an activity asks for. `nothing` is one of the kinds that a help center has no use for, such as typing. */
export type Asked =
  | { readonly kind: 'message'; readonly id: string; readonly utterance: string; readonly isInline: boolean }
  | { readonly kind: 'greeting' }
  | { readonly kind: 'invoke' }
  | { readonly kind: 'nothing' };

const id = z.string().min(1).max(2_000);
const name = z.string().nullish();
const account = z.object({ id, name });
const activity = z.object({
  type: z.string().min(1),
  id: id.nullish(),
  channelId: id,
  serviceUrl: z.url(),
  conversation: z.object({
    id,
    name,
    isGroup: z.boolean().nullish(),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  from: account,
  recipient: account,
  name,
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale: z.string().nullish(),
  deliveryMode: z.string().nullish(),
  membersAdded: z.array(account).nullish(),
  entities: z.array(z.unknown()).nullish(),
});
type ParsedActivity = z.infer<typeof activity>;

const mention = z.object({ type: z.literal('mention'), mentioned: account, text: z.string().min(1) });

/** Room for what is taken out of a text before it counts; the SDK's search for mentions is slow on long ones. */
const MAX_RAW_CHARACTERS = 4 * MAX_TEXT_CHARACTERS;
const JOIN_EVENTS: readonly unknown[] = ['webchat/join', 'startConversation'];

/** Reads a posted body; `undefined` where it is no activity. Nulls stand for what is not there, as channels write it. */
export function readActivity(body: unknown): Incoming | undefined {
  const parsed = activity.safeParse(body);
  if (!parsed.success) return undefined;
  const { channelId, serviceUrl, conversation, recipient, from, locale } = parsed.data;
  const asks = readAsked(parsed.data);
  if (!asks) return undefined;
  return {
    conversationId: toLogId(channelId, conversation.id),
    userId: from.id,
    language: languageOf(locale),
    address: {
      channelId,
      serviceUrl,
      conversation: withoutNulls(conversation),
      bot: withoutNulls(recipient),
    },
    asks,
  };
}

/** Channels name conversations in their own ways; the log takes letters and digits. */
function toLogId(channelId: string, conversationId: string): string {
  return `bf_${createHash('sha256').update(`${channelId}\n${conversationId}`).digest('base64url')}`;
}

function readAsked(parsed: ParsedActivity): Asked | undefined {
  if (parsed.type === 'invoke') return { kind: 'invoke' };
  if (isJoining(parsed)) return { kind: 'greeting' };
  if (parsed.type !== 'message') return { kind: 'nothing' };
  // Without an id a message that is sent again could not be told from a new one.
  if (!parsed.id) return undefined;
  const isInline = parsed.deliveryMode === 'expectReplies';
  return { kind: 'message', id: parsed.id, utterance: readUtterance(parsed), isInline };
}

/** Whether somebody has just come in who is to be greeted; in a group nobody asked for that. */
function isJoining({ type, name: event, conversation, recipient, membersAdded }: ParsedActivity): boolean {
  if (type === 'event') return JOIN_EVENTS.includes(event);
  if (type !== 'conversationUpdate' || conversation.isGroup) return false;
  // Teams tells of a personal chat by adding the bot to it, other channels by adding the customer.
  const isPersonal = conversation.conversationType === 'personal';
  return (membersAdded ?? []).some((member) => isPersonal || member.id !== recipient.id);
}

/**
 * What was typed, without the mention of the bot that Teams puts before it. A customer on a channel sees no error: what
 * is too long is cut, and a message without any text, such as a picture, is answered as one that cannot be read.
 */
function readUtterance({ text, value, recipient, entities }: ParsedActivity): string {
  const typed = text || (typeof value === 'string' ? value : '');
  const mentions = (entities ?? []).flatMap((entity) => mention.safeParse(entity).data ?? []);
  const message = Activity.fromObject({
    type: 'message',
    text: typed.slice(0, MAX_RAW_CHARACTERS).replaceAll('&nbsp;', ' '),
    recipient: withoutNulls(recipient),
    entities: mentions.map((one) => ({ ...one, mentioned: withoutNulls(one.mentioned) })),
  });
  message.normalizeMentions(true);
  const cleaned = cleanText(message.text ?? '').trim();
  return [...cleaned].slice(0, MAX_TEXT_CHARACTERS).join('');
}

type Present<T> = { [Key in keyof T]: Exclude<T[Key], null | undefined> };

/** The SDK takes absent fields but no nulls. */
function withoutNulls<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as Present<T>;
}
