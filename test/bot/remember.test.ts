import { describe, expect, test } from '@jest/globals';
import type { Decision } from '../../bot/decide.ts';
import { remember } from '../../bot/remember.ts';
import { initialState } from '../../bot/turn.ts';
import type { Part } from '../../bot/understand/part.ts';

const part: Part = {
  text: '积分怎么用',
  isBareTopic: false,
  isElsewhere: false,
  answerAt: 0.5,
  clarifyAt: 0.3,
  candidates: [
    { id: 'points.use', confidence: 0.9, score: 1 },
    { id: 'points.scope', confidence: 0.001, score: 0.1 },
    { id: 'payment.methods', confidence: 0.001, score: 0.1 },
    { id: 'invoice.request', confidence: 0.2, score: 0.1 },
    { id: 'smalltalk.bye', confidence: 0.1, score: 0 },
  ],
};
const understanding = { language: 'zh', isWordless: false, wantsPerson: false, parts: [part] } as const;
const answer: Decision = { kind: 'answer', ids: ['points.use'], confidence: 0.9, part };
const recall = (decision: Decision, state = initialState('zh')) =>
  remember(state, part.text, understanding, [decision]);

describe('what a turn leaves behind', () => {
  test('is the question, its answer, and what else was likely or on the same matter', () => {
    expect(recall(answer)).toMatchObject({
      answered: ['points.use'],
      topics: [{ id: 'points.use', question: '积分怎么用', others: ['points.scope', 'invoice.request'] }],
    });
  });

  test('is the question alone where there was no answer', () => {
    const fallback: Decision = { kind: 'fallback', ids: [], confidence: 0, part };
    expect(recall(fallback).topics[0]).not.toHaveProperty('id');
  });

  test('is no topic where it was small talk', () => {
    const state = recall(answer);
    const bye: Decision = { kind: 'smalltalk', ids: ['smalltalk.bye'], confidence: 1, part };
    expect(recall(bye, state).topics).toEqual(state.topics);
  });

  test('stays small however long the conversation', () => {
    let state = initialState('zh');
    for (let turn = 0; turn < 20; turn++) {
      const long = { ...answer, part: { ...part, text: '长'.repeat(5000) } };
      state = recall(long, state);
    }
    expect(JSON.stringify(state).length).toBeLessThan(5000);
  });
});
