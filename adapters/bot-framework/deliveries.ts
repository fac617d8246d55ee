import type { BotEntry, Clock, ConversationLog, LogEntry } from '../../bot/ports.ts';
import { parseAddress } from './address.ts';
import type { Connector, Sent } from './connector.ts';
import { type Recipient, toActivity } from './to-activity.ts';

interface DeliveriesOptions {
  readonly log: ConversationLog;
  readonly clock: Clock;
  readonly connector: Connector;
  /** Gives the unanswered utterances of a conversation their turns. Never rejects. */
  readonly runTurns: (conversationId: string) => Promise<void>;
  readonly onRefused: (conversationId: string, reason: string) => void;
  readonly onFailure: (conversationId: string, error: unknown) => void;
}

/** Brings the replies of the log to the channels: the log knows how far they got, whatever happens to the process. */
export interface Deliveries {
  /** Gives the conversation its turns and sends what it is owed, in order. Never rejects. */
  run(conversationId: string): Promise<void>;
  /** Sends what an earlier process or an earlier failure left unsent. */
  recover(): Promise<void>;
  /** Begins nothing more by itself, and resolves once nothing is under way. */
  close(): Promise<void>;
}

/** After a day an answer helps nobody. */
const LONGEST_DELAY_MS = 24 * 60 * 60_000;

/** Delivers to each conversation one reply at a time, and to different conversations side by side. */
export function createDeliveries(options: DeliveriesOptions): Deliveries {
  const { log, runTurns, onFailure } = options;
  const queues = new Map<string, Promise<void>>();
  let recovering: Promise<void> | undefined;
  let closing = false;

  const run = (id: string): Promise<void> => {
    const running = (queues.get(id) ?? Promise.resolve())
      .then(() => runTurns(id))
      .then(() => sendOwed(id, options))
      .catch((error: unknown) => onFailure(id, error))
      .finally(() => {
        if (queues.get(id) === running) queues.delete(id);
      });
    queues.set(id, running);
    return running;
  };
  const runAll = async (): Promise<void> => {
    // One after the other: where a connector is down, it is not met with everything at once.
    for (const id of await log.listUndelivered()) if (!closing) await run(id);
  };

  return {
    run,
    recover() {
      recovering ??= runAll().finally(() => {
        recovering = undefined;
      });
      return recovering;
    },
    async close() {
      closing = true;
      while (queues.size > 0) await Promise.all(queues.values());
    },
  };
}

/** The connector offers no way to tell a repeated reply: one that it took right before a crash is sent again. */
async function sendOwed(id: string, { log, clock, connector, onRefused }: DeliveriesOptions): Promise<void> {
  const conversation = await log.find(id);
  if (conversation?.address === undefined) return;
  const address = parseAddress(conversation.address);
  const entries = (await log.read(id, 0)) ?? [];
  const owed = entries.filter(isBotEntry).filter(({ sequence }) => sequence > conversation.delivered);
  for (const entry of owed) {
    const isLate = clock.now().getTime() - Date.parse(entry.at) > LONGEST_DELAY_MS;
    const sent: Sent = isLate
      ? { kind: 'refused', reason: 'it is more than a day old' }
      : await connector.send(
          toActivity(entry.reply, address, recipientOf(entry, entries, conversation.userId)),
        );
    if (sent.kind === 'refused') onRefused(id, sent.reason);
    await log.markDelivered(id, entry.sequence);
  }
}

/** In a group the reply is for the one who asked; a greeting is for whoever began. */
function recipientOf({ inReplyTo }: BotEntry, entries: readonly LogEntry[], beganBy: string): Recipient {
  const asked = entries[(inReplyTo ?? 0) - 1];
  if (asked?.from !== 'customer') return { userId: beganBy };
  const { userId, clientMessageId } = asked;
  return { userId, ...(clientMessageId === undefined ? {} : { activityId: clientMessageId }) };
}

export function isBotEntry(entry: LogEntry): entry is BotEntry {
  return entry.from === 'bot';
}
