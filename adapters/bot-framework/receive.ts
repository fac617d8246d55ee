import type { ConversationLog, ConversationRecord, CustomerEntry } from '../../bot/ports.ts';
import type { Reply } from '../../bot/turn.ts';
import type { Language } from '../../faq/index.ts';
import { type Address, formatAddress } from './address.ts';
import { type Deliveries, isBotEntry } from './deliveries.ts';
import type { Asked, Incoming } from './read-activity.ts';
import { toActivity } from './to-activity.ts';

interface ReceptionOptions {
  readonly log: ConversationLog;
  readonly greet: (language: Language) => Reply;
  readonly runTurns: (conversationId: string) => Promise<void>;
  readonly deliveries: Deliveries;
}

/** What the channel is told at once. */
export interface Receipt {
  readonly status: number;
  readonly body?: unknown;
}

type Message = Extract<Asked, { kind: 'message' }>;

const OK: Receipt = { status: 200 };
/** What the Bot Framework has a bot say to an invoke activity that it does not know. */
const NOT_IMPLEMENTED: Receipt = { status: 501, body: {} };
/** What it costs to store an entry grows with the log; chats on channels last for years. */
const MAX_ENTRIES = 2_000;

/** Takes what the channels bring: into the log first, then acknowledged, then answered. */
export function createReception(options: ReceptionOptions): (incoming: Incoming) => Promise<Receipt> {
  const { log, greet, runTurns, deliveries } = options;

  const greetOnce = async (incoming: Incoming): Promise<Receipt> => {
    const { id } = await open(log, incoming, formatAddress(incoming.address));
    await log.appendGreeting(id, greet(incoming.language));
    void deliveries.run(id);
    return OK;
  };

  const take = async (incoming: Incoming, message: Message): Promise<Receipt> => {
    const { userId, language, address } = incoming;
    // Replies that go into the answer to the request are nothing to deliver.
    const { id } = await open(log, incoming, message.isInline ? undefined : formatAddress(address));
    const appended = await log.appendUtterance(id, {
      userId,
      utterance: message.utterance,
      pageLanguage: language,
      clientMessageId: message.id,
    });
    if (!appended) throw new Error('The conversation was removed while a message came in.');
    if (message.isInline) return answerInline(id, appended.entry, address);
    void deliveries.run(id);
    return OK;
  };

  /** The answer to the same message is the same, however often its sender has to ask. */
  const answerInline = async (id: string, entry: CustomerEntry, address: Address): Promise<Receipt> => {
    const { sequence, userId, clientMessageId: activityId = '' } = entry;
    await runTurns(id);
    const conversation = await log.find(id);
    if ((conversation?.lastHandled ?? 0) < sequence) throw new Error('A message did not get its turn.');
    const entries = (await log.read(id, 0)) ?? [];
    const replies = entries.filter(isBotEntry).filter(({ inReplyTo }) => inReplyTo === sequence);
    const newest = replies.at(-1);
    if (newest) await log.markDelivered(id, newest.sequence);
    const activities = replies.map(({ reply }) => toActivity(reply, address, { userId, activityId }));
    return { status: 200, body: { activities: activities.map((one) => JSON.parse(one.toJsonString())) } };
  };

  return async (incoming) => {
    const { asks } = incoming;
    switch (asks.kind) {
      case 'message':
        return take(incoming, asks);
      case 'greeting':
        return greetOnce(incoming);
      case 'invoke':
        return NOT_IMPLEMENTED;
      case 'nothing':
        return OK;
    }
  };
}

/** The conversation, or where it has grown too long, its next part. */
async function open(
  log: ConversationLog,
  { conversationId, userId, language }: Incoming,
  address: string | undefined,
): Promise<ConversationRecord> {
  for (let part = 1; ; part++) {
    const id = part === 1 ? conversationId : `${conversationId}-${part}`;
    const known = await log.find(id);
    if (known && known.lastSequence >= MAX_ENTRIES) continue;
    return log.open({ id, userId, pageLanguage: language, ...(address === undefined ? {} : { address }) });
  }
}
