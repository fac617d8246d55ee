import { describe, expect, test } from '@jest/globals';
import { parseStoredConversation } from '../../../adapters/lowdb/stored-conversation.ts';

const before = {
  id: 'c1',
  userId: 'dl_1',
  createdAt: '2026-01-05T08:00:00.000Z',
  state: { language: 'zh', misses: 1, offered: [], answered: ['points.use'] },
  lastHandled: 0,
  log: [],
};

describe('a stored conversation', () => {
  test('from before topics were remembered is read, and begins with none', () => {
    expect(parseStoredConversation(JSON.stringify(before)).state).toEqual({ ...before.state, topics: [] });
  });

  test('keeps its topics, answered or not', () => {
    const topics = [
      { question: '运费多少', others: [] },
      { id: 'points.use', question: '积分怎么用', others: ['points.scope'] },
    ];
    const after = { ...before, state: { ...before.state, topics } };
    expect(parseStoredConversation(JSON.stringify(after)).state.topics).toEqual(topics);
  });
});
