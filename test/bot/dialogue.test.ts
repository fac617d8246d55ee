import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { initialState } from '../../bot/turn.ts';
import { storeCorpus } from '../faq/corpus-fixture.ts';
import { LONG_UTTERANCES, utterances } from '../faq/utterances.ts';
import { storeDialogue } from './dialogue-fixture.ts';

const ask = (utterance: string, state = initialState('zh')) =>
  storeDialogue().handleTurn({ conversationId: 'c', utterance, pageLanguage: 'zh' }, state);

describe('the dialogue', () => {
  test('offers two or three choices where two answers are near, and a number takes one', async () => {
    const first = await ask('积分发票', initialState('zh'));
    const offered = ['points.what', 'invoice.request'];
    const second = await ask('第二个', { ...first.state, offered });
    expect(second.replies[0]).toMatchObject({ decision: 'answer', ids: ['invoice.request'] });
  });

  test('takes a bare number for nothing where nothing was offered', async () => {
    expect((await ask('2')).replies[0]?.decision).toBe('fallback');
  });

  test.each(['zh', 'en'] as const)('greets in %s with questions that it answers', async (language) => {
    const { actions, ...greeting } = storeDialogue().renderer.greet(language);
    expect(greeting).toMatchObject({ language, decision: 'smalltalk', ids: ['smalltalk.greeting'] });
    expect(actions.length).toBeGreaterThan(2);
    for (const { kind, title } of actions) {
      expect(kind).toBe('say');
      expect((await ask(title)).replies[0]).toMatchObject({ language, decision: 'answer' });
    }
  });

  test('asks for words where a message has none, such as a picture', async () => {
    const [reply] = (await ask('')).replies;
    expect(reply).toMatchObject({ decision: 'fallback', ids: [] });
    expect(reply?.markdown).toContain('没看明白');
  });

  test('marks an answer with the version of its article', async () => {
    const { replies } = await ask('积分会不会到期啊');
    const article = storeCorpus().articles.find(({ id }) => id === 'points.validity');
    expect(replies[0]?.version).toBe(article?.version);
    expect(article?.version).toMatch(/^[0-9a-f]{12}$/);
  });

  const expectPublished = async (utterance: string, state = initialState('zh')) => {
    const answers = storeCorpus().articles.flatMap(({ zh, en }) => [zh.answer.trim(), en.answer.trim()]);
    for (const { decision, markdown, version, ids } of (await ask(utterance, state)).replies) {
      if (decision === 'answer') expect(answers).toContain(markdown);
      if (decision === 'fallback') expect([ids, version]).toEqual([[], undefined]);
      expect(markdown).not.toBe('');
    }
  };

  test('says nothing but what is published or fixed, for any utterance at any time', async () => {
    const { state } = await ask('积分会过期吗');
    const states = fc.constantFrom(initialState('zh'), initialState('en'), state);
    await fc.assert(fc.asyncProperty(utterances, states, expectPublished), { numRuns: 150 });
  });

  test.each(LONG_UTTERANCES)('does so for %s', async (_, text) => {
    await expectPublished(text, (await ask('积分会过期吗')).state);
  });

  test('brings a person in one turn from every state', async () => {
    const state = fc.record({
      language: fc.constantFrom('zh' as const, 'en' as const),
      misses: fc.nat(5),
      offered: fc.constantFrom([], ['points.use', 'points.earn']),
      answered: fc.constantFrom([], ['invoice.lost']),
      topics: fc.constantFrom([], [{ id: 'invoice.lost', question: '发票丢了怎么办', others: [] }]),
    });
    const wording = fc.constantFrom('转人工', '我要跟真人说话', 'let me speak to a human', 'agent');
    await fc.assert(
      fc.asyncProperty(state, wording, async (from, words) => {
        expect((await ask(words, from)).replies[0]?.decision).toBe('handoff');
      }),
      { numRuns: 60 },
    );
  });
});
