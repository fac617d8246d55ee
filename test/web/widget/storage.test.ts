import { describe, expect, it } from '@jest/globals';
import { createChatStorage } from '../../../web/widget/storage.ts';

const message = (id: string) => ({ id, text: `text of ${id}`, locale: 'zh-CN' });

function createArea(items: Record<string, string> = {}) {
  const kept = new Map(Object.entries(items));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('createChatStorage', () => {
  it('gives a later page the session and what was not sent, in order', () => {
    const area = createArea();
    const before = createChatStorage(area);
    before.writeSession({ conversationId: 'c', token: 't' });
    for (const id of ['1', '2', '3']) before.addToOutbox(message(id));
    before.removeFromOutbox('2');
    const after = createChatStorage(area);
    expect(after.readSession()).toEqual({ conversationId: 'c', token: 't' });
    expect(after.readOutbox()).toEqual([message('1'), message('3')]);
  });

  it('leaves nothing behind once everything is sent and the session is over', () => {
    const area = createArea();
    const storage = createChatStorage(area);
    storage.writeSession({ conversationId: 'c', token: 't' });
    storage.addToOutbox(message('1'));
    storage.removeFromOutbox('1');
    storage.writeSession(undefined);
    expect(area.kept.size).toBe(0);
  });

  it.each(['{', 'null', '[]', '"x"', '{"conversationId":1,"token":"t"}'])(
    'takes a session of %s for none',
    (stored) => {
      expect(createChatStorage(createArea({ 'help-center.session': stored })).readSession()).toBeUndefined();
    },
  );

  it('drops from a damaged outbox what is no message', () => {
    const stored = JSON.stringify([null, 1, { id: 'x' }, message('1')]);
    expect(createChatStorage(createArea({ 'help-center.outbox': stored })).readOutbox()).toEqual([
      message('1'),
    ]);
  });

  it('does not fail when the storage is full', () => {
    const full = {
      ...createArea(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(() => createChatStorage(full).addToOutbox(message('1'))).not.toThrow();
  });
});
