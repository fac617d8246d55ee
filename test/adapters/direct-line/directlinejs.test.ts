import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Activity, DirectLine } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import type { TokenAnswer } from '../../../adapters/direct-line/wire.ts';
import { call, type EchoServer, startEchoServer, userOf } from '../echo-server.ts';
import { FetchXhr } from './fetch-xhr.ts';

Object.assign(globalThis, { WebSocket, XMLHttpRequest: FetchXhr });

describe.each([
  ['over a stream', true],
  ['by polling', false],
])("Microsoft's own client %s", (_way, webSocket) => {
  let server: EchoServer;
  const endings: (() => void)[] = [];
  beforeAll(async () => {
    server = await startEchoServer({
      environment: { DIRECT_LINE_SECRET: 'a secret of the store'.replaceAll(' ', '-') },
    });
  });
  afterEach(() => {
    for (const end of endings.splice(0)) end();
  });
  afterAll(() => server.stop());

  const generate = async (): Promise<TokenAnswer> =>
    (await call<TokenAnswer>(server.origin, 'POST', '/tokens/generate')).body;

  const connect = (options: { token: string; conversationId?: string; watermark?: string }) => {
    const client = new DirectLine({
      ...options,
      domain: `${server.origin}/v3/directline`,
      webSocket,
      pollingInterval: 200,
      conversationStartProperties: { locale: 'en-US' },
    });
    const activities: Activity[] = [];
    const waiting = new Set<() => void>();
    const subscription = client.activity$.subscribe((activity) => {
      activities.push(activity);
      for (const check of waiting) check();
    });
    endings.push(() => {
      subscription.unsubscribe();
      client.end();
    });
    return {
      post: (activity: object) =>
        new Promise<string>((resolve, reject) => {
          client.postActivity({ from: { id: 'me' }, ...activity } as Activity).subscribe(resolve, reject);
        }),
      receive: (count: number) =>
        new Promise<readonly Activity[]>((resolve) => {
          const check = () => activities.length >= count && resolve(activities);
          waiting.add(check);
          check();
        }),
    };
  };
  const say = (text: string, clientActivityID: string) => ({
    type: 'message',
    text,
    locale: 'en-US',
    channelData: { clientActivityID },
  });

  test('sees its message echoed under its own id before the reply to it', async () => {
    const { token, conversationId } = await generate();
    const client = connect({ token });
    const id = await client.post(say('hello', 'mine-1'));
    expect(id).toBe(`${conversationId}|0000001`);
    const [echoed, reply] = await client.receive(2);
    expect(echoed).toMatchObject({
      id,
      text: 'hello',
      from: { id: userOf(token), role: 'user' },
      channelData: { clientActivityID: 'mine-1' },
    });
    expect(reply).toMatchObject({
      id: `${conversationId}|0000002`,
      text: '**hello**',
      textFormat: 'markdown',
      locale: 'en-US',
      replyToId: id,
      from: { id: 'help-center', name: 'Help center', role: 'bot' },
      suggestedActions: {
        to: [],
        actions: [
          { type: 'imBack', title: 'more', value: 'more' },
          { type: 'openUrl', title: 'call', value: 'tel:400-668-9229' },
        ],
      },
      channelData: { helpCenter: { decision: 'answer', ids: ['points.use'], version: '0123456789ab' } },
    });
  });

  test('converses for several turns, in order', async () => {
    const { token } = await generate();
    const client = connect({ token });
    for (const [index, text] of ['one', 'two', 'three'].entries()) {
      await client.post(say(text, text));
      await client.receive(2 * (index + 1));
    }
    const activities = await client.receive(6);
    expect(activities.map((activity) => 'text' in activity && activity.text)).toEqual([
      'one',
      '**one**',
      'two',
      '**two**',
      'three',
      '**three**',
    ]);
    const times = activities.map(({ timestamp }) => timestamp);
    expect(times).toEqual(times.toSorted());
    expect(new Set(times).size).toBe(6);
  });

  test('finds the whole conversation again with the same token, as after a reload of the page', async () => {
    const { token, conversationId } = await generate();
    const before = connect({ token });
    await before.post(say('hello', 'mine-1'));
    await before.receive(2);
    const after = connect({ token, conversationId, watermark: '0' });
    expect((await after.receive(2)).map(({ id }) => id)).toEqual([
      `${conversationId}|0000001`,
      `${conversationId}|0000002`,
    ]);
  });

  test('speaks in two tabs of one conversation', async () => {
    const { token } = await generate();
    const [first, second] = [connect({ token }), connect({ token })];
    await first.post(say('hello', 'mine-1'));
    const [inFirst, inSecond] = await Promise.all([first.receive(2), second.receive(2)]);
    expect(inSecond.map(({ id }) => id)).toEqual(inFirst.map(({ id }) => id));
  });

  test('may start with the secret itself', async () => {
    const client = connect({ token: 'a-secret-of-the-store' });
    await client.post(say('hello', 'mine-1'));
    expect(await client.receive(2)).toHaveLength(2);
  });

  test('may say that it is typing, with no effect', async () => {
    const { token } = await generate();
    const client = connect({ token });
    expect(await client.post({ type: 'typing' })).toMatch(/\|/);
    await client.post(say('hello', 'mine-1'));
    expect((await client.receive(1))[0]).toMatchObject({ type: 'message', text: 'hello' });
  });
});
