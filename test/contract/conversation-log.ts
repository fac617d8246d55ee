import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ConversationLog, LogEntry } from '../../bot/ports.ts';
import { initialState, type Reply } from '../../bot/turn.ts';
import { expectSameAsModel, step } from './conversation-log-model.ts';

/** A store under test. `reopen` is what a restart of the server does. */
export interface StoreUnderTest {
  readonly log: ConversationLog;
  reopen(): Promise<ConversationLog>;
  /** From now on no write succeeds, until `mendWrites`. */
  breakWrites(): Promise<void>;
  mendWrites(): Promise<void>;
  setTime(instant: Date): void;
  dispose(): Promise<void>;
}

const conversation = { id: 'c1', userId: 'dl_1', pageLanguage: 'zh' } as const;
const state = { ...initialState('en'), misses: 1 };

const say = (utterance: string, clientMessageId?: string) => ({
  userId: 'dl_1',
  utterance,
  pageLanguage: 'zh' as const,
  ...(clientMessageId === undefined ? {} : { clientMessageId }),
});
const reply = (markdown: string): Reply => ({
  language: 'zh',
  markdown,
  actions: [{ kind: 'say', title: 'a' }],
  decision: 'answer',
  ids: ['points.use'],
  version: '0123456789ab',
});
const texts = (entries: readonly LogEntry[] | undefined): string[] | undefined =>
  entries?.map((entry) => (entry.from === 'customer' ? entry.utterance : entry.reply.markdown));

/** What every ConversationLog keeps to, whatever it stores in. */
export function describeConversationLog(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`the conversation log in ${name}`, () => {
    let store: StoreUnderTest;
    let log: ConversationLog;
    beforeEach(async () => {
      store = await create();
      log = store.log;
    });
    afterEach(() => store.dispose());

    test('opens a conversation once and finds it', async () => {
      const opened = await log.open(conversation);
      expect(opened).toMatchObject({ id: 'c1', userId: 'dl_1', lastHandled: 0, lastSequence: 0 });
      expect(opened.state).toEqual(initialState('zh'));
      expect(await log.open({ ...conversation, userId: 'dl_2' })).toEqual(opened);
      expect(await log.find('c1')).toEqual(opened);
    });

    test('knows nothing of a conversation that was never opened', async () => {
      expect(await log.find('c9')).toBeUndefined();
      expect(await log.appendUtterance('c9', say('hi'))).toBeUndefined();
      expect(await log.appendReplies('c9', 1, [reply('a')], state)).toBeUndefined();
      expect(await log.read('c9', 0)).toBeUndefined();
      expect(await log.subscribe('c9', 0, () => undefined)).toBeUndefined();
      expect(await log.appendGreeting('c9', reply('hello'))).toBeUndefined();
      expect(await log.markDelivered('c9', 1)).toBeUndefined();
      expect(await log.listUnanswered()).toEqual([]);
      expect(await log.listUndelivered()).toEqual([]);
    });

    test.each(['../c1', 'a/b', '', 'a.b', '.', 'a\u0000'])(
      'refuses %j as the id of a conversation',
      async (id) => {
        await expect(log.open({ ...conversation, id })).rejects.toMatchObject({ code: 'store.bad-id' });
        expect(await log.find(id)).toBeUndefined();
      },
    );

    test('numbers entries without a gap and gives them rising times, also where the clock is set back', async () => {
      await log.open(conversation);
      await log.appendUtterance('c1', say('one'));
      store.setTime(new Date('2020-01-01T00:00:00Z'));
      await log.appendReplies('c1', 1, [reply('two'), reply('three')], state);
      await log.appendUtterance('c1', say('four'));
      const entries = (await log.read('c1', 0)) ?? [];
      expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
      expect(new Set(entries.map(({ at }) => at)).size).toBe(4);
      expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted());
    });

    test('reads what follows a sequence', async () => {
      await log.open(conversation);
      for (const text of ['one', 'two', 'three']) await log.appendUtterance('c1', say(text));
      expect(texts(await log.read('c1', 1))).toEqual(['two', 'three']);
      expect(await log.read('c1', 3)).toEqual([]);
      expect(await log.read('c1', 99)).toEqual([]);
    });

    test('appends a repeated message once, also when both are under way together', async () => {
      await log.open(conversation);
      const [first, second] = await Promise.all([
        log.appendUtterance('c1', say('one', 'm1')),
        log.appendUtterance('c1', say('one', 'm1')),
      ]);
      const third = await log.appendUtterance('c1', say('one', 'm1'));
      expect(first?.repeated).toBe(false);
      expect([second?.repeated, third?.repeated]).toEqual([true, true]);
      expect([second?.entry, third?.entry]).toEqual([first?.entry, first?.entry]);
      expect(await log.read('c1', 0)).toHaveLength(1);
    });

    test('knows a repeated message after a restart', async () => {
      await log.open(conversation);
      const first = await log.appendUtterance('c1', say('one', 'm1'));
      log = await store.reopen();
      expect(await log.appendUtterance('c1', say('one', 'm1'))).toEqual({
        entry: first?.entry,
        repeated: true,
      });
    });

    test('appends the replies to an entry once, with the state', async () => {
      await log.open(conversation);
      await log.appendUtterance('c1', say('one'));
      expect(texts(await log.appendReplies('c1', 1, [reply('two')], state))).toEqual(['two']);
      expect(await log.appendReplies('c1', 1, [reply('again')], state)).toEqual([]);
      expect(texts(await log.read('c1', 0))).toEqual(['one', 'two']);
      expect(await log.find('c1')).toMatchObject({ lastHandled: 1, lastSequence: 2, state });
    });

    test('appends a greeting where nothing was said before, once, and it leaves no turn owed', async () => {
      await log.open(conversation);
      const greetings = await Promise.all([1, 2, 3].map(() => log.appendGreeting('c1', reply('hello'))));
      expect(greetings.map(texts).toSorted()).toEqual([[], [], ['hello']]);
      log = await store.reopen();
      expect(await log.appendGreeting('c1', reply('again'))).toEqual([]);
      expect(await log.listUnanswered()).toEqual([]);
      expect(await log.find('c1')).toMatchObject({ lastHandled: 0, lastSequence: 1 });
      const said = await log.appendUtterance('c1', say('one'));
      expect(said?.entry.sequence).toBe(2);
      expect(await log.listUnanswered()).toEqual(['c1']);
      await log.appendReplies('c1', 2, [reply('two')], state);
      expect(texts(await log.read('c1', 0))).toEqual(['hello', 'one', 'two']);
    });

    test('appends no greeting once the customer has spoken', async () => {
      await log.open(conversation);
      await log.appendUtterance('c1', say('one'));
      expect(await log.appendGreeting('c1', reply('hello'))).toEqual([]);
      expect(await log.listUnanswered()).toEqual(['c1']);
    });

    test('keeps the latest address of a conversation', async () => {
      expect((await log.open(conversation)).address).toBeUndefined();
      expect((await log.open({ ...conversation, address: 'here' })).address).toBe('here');
      expect((await log.open({ ...conversation, address: 'there' })).address).toBe('there');
      log = await store.reopen();
      expect((await log.open(conversation)).address).toBe('there');
    });

    test('lists the conversations with a reply to send, and none without an address', async () => {
      await log.open({ ...conversation, id: 'c1', address: 'here' });
      await log.open({ ...conversation, id: 'c2' });
      for (const id of ['c1', 'c2']) {
        await log.appendUtterance(id, say('one'));
        expect(await log.listUndelivered()).toEqual([]);
      }
      for (const id of ['c1', 'c2']) await log.appendReplies(id, 1, [reply('two'), reply('three')], state);
      expect(await log.listUndelivered()).toEqual(['c1']);
      await log.markDelivered('c1', 2);
      log = await store.reopen();
      expect(await log.listUndelivered()).toEqual(['c1']);
      await log.markDelivered('c1', 3);
      await log.markDelivered('c1', 1);
      expect(await log.find('c1')).toMatchObject({ address: 'here', delivered: 3 });
      await log.appendUtterance('c1', say('four'));
      expect(await log.listUndelivered()).toEqual([]);
      log = await store.reopen();
      expect(await log.listUndelivered()).toEqual([]);
    });

    test('keeps everything over a restart', async () => {
      await log.open(conversation);
      await log.appendUtterance('c1', say('混合 text 😀\n<b>', 'm1'));
      await log.appendReplies('c1', 1, [reply('answer')], state);
      const before = [await log.find('c1'), await log.read('c1', 0)];
      log = await store.reopen();
      expect([await log.find('c1'), await log.read('c1', 0)]).toEqual(before);
    });

    test('lists the conversations that are owed a turn, also after a restart', async () => {
      for (const id of ['c1', 'c2', 'c3']) await log.open({ ...conversation, id });
      await log.appendUtterance('c1', say('one'));
      await log.appendUtterance('c2', say('one'));
      await log.appendUtterance('c2', say('two'));
      await log.appendReplies('c2', 1, [reply('a')], state);
      await log.appendReplies('c1', 1, [], state);
      expect(await log.listUnanswered()).toEqual(['c2']);
      log = await store.reopen();
      expect(await log.listUnanswered()).toEqual(['c2']);
    });

    test('keeps every one of a thousand appends at once, each with a place of its own', async () => {
      await log.open(conversation);
      const appended = await Promise.all(
        Array.from({ length: 1000 }, (_, index) => log.appendUtterance('c1', say(`m${index}`, `m${index}`))),
      );
      expect(new Set(appended.map((result) => result?.entry.sequence)).size).toBe(1000);
      log = await store.reopen();
      expect(new Set(texts(await log.read('c1', 0)))).toEqual(
        new Set(Array.from({ length: 1000 }, (_, index) => `m${index}`)),
      );
    });

    test('delivers the backlog, then what comes, each entry once and in order', async () => {
      await log.open(conversation);
      await log.appendUtterance('c1', say('one'));
      await log.appendUtterance('c1', say('two'));
      const seen: LogEntry[] = [];
      const under = Array.from({ length: 20 }, (_, index) => log.appendUtterance('c1', say(`m${index}`)));
      const end = await log.subscribe('c1', 1, (entries) => seen.push(...entries));
      await Promise.all(under);
      await log.appendReplies('c1', 1, [reply('answer')], state);
      expect(seen).toEqual(await log.read('c1', 1));
      end?.();
      await log.appendUtterance('c1', say('unheard'));
      expect(texts(seen)).not.toContain('unheard');
    });

    test('delivers to every subscriber', async () => {
      await log.open(conversation);
      const seen: string[][] = [[], []];
      for (const mine of seen)
        await log.subscribe('c1', 0, (entries) => mine.push(...(texts(entries) ?? [])));
      await log.appendUtterance('c1', say('one'));
      expect(seen).toEqual([['one'], ['one']]);
    });

    test('rejects what could not be written and shows nothing of it, then goes on', async () => {
      await log.open(conversation);
      await log.appendUtterance('c1', say('one', 'm1'));
      const seen: LogEntry[] = [];
      await log.subscribe('c1', 0, (entries) => seen.push(...entries));
      const before = await log.find('c1');
      await store.breakWrites();
      await expect(log.appendUtterance('c1', say('two', 'm2'))).rejects.toMatchObject({
        code: 'store.write-failed',
      });
      await expect(log.appendReplies('c1', 1, [reply('a')], state)).rejects.toMatchObject({
        code: 'store.write-failed',
      });
      expect(await log.find('c1')).toEqual(before);
      expect(await log.listUnanswered()).toEqual(['c1']);
      await store.mendWrites();
      expect(await log.appendUtterance('c1', say('two', 'm2'))).toMatchObject({
        repeated: false,
        entry: { sequence: 2 },
      });
      expect(texts(seen)).toEqual(['one', 'two']);
      log = await store.reopen();
      expect(texts(await log.read('c1', 0))).toEqual(['one', 'two']);
    });

    test('removes conversations whose newest entry, or else beginning, is too old', async () => {
      store.setTime(new Date('2026-01-01T00:00:00Z'));
      for (const id of ['empty', 'old', 'alive']) await log.open({ ...conversation, id });
      await log.appendUtterance('old', say('one'));
      store.setTime(new Date('2026-03-01T00:00:00Z'));
      await log.appendUtterance('alive', say('one'));
      expect(await log.removeOlderThan(new Date('2026-02-01T00:00:00Z'))).toBe(2);
      log = await store.reopen();
      expect(await log.find('old')).toBeUndefined();
      expect(await log.find('empty')).toBeUndefined();
      expect(texts(await log.read('alive', 0))).toEqual(['one']);
      expect(await log.listUnanswered()).toEqual(['alive']);
    });

    test('begins anew under the id of a removed conversation', async () => {
      await log.open(conversation);
      await log.appendUtterance('c1', say('one', 'm1'));
      const [removed, reopened] = await Promise.all([
        log.removeOlderThan(new Date('2999-01-01T00:00:00Z')),
        log.open(conversation),
      ]);
      expect(removed).toBe(1);
      expect(reopened.lastSequence).toBe(0);
      log = await store.reopen();
      expect(await log.find('c1')).toMatchObject({ lastSequence: 0 });
    });

    test('does what a simple model does, over any sequence of operations and restarts', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 30 }), (steps) => expectSameAsModel(create, steps)),
        { numRuns: 60 },
      );
    });
  });
}
