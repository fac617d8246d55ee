import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { HandleTurn } from '../../../bot/handle-turn.ts';
import { type EchoServer, echo, startEchoServer } from '../echo-server.ts';
import { message, startTestConnector, type TestConnector } from './test-connector.ts';

describe('a reply to a channel', () => {
  let connector: TestConnector;
  let server: EchoServer;
  let origin: string;
  const start = async (handleTurn: HandleTurn = echo) => {
    server = await startEchoServer({ environment: connector.environment, handleTurn });
    origin = server.origin;
  };
  beforeEach(async () => {
    connector = await startTestConnector();
    await start();
  });
  afterEach(async () => {
    await server.stop();
    await connector.close();
  });

  const post = (activity: object) => connector.post(origin, activity);
  const restart = async () => {
    origin = await server.restart();
  };
  const textsOf = async (count: number) =>
    (await connector.receive(count)).map(({ activity }) => activity.text);

  test('is sent once where the message is sent again', async () => {
    for (let attempt = 0; attempt < 3; attempt++) {
      expect((await post(message('m1', 'hello'))).status).toBe(200);
    }
    await post(message('m2', 'bye'));
    expect(await textsOf(2)).toEqual(['**hello**', '**bye**']);
  });

  test('is sent once where the message is sent a hundred times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => post(message('m1', 'hello'))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await post(message('m2', 'bye'));
    expect(await textsOf(2)).toEqual(['**hello**', '**bye**']);
  });

  test('is sent once where the message is sent again after a restart', async () => {
    await post(message('m1', 'hello'));
    await connector.receive(1);
    await restart();
    expect((await post(message('m1', 'hello'))).status).toBe(200);
    await post(message('m2', 'bye'));
    expect(await textsOf(2)).toEqual(['**hello**', '**bye**']);
  });

  test.each([
    ['the connector fails', () => connector.answerWith(503), () => connector.answerWith(undefined)],
    ['it is told to wait', () => connector.answerWith(429), () => connector.answerWith(undefined)],
    ['the login service is shut', () => connector.openLogin(false), () => connector.openLogin(true)],
  ])('is sent, in order, after a restart where %s', async (_case, fail, mend) => {
    fail();
    for (const text of ['one', 'two']) expect((await post(message(text, text))).status).toBe(200);
    await server.restart();
    mend();
    await restart();
    expect(await textsOf(2)).toEqual(['**one**', '**two**']);
    await restart();
    await post(message('three', 'three'));
    expect(await textsOf(3)).toEqual(['**one**', '**two**', '**three**']);
  });

  test('is sent with the next one where the connector failed for a moment', async () => {
    connector.answerWith(500);
    await post(message('m1', 'hello'));
    await connector.refuse(1);
    connector.answerWith(undefined);
    await post(message('m2', 'bye'));
    expect(await textsOf(2)).toEqual(['**hello**', '**bye**']);
  });

  test('is given up where the customer has removed the bot, and the next one is not held up', async () => {
    connector.answerWith(403);
    await post(message('m1', 'hello'));
    await connector.refuse(1);
    connector.answerWith(undefined);
    await post(message('m2', 'bye'));
    expect(await textsOf(1)).toEqual(['**bye**']);
  });

  test('is sent with a new token where the old one has been withdrawn', async () => {
    await post(message('m1', 'hello'));
    await connector.receive(1);
    connector.withdrawTokens();
    await post(message('m2', 'bye'));
    // The refusal makes the bot forget its token; the repetition has it try again.
    await post(message('m2', 'bye'));
    expect(await textsOf(2)).toEqual(['**hello**', '**bye**']);
    expect(connector.loginCount()).toBe(2);
  });

  test('is sent before the server stops, however long the turn takes', async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    await server.stop();
    await start(async (turn, state) => {
      await held;
      return echo(turn, state);
    });
    expect((await post(message('m1', 'hello'))).status).toBe(200);
    const restarting = restart();
    finish();
    await restarting;
    expect(connector.sent.map(({ activity }) => activity.text)).toEqual(['**hello**']);
  });

  test('is the apology where the turn fails', async () => {
    await server.stop();
    await start(() => Promise.reject(new Error('a defect')));
    await post(message('m1', 'hello'));
    expect(await textsOf(1)).toEqual(['Sorry.']);
  });
});
