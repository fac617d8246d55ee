import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { HandleTurn } from '../../../bot/handle-turn.ts';
import { type EchoServer, echo, startEchoServer } from '../echo-server.ts';
import { APP_ID, message, startTestConnector, type TestConnector } from './test-connector.ts';

const BOT = `28:${APP_ID}`;

describe('a conversation on a channel', () => {
  let connector: TestConnector;
  let server: EchoServer;
  const start = async (environment: Record<string, string> = {}, handleTurn: HandleTurn = echo) => {
    server = await startEchoServer({ environment: { ...connector.environment, ...environment }, handleTurn });
  };
  beforeEach(async () => {
    connector = await startTestConnector();
    await start();
  });
  afterEach(async () => {
    await server.stop();
    await connector.close();
  });

  const post = (activity: object) => connector.post(server.origin, activity);
  const textsOf = async (count: number) =>
    (await connector.receive(count)).map(({ activity }) => activity.text);

  test('brings the reply to the message that it answers, with a token of the bot', async () => {
    expect(await post(message('1700000000001', 'hello'))).toEqual({ status: 200, body: undefined });
    const [sent] = await connector.receive(1);
    expect(sent).toMatchObject({
      conversationId: 'a:1dF_x-8',
      replyToId: '1700000000001',
      activity: {
        type: 'message',
        channelId: 'msteams',
        text: '**hello**',
        textFormat: 'markdown',
        locale: 'en-US',
        replyToId: '1700000000001',
        from: { id: BOT },
        recipient: { id: '29:customer' },
        conversation: { id: 'a:1dF_x-8', conversationType: 'personal' },
      },
    });
    expect(connector.loginCount()).toBe(1);
  });

  test('goes on for several turns in order, with one login', async () => {
    for (const text of ['one', 'two', 'three']) expect((await post(message(text, text))).status).toBe(200);
    expect(await textsOf(3)).toEqual(['**one**', '**two**', '**three**']);
    expect(connector.loginCount()).toBe(1);
  });

  test.each([
    ['zh-CN', 'zh-CN'],
    ['en-GB', 'en-US'],
    ['fr-FR', 'zh-CN'],
    [null, 'zh-CN'],
  ])('is in the language of the locale %j', async (locale, expected) => {
    await post(message('m1', 'hello', { locale }));
    const [sent] = await connector.receive(1);
    expect(sent?.activity.locale).toBe(expected);
  });

  const mention = (text: string, id = BOT) => ({ type: 'mention', mentioned: { id, name: null }, text });
  test.each([
    [
      'the mention of the bot before it',
      '<at>Help center</at> hello',
      [mention('<at>Help center</at>')],
      'hello',
    ],
    ['the blank that Teams writes as &nbsp;', '<at>Bot</at>&nbsp;hello', [mention('<at>Bot</at>')], 'hello'],
    [
      'the tags of others that are mentioned',
      'ask <at>Li</at> too',
      [mention('<at>Li</at>', '29:li')],
      'ask Li too',
    ],
    ['control characters', 'a\u0000b\r\nc', null, 'ab\nc'],
    ['what is beyond 1,000 characters', '好'.repeat(1500), null, '好'.repeat(1000)],
  ])('has a message without %s', async (_case, text, entities, expected) => {
    await post(message('m1', text, { entities }));
    expect(await textsOf(1)).toEqual([`**${expected}**`]);
  });

  test('takes what a pressed button says', async () => {
    await post(message('m1', null, { value: 'invoice' }));
    expect(await textsOf(1)).toEqual(['**invoice**']);
  });

  test('answers a message without text, such as a picture', async () => {
    await post(
      message('m1', null, { attachments: [{ contentType: 'image/png', contentUrl: 'https://x/y' }] }),
    );
    expect(await textsOf(1)).toEqual(['****']);
  });

  test('keeps conversations apart, by channel and by id', async () => {
    const counting: HandleTurn = async (turn, state) => {
      const outcome = await echo({ ...turn, utterance: String(state.misses) }, state);
      return { ...outcome, state: { ...state, misses: state.misses + 1 } };
    };
    await server.stop();
    await start({}, counting);
    await post(message('m1', 'a'));
    await connector.receive(1);
    await post(message('m1', 'a', { conversation: { id: 'another' } }));
    await connector.receive(2);
    await post(message('m1', 'a', { channelId: 'webchat' }));
    await connector.receive(3);
    await post(message('m2', 'a'));
    expect(await textsOf(4)).toEqual(['**0**', '**0**', '**0**', '**1**']);
  });

  test('answers each one in a group, by name', async () => {
    const group = { id: '19:group@thread.tacv2;messageid=17', isGroup: true, conversationType: 'channel' };
    for (const id of ['29:li', '29:wang'])
      await post(message(id, 'hi', { conversation: group, from: { id } }));
    const sent = await connector.receive(2);
    expect(sent.map(({ activity }) => activity.recipient.id)).toEqual(['29:li', '29:wang']);
    expect(sent.map(({ conversationId }) => conversationId)).toEqual([group.id, group.id]);
  });

  describe('greets', () => {
    const joining = (changes: object = {}) => ({
      type: 'conversationUpdate',
      id: 'u1',
      locale: 'en-US',
      membersAdded: [{ id: BOT, name: null }],
      ...changes,
    });

    test('whoever installs it in Teams, once, however often Teams says so', async () => {
      await Promise.all([post(joining()), post(joining()), post(joining())]);
      await post(message('m1', 'hello'));
      expect(await textsOf(2)).toEqual(['Welcome.', '**hello**']);
      await post(joining());
      await post(message('m2', 'bye'));
      expect(await textsOf(3)).toEqual(['Welcome.', '**hello**', '**bye**']);
    });

    test('a customer who comes in on another channel, and not itself', async () => {
      const web = { channelId: 'webchat', conversation: { id: 'w1' } };
      await post(joining(web));
      await post(message('m1', 'first', { ...web, conversation: { id: 'w2' } }));
      await connector.receive(1);
      await post(joining({ ...web, membersAdded: [{ id: '29:customer' }], locale: 'zh-CN' }));
      expect(await textsOf(2)).toEqual(['**first**', '欢迎。']);
    });

    test('a page that asks for it by an event', async () => {
      await post({ type: 'event', name: 'webchat/join', channelId: 'webchat', locale: 'en-US' });
      expect(await textsOf(1)).toEqual(['Welcome.']);
    });

    test('nobody in a group, nor in a conversation that is under way', async () => {
      await post(joining({ conversation: { id: 'g1', isGroup: true, conversationType: 'groupChat' } }));
      await post(message('m1', 'hello'));
      await connector.receive(1);
      await post(joining());
      await post(message('m2', 'bye'));
      expect(await textsOf(2)).toEqual(['**hello**', '**bye**']);
    });
  });

  test.each(['typing', 'messageReaction', 'installationUpdate', 'endOfConversation', 'event', 'anything'])(
    'takes an activity of the type %s, with no effect',
    async (type) => {
      expect(await post({ type, name: 'x', value: { a: 1 } })).toEqual({ status: 200, body: undefined });
      await post(message('m1', 'hello'));
      expect(await textsOf(1)).toEqual(['**hello**']);
    },
  );

  test('tells that it does not know an invoke activity', async () => {
    const answered = await post({
      type: 'invoke',
      id: 'i1',
      name: 'adaptiveCard/action',
      value: { action: {} },
    });
    expect(answered).toEqual({ status: 501, body: {} });
  });

  test('answers a message that expects its replies in the answer, and sends nothing', async () => {
    const asking = message('m1', 'hello', { deliveryMode: 'expectReplies' });
    const first = await post(asking);
    expect(first).toMatchObject({
      status: 200,
      body: {
        activities: [{ type: 'message', text: '**hello**', replyToId: 'm1', channelId: 'msteams' }],
      },
    });
    expect(await post(asking)).toEqual(first);
    await post(message('m2', 'bye'));
    expect(await textsOf(1)).toEqual(['**bye**']);
  });

  test('is asked to wait by a customer who sends too much at once', async () => {
    await server.stop();
    await start({ LIMIT_MESSAGES_PER_CONVERSATION: '2' });
    const answers = await Promise.all(['1', '2', '3'].map((id) => post(message(id, id))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 429]);
  });
});
