import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import type { ActivitySet, ConversationAnswer } from '../../../adapters/direct-line/wire.ts';
import { beginConversation, call, type EchoServer, startEchoServer } from '../echo-server.ts';

const ALLOWED = 'https://shop.example';

describe('a stream', () => {
  let server: EchoServer;
  const sockets: WebSocket[] = [];
  beforeAll(async () => {
    server = await startEchoServer({ environment: { ALLOWED_ORIGINS: ALLOWED, TRUST_PROXY: 'loopback' } });
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.terminate();
  });
  afterAll(() => server.stop());

  const connect = (url: string, headers: Record<string, string> = {}): WebSocket => {
    const socket = new WebSocket(url, { headers }).on('error', () => undefined);
    sockets.push(socket);
    return socket;
  };
  /** The frames of a stream, from the connection on, until `done`. */
  const receive = (url: string, done: (frames: readonly ActivitySet[]) => boolean): Promise<ActivitySet[]> =>
    new Promise((resolve, reject) => {
      const frames: ActivitySet[] = [];
      connect(url)
        .on('error', reject)
        .on('message', (frame) => {
          frames.push(JSON.parse(String(frame)));
          if (done(frames)) resolve(frames);
        });
    });
  const idsOf = (frames: readonly ActivitySet[]): string[] =>
    frames.flatMap(({ activities }) => activities.map(({ id }) => id));
  const withWatermark = (streamUrl: string, watermark: string | undefined): string => {
    const url = new URL(streamUrl);
    if (watermark === undefined) url.searchParams.delete('watermark');
    else url.searchParams.set('watermark', watermark);
    return url.href;
  };
  const refusal = (
    url: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; code: string }> =>
    new Promise((resolve, reject) => {
      connect(url, headers)
        .on('open', () => reject(new Error('The stream was opened.')))
        .on('unexpected-response', (_request, response) => {
          let body = '';
          response
            .on('data', (chunk) => {
              body += chunk;
            })
            .on('end', () =>
              resolve({ status: response.statusCode ?? 0, code: JSON.parse(body).error.code }),
            );
        });
    });

  test('begins by telling its watermark, then brings what was said since and what is said next', async () => {
    const customer = await beginConversation(server.origin);
    await customer.say('one');
    await customer.readUntil(2);
    const received = receive(withWatermark(customer.streamUrl, '1'), (frames) => idsOf(frames).length === 3);
    await customer.say('two');
    const frames = await received;
    expect(frames[0]).toEqual({ activities: [], watermark: '1' });
    expect(idsOf(frames)).toEqual(
      ['2', '3', '4'].map((sequence) => `${customer.conversationId}|000000${sequence}`),
    );
    expect(frames.at(-1)?.watermark).toBe('4');
  });

  test('brings only what comes where no watermark is given', async () => {
    const customer = await beginConversation(server.origin);
    await customer.say('one');
    await customer.readUntil(2);
    let begun = () => {};
    const beginning = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const received = receive(withWatermark(customer.streamUrl, undefined), (frames) => {
      begun();
      return idsOf(frames).length === 2;
    });
    await beginning;
    await customer.say('two');
    expect(idsOf(await received)[0]).toBe(`${customer.conversationId}|0000003`);
  });

  test('goes on after the watermark with which the conversation is resumed', async () => {
    const customer = await beginConversation(server.origin);
    await customer.say('one');
    await customer.readUntil(2);
    const { conversationId, token } = customer;
    const resumed = await call<ConversationAnswer>(
      server.origin,
      'GET',
      `/conversations/${conversationId}?watermark=1`,
      { token },
    );
    expect(resumed.status).toBe(200);
    expect(idsOf(await receive(resumed.body.streamUrl, (frames) => idsOf(frames).length === 1))).toEqual([
      `${conversationId}|0000002`,
    ]);
  });

  test('starts at the end where the watermark is beyond it', async () => {
    const { streamUrl } = await beginConversation(server.origin);
    const frames = await receive(withWatermark(streamUrl, '99'), () => true);
    expect(frames).toEqual([{ activities: [], watermark: '0' }]);
  });

  test('is served to several tabs at once', async () => {
    const customer = await beginConversation(server.origin);
    const both = [1, 2].map(() => receive(customer.streamUrl, (frames) => idsOf(frames).length === 2));
    await customer.say('one');
    const [first, second] = await Promise.all(both);
    expect(idsOf(first ?? [])).toEqual(idsOf(second ?? []));
  });

  test('is opened with a token as well', async () => {
    const { streamUrl, token } = await beginConversation(server.origin);
    const url = new URL(streamUrl);
    url.searchParams.set('t', token);
    await expect(receive(url.href, () => true)).resolves.toHaveLength(1);
  });

  test('has an address for the protocol and the host that a trusted proxy was asked for', async () => {
    const { token } = await beginConversation(server.origin);
    const { body } = await call<ConversationAnswer>(server.origin, 'POST', '/conversations', {
      token,
      headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'help.shop.example' },
    });
    expect(body.streamUrl).toMatch(/^wss:\/\/help\.shop\.example\/v3\/directline\/conversations\//);
  });

  test('is refused without a ticket', async () => {
    const url = new URL((await beginConversation(server.origin)).streamUrl);
    url.searchParams.delete('t');
    expect(await refusal(url.href)).toEqual({ status: 401, code: 'Unauthorized' });
  });

  test('is refused with a ticket that has expired', async () => {
    const { streamUrl, conversationId, userId } = await beginConversation(server.origin);
    const earlier = await server.tokensAt(new Date(Date.now() - 61_000));
    const url = new URL(streamUrl);
    url.searchParams.set('t', await earlier.issueTicket({ conversationId, userId }));
    expect(await refusal(url.href)).toEqual({ status: 403, code: 'TokenExpired' });
  });

  test("is refused with another conversation's ticket", async () => {
    const [mine, other] = [await beginConversation(server.origin), await beginConversation(server.origin)];
    const url = mine.streamUrl.replace(mine.conversationId, other.conversationId);
    expect(await refusal(url)).toEqual({ status: 403, code: 'Forbidden' });
  });

  test('is refused to pages of a foreign origin, and open to those of an allowed one', async () => {
    const { streamUrl } = await beginConversation(server.origin);
    expect(await refusal(streamUrl, { origin: 'https://evil.example' })).toEqual({
      status: 403,
      code: 'OriginNotAllowed',
    });
    for (const origin of [ALLOWED, server.origin]) await once(connect(streamUrl, { origin }), 'open');
  });

  test('of a conversation that never began is refused', async () => {
    const { streamUrl, conversationId } = await beginConversation(server.origin);
    const tokens = await server.tokensAt(new Date());
    const ticket = await tokens.issueTicket({ conversationId: 'never', userId: 'dl_1' });
    const url = new URL(streamUrl.replace(conversationId, 'never'));
    url.searchParams.set('t', ticket);
    expect(await refusal(url.href)).toEqual({ status: 404, code: 'ConversationNotFound' });
  });

  test('is no other address', async () => {
    const socket = connect(`${server.origin.replace('http', 'ws')}/elsewhere`);
    const [, response] = await once(socket, 'unexpected-response');
    expect(response.statusCode).toBe(404);
  });

  test('is closed on a client that sends more than pings', async () => {
    const { streamUrl } = await beginConversation(server.origin);
    const socket = connect(streamUrl);
    await once(socket, 'open');
    socket.send('x'.repeat(100_000));
    const [code] = await once(socket, 'close');
    expect(code).toBe(1009);
  });

  test('is closed when the server stops', async () => {
    const other = await startEchoServer();
    const socket = connect((await beginConversation(other.origin)).streamUrl);
    await once(socket, 'open');
    const closed = once(socket, 'close');
    await other.stop();
    expect((await closed)[0]).toBe(1001);
  });
});
