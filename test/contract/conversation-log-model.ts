import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { ConversationLog } from '../../bot/ports.ts';
import { initialState, type Reply } from '../../bot/turn.ts';
import type { StoreUnderTest } from './conversation-log.ts';

type Step =
  | { readonly kind: 'open'; readonly id: string }
  | {
      readonly kind: 'say';
      readonly id: string;
      readonly text: string;
      readonly messageId: string | undefined;
    }
  | { readonly kind: 'burst'; readonly id: string; readonly count: number }
  | { readonly kind: 'answer'; readonly id: string; readonly handled: number; readonly count: number }
  | { readonly kind: 'restart' };

interface ModelConversation {
  readonly texts: string[];
  readonly messageIds: Map<string, number>;
  lastHandled: number;
  lastCustomer: number;
}

const id = fc.constantFrom('a', 'b', 'c');
const messageId = fc.option(fc.constantFrom('m1', 'm2', 'm3'), { nil: undefined });

/** One operation on one of three conversations. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), id }),
  fc.record({ kind: fc.constant('say' as const), id, text: fc.string({ unit: 'grapheme' }), messageId }),
  fc.record({ kind: fc.constant('burst' as const), id, count: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    kind: fc.constant('answer' as const),
    id,
    handled: fc.integer({ min: 1, max: 6 }),
    count: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({ kind: fc.constant('restart' as const) }),
);

/** Applies the steps to a new store and to the model, and compares what each says after every step. */
export async function expectSameAsModel(
  create: () => Promise<StoreUnderTest>,
  steps: readonly Step[],
): Promise<void> {
  const store = await create();
  const model = new Map<string, ModelConversation>();
  let log = store.log;
  try {
    for (const one of steps) {
      if (one.kind === 'restart') log = await store.reopen();
      else await applyToBoth(log, model, one);
      await expectSame(log, model);
    }
  } finally {
    await store.dispose();
  }
}

async function applyToBoth(
  log: ConversationLog,
  model: Map<string, ModelConversation>,
  one: Exclude<Step, { kind: 'restart' }>,
): Promise<void> {
  const known = model.get(one.id);
  switch (one.kind) {
    case 'open':
      await log.open({ id: one.id, userId: 'dl_1', pageLanguage: 'zh' });
      if (!known) model.set(one.id, { texts: [], messageIds: new Map(), lastHandled: 0, lastCustomer: 0 });
      return;
    case 'say': {
      const appended = await log.appendUtterance(one.id, {
        ...customer,
        utterance: one.text,
        ...(one.messageId === undefined ? {} : { clientMessageId: one.messageId }),
      });
      expect(appended?.entry.sequence).toBe(known && sayInModel(known, one.text, one.messageId));
      return;
    }
    case 'burst': {
      const texts = Array.from({ length: one.count }, (_, index) => `burst ${index}`);
      const appending = texts.map((utterance) => log.appendUtterance(one.id, { ...customer, utterance }));
      const sequences = (await Promise.all(appending)).map((appended) => appended?.entry.sequence);
      expect(sequences).toEqual(texts.map((text) => known && sayInModel(known, text, undefined)));
      return;
    }
    case 'answer': {
      const replies = Array.from({ length: one.count }, (_, index) => replyNumber(index));
      // Only an entry that exists can have had its turn.
      const handled = Math.min(one.handled, known?.lastCustomer ?? one.handled);
      if (handled === 0) return;
      const appended = await log.appendReplies(one.id, handled, replies, initialState('en'));
      const isNew = known && handled > known.lastHandled;
      expect(appended?.length).toBe(known && (isNew ? one.count : 0));
      if (!known || !isNew) return;
      known.lastHandled = handled;
      known.texts.push(...replies.map(({ markdown }) => markdown));
    }
  }
}

async function expectSame(log: ConversationLog, model: Map<string, ModelConversation>): Promise<void> {
  for (const conversationId of ['a', 'b', 'c']) {
    const expected = model.get(conversationId);
    const entries = await log.read(conversationId, 0);
    const texts = entries?.map((entry) =>
      entry.from === 'customer' ? entry.utterance : entry.reply.markdown,
    );
    expect(texts).toEqual(expected?.texts);
    expect((await log.find(conversationId))?.lastHandled).toBe(expected?.lastHandled);
  }
  const owed = [...model].filter(([, { lastCustomer, lastHandled }]) => lastCustomer > lastHandled);
  expect((await log.listUnanswered()).toSorted()).toEqual(owed.map(([owedId]) => owedId).toSorted());
}

function sayInModel(known: ModelConversation, text: string, clientMessageId: string | undefined): number {
  const earlier = clientMessageId === undefined ? undefined : known.messageIds.get(clientMessageId);
  if (earlier !== undefined) return earlier;
  const sequence = known.texts.push(text);
  known.lastCustomer = sequence;
  if (clientMessageId !== undefined) known.messageIds.set(clientMessageId, sequence);
  return sequence;
}

const customer = { userId: 'dl_1', pageLanguage: 'zh' } as const;

function replyNumber(index: number): Reply {
  return { language: 'en', markdown: `reply ${index}`, actions: [], decision: 'answer', ids: [] };
}
