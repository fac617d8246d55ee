import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { beginConversation, type Customer, call, type EchoServer, startEchoServer } from '../echo-server.ts';

describe('what a customer posts', () => {
  let server: EchoServer;
  let customer: Customer;
  beforeAll(async () => {
    server = await startEchoServer();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    customer = await beginConversation(server.origin);
  });

  const expectRefused = async (activity: unknown, status: number, code: string): Promise<void> => {
    expect(await customer.post(activity)).toMatchObject({
      status,
      body: { error: { code, message: expect.any(String) } },
    });
    expect(await customer.read()).toEqual([]);
  };
  const expectStored = async (activity: unknown, text: string): Promise<void> => {
    expect((await customer.post(activity)).status).toBe(200);
    const [stored, reply] = await customer.readUntil(2);
    expect(stored?.text).toBe(text);
    expect(reply?.text).toBe(`**${text}**`);
  };
  const message = (text: unknown) => ({ type: 'message', text });

  test('is refused where it is not JSON', () => expectRefused('{"type":', 400, 'BadSyntax'));

  test.each(['null', '7', '"text"', 'true'])('is refused where it is the bare JSON value %s', (body) =>
    expectRefused(body, 400, 'BadSyntax'),
  );

  test.each([
    ['an empty object', {}],
    ['a list', []],
    ['a type that is a number', { type: 7 }],
    ['a text that is a number', message(7)],
    ['a text that is an object', message({ toString: 'x' })],
    ['a text that is a list', message(['a'])],
    ['a locale that is a number', { ...message('hi'), locale: 7 }],
    ['channelData that is a text', { ...message('hi'), channelData: 'x' }],
    ['a clientActivityID that is a number', { ...message('hi'), channelData: { clientActivityID: 7 } }],
    ['an endless clientActivityID', { ...message('hi'), channelData: { clientActivityID: 'x'.repeat(201) } }],
  ])('is refused where it has the wrong type: %s', (_case, activity) =>
    expectRefused(activity, 400, 'BadArgument'),
  );

  test('is refused where it is not sent as JSON', async () => {
    const path = `/conversations/${customer.conversationId}/activities`;
    const { token } = customer;
    const headers = { 'content-type': 'text/plain' };
    const body = JSON.stringify(message('hi'));
    expect((await call(server.origin, 'POST', path, { token, headers, body })).status).toBe(400);
  });

  test('is refused where the text is null and there is no value', () =>
    expectRefused({ ...message(null), value: null }, 400, 'MessageEmpty'));

  test('is taken where everything else is null', () =>
    expectStored(
      { ...message('hi'), value: null, locale: null, channelData: null, attachments: null, from: null },
      'hi',
    ));

  test.each([
    ['nothing', ''],
    ['blanks', ' \t\n\u3000\u00a0 '],
    ['control characters', '\u0000\u0007\u001b\u007f\u0085'],
    ['characters without a shape', '\u200b\u200d\u2060\ufeff'],
  ])('is refused where the text is only %s', (_case, text) =>
    expectRefused(message(text), 400, 'MessageEmpty'),
  );

  test('is refused where the text has over 1,000 characters', () =>
    expectRefused(message('好'.repeat(1001)), 400, 'MessageTooLong'));

  test('is taken where the text has 1,000 characters, an emoji counting as one', () =>
    expectStored(message('😀'.repeat(1000)), '😀'.repeat(1000)));

  test('is refused where the body has 1 MB', () =>
    expectRefused(message('x'.repeat(1_000_000)), 413, 'MessageSizeTooBig'));

  test('loses its control characters but not its lines', () =>
    expectStored(message('a\u0000b\u001b[31mc\r\nd\te\u0085'), 'ab[31mc\nd\te'));

  test('has broken halves of characters replaced', () =>
    expectStored('{"type":"message","text":"a\\ud83d b\\ude00 c"}', 'a\ufffd b\ufffd c'));

  test('may be only emoji', () => expectStored(message('👨‍👩‍👧 🎉'), '👨‍👩‍👧 🎉'));

  test('keeps markup and script as the text that it is', () =>
    expectStored(
      message('<script>alert(1)</script> **b** <img src=x onerror=1>'),
      '<script>alert(1)</script> **b** <img src=x onerror=1>',
    ));

  test("may be a card's value without a text", () =>
    expectStored({ type: 'message', value: 'invoice' }, 'invoice'));

  test("is not taken from a card's value that is no text", () =>
    expectRefused({ type: 'message', value: { a: 1 } }, 400, 'MessageEmpty'));

  test('is from the user of the token, whoever it says it is from', async () => {
    await customer.post({ ...message('hi'), from: { id: 'help-center', role: 'bot', name: 'Help center' } });
    const [stored] = await customer.read();
    expect(stored?.from).toEqual({ id: customer.userId, role: 'user' });
  });

  test.each(['typing', 'event', 'conversationUpdate', 'endOfConversation', 'anything'])(
    'has no effect as %s, but gets an id',
    async (type) => {
      const posted = await customer.post({ type, name: 'x', value: { a: 1 } });
      expect(posted).toMatchObject({ status: 200, body: { id: expect.stringContaining('|') } });
      expect(await customer.read()).toEqual([]);
    },
  );

  test('is refused in a conversation that never began', async () => {
    const { body } = await call<{ token: string; conversationId: string }>(
      server.origin,
      'POST',
      '/tokens/generate',
    );
    const path = `/conversations/${body.conversationId}/activities`;
    const answer = await call(server.origin, 'POST', path, { token: body.token, body: message('hi') });
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'ConversationNotFound' } } });
  });

  test('is stored once where it is posted again, and gets the same id', async () => {
    const first = await customer.say('hi', 'mine-1');
    await customer.readUntil(2);
    const second = await customer.say('hi', 'mine-1');
    expect(second).toMatchObject({ status: 200, body: { id: first.body.id } });
    await customer.say('bye', 'mine-2');
    expect((await customer.readUntil(4)).map(({ text }) => text)).toEqual(['hi', '**hi**', 'bye', '**bye**']);
  });

  test('is stored once where it is posted a hundred times at once', async () => {
    const posts = await Promise.all(Array.from({ length: 100 }, () => customer.say('hi', 'mine-1')));
    expect(new Set(posts.map(({ body }) => body.id)).size).toBe(1);
    expect(await customer.readUntil(2)).toHaveLength(2);
  });

  test('is refused once the conversation is longer than any customer would make it', async () => {
    await Promise.all(Array.from({ length: 1000 }, (_, index) => customer.say(`message ${index}`)));
    await customer.readUntil(2000);
    expect(await customer.say('one more')).toMatchObject({
      status: 404,
      body: { error: { code: 'ConversationFull' } },
    });
    expect(await customer.read()).toHaveLength(2000);
  });

  test('is answered in the language of its locale, else in Chinese', async () => {
    await customer.post({ ...message('a'), locale: 'en-GB' });
    await customer.readUntil(2);
    await customer.post({ ...message('b'), locale: 'fr-FR' });
    const activities = await customer.readUntil(4);
    expect(activities.map(({ locale }) => locale)).toEqual(['en-US', 'en-US', 'zh-CN', 'zh-CN']);
  });

  test.each(['%E0%A4%A', '..%2f..%2fetc', '%00', 'a'.repeat(5000)])(
    'to an odd address (%#) is a fault of the client',
    async (id) => {
      const answer = await call(server.origin, 'POST', `/conversations/${id}/activities`, {
        token: customer.token,
        body: message('hi'),
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.body.error.code).toEqual(expect.any(String));
    },
  );

  test('goes nowhere at an address that the protocol does not have', async () => {
    const answer = await call(server.origin, 'POST', `/conversations/${customer.conversationId}/upload`, {
      token: customer.token,
      body: message('hi'),
    });
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'NotFound' } } });
  });

  test.each(['', 'null', 'undefined', '-', 'x', '-1', '1e3', '99999999999999999999'])(
    'is read whole with the watermark %j',
    async (watermark) => {
      await customer.say('hi');
      await customer.readUntil(2);
      const path = `/conversations/${customer.conversationId}/activities?watermark=${watermark}`;
      const { body } = await call<{ activities: unknown[]; watermark: string }>(server.origin, 'GET', path, {
        token: customer.token,
      });
      expect(body.activities).toHaveLength(2);
      expect(body.watermark).toBe('2');
    },
  );
});
