import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTokens } from '../../../adapters/direct-line/tokens.ts';
import type { ConversationAnswer, TokenAnswer } from '../../../adapters/direct-line/wire.ts';
import { beginConversation, call, type EchoServer, startEchoServer, userOf } from '../echo-server.ts';

const SECRET = 'a-secret-of-the-store';
const ALLOWED = 'https://shop.example';
const DAY_MS = 86_400_000;

describe('tokens', () => {
  let server: EchoServer;
  let origin: string;
  beforeAll(async () => {
    server = await startEchoServer({ environment: { DIRECT_LINE_SECRET: SECRET, ALLOWED_ORIGINS: ALLOWED } });
    origin = server.origin;
  });
  afterAll(() => server.stop());
  const generate = (options: Parameters<typeof call>[3] = {}) =>
    call<TokenAnswer & { error: { code: string } }>(origin, 'POST', '/tokens/generate', options);

  test('are for one new conversation and a user whom nobody can guess, whatever user a page names', async () => {
    const { status, body } = await generate({ body: { user: { id: 'someone-else' } } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      conversationId: expect.stringMatching(/^[0-9a-f]{32}$/),
      expires_in: 86_400,
    });
    expect(userOf(body.token)).toMatch(/^dl_[0-9a-f]{32}$/);
  });

  test("are for the user that a store's backend names", async () => {
    const { body } = await generate({ token: SECRET, body: { user: { id: 'customer-17' } } });
    expect(userOf(body.token)).toBe('customer-17');
  });

  test("are for a made-up user where a store's backend names none", async () => {
    expect(userOf((await generate({ token: SECRET })).body.token)).toMatch(/^dl_/);
  });

  test.each([[{ id: 7 }], [{ id: '' }], ['x'], [{ id: 'x'.repeat(201) }]])(
    "are refused to a store's backend that names the user %j",
    async (user) => {
      expect(await generate({ token: SECRET, body: { user } })).toMatchObject({
        status: 400,
        body: { error: { code: 'BadArgument' } },
      });
    },
  );

  test.each(['a-wrong-secret-of-it', '', 'x y'])('are refused to the wrong secret %j', async (secret) => {
    expect(await generate({ token: secret })).toMatchObject({
      status: 403,
      body: { error: { code: 'BadSecret' } },
    });
  });

  test('are given to pages of an allowed origin and of the own host', async () => {
    for (const page of [ALLOWED, origin]) {
      const { status, headers } = await generate({ headers: { origin: page } });
      expect(status).toBe(200);
      expect(headers.get('access-control-allow-origin')).toBe(page);
      expect(headers.get('vary')).toContain('Origin');
    }
  });

  test.each(['https://evil.example', 'null', 'https://shop.example.evil.example', 'http://shop.example'])(
    'are refused to pages of %s',
    async (page) => {
      const { status, headers, body } = await generate({ headers: { origin: page } });
      expect(status).toBe(403);
      expect(body.error.code).toBe('OriginNotAllowed');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test('may be asked for by browsers that ask first', async () => {
    const { status, headers } = await call(origin, 'OPTIONS', '/conversations', {
      headers: { origin: ALLOWED },
    });
    expect(status).toBe(204);
    for (const name of ['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with']) {
      expect(headers.get('access-control-allow-headers')).toContain(name);
    }
    expect(
      (await call(origin, 'OPTIONS', '/conversations', { headers: { origin: 'https://evil.example' } }))
        .status,
    ).toBe(403);
  });

  test('are renewed for the same conversation and user', async () => {
    const { body } = await generate();
    const renewed = await call<TokenAnswer>(origin, 'POST', '/tokens/refresh', { token: body.token });
    expect(renewed).toMatchObject({ status: 200, body: { conversationId: body.conversationId } });
    expect(userOf(renewed.body.token)).toBe(userOf(body.token));
  });

  test('begin their conversation once', async () => {
    const { token, conversationId } = (await generate()).body;
    const begin = () => call<ConversationAnswer>(origin, 'POST', '/conversations', { token });
    expect(await begin()).toMatchObject({ status: 201, body: { conversationId } });
    expect(await begin()).toMatchObject({ status: 200, body: { conversationId } });
  });

  test('of yesterday have expired, for everything', async () => {
    const customer = await beginConversation(origin);
    const earlier = await server.tokensAt(new Date(Date.now() - DAY_MS - 1000));
    const token = await earlier.issue({ conversationId: customer.conversationId, userId: customer.userId });
    const path = `/conversations/${customer.conversationId}`;
    const calls = [
      call(origin, 'POST', '/tokens/refresh', { token }),
      call(origin, 'POST', '/conversations', { token }),
      call(origin, 'GET', path, { token }),
      call(origin, 'GET', `${path}/activities`, { token }),
      call(origin, 'POST', `${path}/activities`, { token, body: { type: 'message', text: 'hi' } }),
    ];
    for (const answer of await Promise.all(calls)) {
      expect(answer).toMatchObject({ status: 403, body: { error: { code: 'TokenExpired' } } });
    }
  });

  test('that somebody else signed are refused', async () => {
    const { conversationId, userId } = await beginConversation(origin);
    const forger = createTokens(new Uint8Array(32), { now: () => new Date() });
    const token = await forger.issue({ conversationId, userId });
    expect(await call(origin, 'GET', `/conversations/${conversationId}`, { token })).toMatchObject({
      status: 403,
      body: { error: { code: 'BadToken' } },
    });
  });

  test('that nobody signed are refused', async () => {
    const { conversationId, userId } = await beginConversation(origin);
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { conv: conversationId, user: userId, aud: 'direct-line', iat: 1, exp: 9_999_999_999 };
    const token = `${encode({ alg: 'none' })}.${encode(claims)}.`;
    expect((await call(origin, 'GET', `/conversations/${conversationId}`, { token })).status).toBe(403);
  });

  test('are needed', async () => {
    const { conversationId } = await beginConversation(origin);
    expect(await call(origin, 'GET', `/conversations/${conversationId}`)).toMatchObject({
      status: 401,
      body: { error: { code: 'Unauthorized' } },
    });
  });

  test('of one conversation are no good for another', async () => {
    const [mine, other] = [await beginConversation(origin), await beginConversation(origin)];
    const path = `/conversations/${other.conversationId}`;
    const body = { type: 'message', text: 'hi' };
    for (const answer of [
      await call(origin, 'GET', path, { token: mine.token }),
      await call(origin, 'GET', `${path}/activities`, { token: mine.token }),
      await call(origin, 'POST', `${path}/activities`, { token: mine.token, body }),
    ]) {
      expect(answer).toMatchObject({ status: 403, body: { error: { code: 'Forbidden' } } });
    }
    expect(await other.read()).toEqual([]);
  });

  test('for the address of a stream are no good for anything else', async () => {
    const { conversationId, streamUrl } = await beginConversation(origin);
    const ticket = new URL(streamUrl).searchParams.get('t') ?? '';
    expect((await call(origin, 'GET', `/conversations/${conversationId}`, { token: ticket })).status).toBe(
      403,
    );
  });

  test('stay good over a restart of the server', async () => {
    const customer = await beginConversation(origin);
    await customer.say('hello');
    origin = await server.restart();
    const path = `/conversations/${customer.conversationId}/activities`;
    expect((await call(origin, 'GET', path, { token: customer.token })).status).toBe(200);
  });
});
