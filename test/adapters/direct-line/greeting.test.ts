import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ActivitySet } from '../../../adapters/direct-line/wire.ts';
import { beginConversation, call, type EchoServer, startEchoServer } from '../echo-server.ts';

describe('a greeting', () => {
  let server: EchoServer;
  let origin: string;
  beforeAll(async () => {
    server = await startEchoServer();
    origin = server.origin;
  });
  afterAll(() => server.stop());

  const begin = (locale?: string) => beginConversation(origin, locale);
  const join = { type: 'event', name: 'webchat/join' };

  test.each(['webchat/join', 'startConversation'])(
    'is given to a page that sends the event %s',
    async (name) => {
      const { conversationId, post, read } = await begin('en-US');
      const { status, body } = await post({
        type: 'event',
        name,
        value: { language: 'en' },
        locale: 'en-US',
      });
      expect([status, body.id]).toEqual([200, expect.stringContaining(`${conversationId}|`)]);
      const [greeting, ...others] = await read();
      expect(others).toEqual([]);
      expect(greeting).toMatchObject({
        id: `${conversationId}|0000001`,
        from: { id: 'help-center', role: 'bot' },
        text: 'Welcome.',
        textFormat: 'markdown',
        locale: 'en-US',
        suggestedActions: { to: [], actions: [{ type: 'imBack', title: 'more' }, { type: 'openUrl' }] },
      });
      // Web Chat holds back what answers a message that it does not know.
      expect(greeting).not.toHaveProperty('replyToId');
    },
  );

  test.each([
    ['en-GB', 'zh-CN', 'Welcome.'],
    ['zh-TW', 'en-US', '欢迎。'],
    [undefined, 'en-US', 'Welcome.'],
    [undefined, 'zh-CN', '欢迎。'],
    [null, 'en-US', 'Welcome.'],
  ])('is in the language of the event (%j), else of the conversation (%s)', async (locale, begun, text) => {
    const { post, read } = await begin(begun);
    await post({ ...join, locale });
    expect((await read()).map((activity) => activity.text)).toEqual([text]);
  });

  test('is given to nobody who does not ask for it', async () => {
    const { post, read } = await begin();
    for (const activity of [
      { type: 'conversationUpdate', membersAdded: [{ id: 'me' }] },
      { type: 'event', name: 'webchat/fetch' },
      { type: 'event', name: { name: 'webchat/join' } },
      { type: 'event' },
      { type: 'invoke', name: 'webchat/join' },
    ]) {
      expect((await post(activity)).status).toBe(200);
    }
    expect(await read()).toEqual([]);
  });

  test('is given once, however often it is asked for, at once, later, and after a restart', async () => {
    const { conversationId, token, post, say, readUntil } = await begin('en-US');
    await Promise.all(Array.from({ length: 50 }, () => post(join)));
    await say('hello');
    await readUntil(3);
    await post(join);
    origin = await server.restart();
    const path = `/conversations/${conversationId}/activities`;
    await call(origin, 'POST', path, { token, body: join });
    const { body } = await call<ActivitySet>(origin, 'GET', path, { token });
    expect(body.activities.map(({ text }) => text)).toEqual(['Welcome.', 'hello', '**hello**']);
    expect(body.activities[2]).toMatchObject({ replyToId: `${conversationId}|0000002` });
  });

  test('does not come after the customer has spoken, and takes no message its answer', async () => {
    const customers = await Promise.all(Array.from({ length: 20 }, () => begin('en-US')));
    for (const { post, say, readUntil, read } of customers) {
      await Promise.all([say('hello'), post(join)]);
      await readUntil(2);
      const texts = (await read()).map(({ text }) => text).filter((text) => text !== 'Welcome.');
      expect(texts[0]).toBe('hello');
    }
    for (const { read, readUntil } of customers) {
      const greeted = (await read())[0]?.text === 'Welcome.' ? ['Welcome.'] : [];
      const activities = await readUntil(greeted.length + 2);
      expect(activities.map(({ text }) => text)).toEqual([...greeted, 'hello', '**hello**']);
    }
  });

  test('arrives on a stream that was open before', async () => {
    const { post, readUntil } = await begin('en-US');
    const following = readUntil(1);
    await post(join);
    expect((await following).map(({ text }) => text)).toEqual(['Welcome.']);
  });
});
