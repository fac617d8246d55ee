import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AdapterError } from '../../bot/errors.ts';
import type { Clock, ConversationLog, ConversationRecord } from '../../bot/ports.ts';
import { addGreeting, addReplies, addUtterance, type Change, noteDelivered, openIt } from './changes.ts';
import { createConversationFile, removeConversationFile } from './conversation-file.ts';
import { type OnBroken, readIndex, summarize } from './conversation-index.ts';
import { createHeldConversation, type HeldConversation } from './held-conversation.ts';
import { createLeaseCache } from './lease-cache.ts';
import type { StoredConversation } from './stored-conversation.ts';

interface EmbeddedLogOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly onBroken: OnBroken;
  /** How many conversations that nobody uses stay in memory. */
  readonly cachedConversations?: number;
}

const CACHED_CONVERSATIONS = 500;
const ID = /^[A-Za-z0-9_-]{1,100}$/;

/** The record of conversations in one file each, `DATA_DIR/open/<id>.json`. One process at a time may use a folder. */
export async function openConversationLog(options: EmbeddedLogOptions): Promise<ConversationLog> {
  const { dataDir, clock, onBroken, cachedConversations = CACHED_CONVERSATIONS } = options;
  const folder = join(dataDir, 'open');
  await mkdir(folder, { recursive: true });
  const index = await readIndex(folder, join(dataDir, 'broken'), onBroken);

  const pathOf = (id: string): string => join(folder, `${id}.json`);
  const onDurable = (conversation: StoredConversation): void => {
    index.set(conversation.id, summarize(conversation));
  };
  const hold = (id: string, initial: StoredConversation | undefined): HeldConversation =>
    createHeldConversation({ initial, file: createConversationFile(pathOf(id)), clock, onDurable });
  const load = async (id: string): Promise<HeldConversation> => {
    if (!index.has(id)) return hold(id, undefined);
    try {
      return hold(id, (await createConversationFile(pathOf(id)).read()) ?? undefined);
    } catch (cause) {
      throw new AdapterError('store.read-failed', `The conversation ${id} could not be read.`, { cause });
    }
  };
  const conversations = createLeaseCache(cachedConversations, load);

  const withKnown = async <Result>(
    id: string,
    use: (conversation: HeldConversation) => Result | Promise<Result>,
  ): Promise<Result | undefined> => (index.has(id) ? conversations.withValue(id, use) : undefined);
  const change = <Result>(id: string, step: Change<Result>): Promise<Result | undefined> =>
    withKnown(id, (conversation) => conversation.change(step));

  return {
    async open(conversation) {
      if (!ID.test(conversation.id)) {
        throw new AdapterError('store.bad-id', 'A conversation id has 1 to 100 letters, digits, "_" or "-".');
      }
      return conversations.withValue(conversation.id, async (held) =>
        toRecord(await held.change(openIt(conversation))),
      );
    },
    find: (id) => withKnown(id, (held) => toRecordIfAny(held.current())),
    appendUtterance: (id, utterance) => change(id, addUtterance(utterance)),
    appendReplies: (id, handled, replies, state) => change(id, addReplies(handled, replies, state)),
    appendGreeting: (id, greeting) => change(id, addGreeting(greeting)),
    markDelivered: (id, sequence) => change(id, noteDelivered(sequence)),
    read: (id, after) => withKnown(id, (held) => held.current()?.log.slice(Math.max(0, after))),
    async subscribe(id, after, listener) {
      if (!index.has(id)) return undefined;
      const { value, release } = await conversations.lease(id);
      const unsubscribe = value.subscribe(after, listener);
      return () => {
        unsubscribe();
        release();
      };
    },
    async listUnanswered() {
      return [...index].filter(([, { unanswered }]) => unanswered).map(([id]) => id);
    },
    async listUndelivered() {
      return [...index].filter(([, { undelivered }]) => undelivered).map(([id]) => id);
    },
    async removeOlderThan(instant) {
      const limit = instant.toISOString();
      const old = [...index].filter(([, { newestAt }]) => newestAt < limit).map(([id]) => id);
      let removed = 0;
      for (const id of old) {
        const stillOld = (index.get(id)?.newestAt ?? limit) < limit;
        if (!stillOld || conversations.isLeased(id)) continue;
        index.delete(id);
        // Whoever opens this id anew waits until the old file is gone.
        const removal = removeConversationFile(pathOf(id)).then(() => hold(id, undefined));
        conversations.replace(id, removal);
        await removal;
        removed += 1;
      }
      return removed;
    },
  };
}

function toRecordIfAny(conversation: StoredConversation | undefined): ConversationRecord | undefined {
  return conversation && toRecord(conversation);
}

function toRecord({ log, ...rest }: StoredConversation): ConversationRecord {
  return { ...rest, lastSequence: log.length };
}
