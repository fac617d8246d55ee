import { afterEach, describe, expect, test } from '@jest/globals';
import {
  type Answer,
  beginConversation,
  type Customer,
  call,
  type EchoServer,
  type EchoServerOptions,
  startEchoServer,
} from '../echo-server.ts';

describe('limits', () => {
  let server: EchoServer;
  const start = async (environment: NonNullable<EchoServerOptions['environment']>): Promise<string> => {
    server = await startEchoServer({ environment });
    return server.origin;
  };
  afterEach(() => server.stop());

  const expectTooMany = ({
    status,
    headers,
    body,
  }: Answer<{ readonly error: { readonly code: string } }>): void => {
    expect(status).toBe(429);
    expect(body.error?.code).toBe('TooManyRequests');
    expect(headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
  };

  test('hold for the messages of a conversation', async () => {
    const customer = await beginConversation(await start({ LIMIT_MESSAGES_PER_CONVERSATION: '2' }));
    const answers = [await customer.say('a'), await customer.say('b'), await customer.say('c')] as const;
    expect(answers.slice(0, 2).map(({ status }) => status)).toEqual([200, 200]);
    expectTooMany(answers[2]);
    const other = await beginConversation(server.origin);
    expect((await other.say('a')).status).toBe(200);
  });

  test('hold for the messages of an address', async () => {
    const origin = await start({ LIMIT_MESSAGES_PER_ADDRESS: '2' });
    const [one, other] = [await beginConversation(origin), await beginConversation(origin)];
    await one.say('a');
    await other.say('a');
    expectTooMany(await one.say('b'));
  });

  test('hold for the tokens of an address, and for guesses at the secret', async () => {
    const origin = await start({
      LIMIT_TOKENS_PER_ADDRESS: '2',
      DIRECT_LINE_SECRET: 'a-secret-of-the-store',
    });
    const generate = (token?: string) =>
      call(origin, 'POST', '/tokens/generate', token === undefined ? {} : { token });
    expect((await generate()).status).toBe(200);
    expect((await generate('a-guess-at-the-secret')).status).toBe(403);
    expectTooMany(await generate());
    expectTooMany(await generate('a-guess-at-the-secret'));
    expect((await generate('a-secret-of-the-store')).status).toBe(200);
  });

  test('count an address by what a trusted proxy says, and by nothing else', async () => {
    const tokenFor = (origin: string, address: string) =>
      call(origin, 'POST', '/tokens/generate', { headers: { 'x-forwarded-for': address } });
    const believing = await start({ LIMIT_TOKENS_PER_ADDRESS: '1', TRUST_PROXY: '1' });
    expect((await tokenFor(believing, '192.0.2.1')).status).toBe(200);
    expect((await tokenFor(believing, '192.0.2.2')).status).toBe(200);
    expectTooMany(await tokenFor(believing, '192.0.2.1'));
    await server.stop();
    const doubting = await start({ LIMIT_TOKENS_PER_ADDRESS: '1' });
    expect((await tokenFor(doubting, '192.0.2.1')).status).toBe(200);
    expectTooMany(await tokenFor(doubting, '192.0.2.2'));
  });

  test.each([
    ['in one conversation under the usual limits', 1, '30'],
    ['in 50 conversations without limits', 50, '0'],
  ])(
    'let 5,000 messages at once lose nothing that was acknowledged, %s',
    async (_case, conversations, limit) => {
      const origin = await start({ LIMIT_MESSAGES_PER_CONVERSATION: limit });
      const customers = await Promise.all(
        Array.from({ length: conversations }, () => beginConversation(origin)),
      );
      const numbers = Array.from({ length: 5000 / conversations }, (_, index) => index);
      const checkOne = async (customer: Customer): Promise<readonly number[]> => {
        const say = async (number: number) => (await customer.say(`message ${number}`, `m${number}`)).status;
        const statuses = await Promise.all(numbers.map(say));
        const acknowledged = numbers.filter((number) => statuses[number] === 200);
        const activities = await customer.readUntil(2 * acknowledged.length);
        const logged = activities.filter(({ from }) => from.role === 'user').map(({ text }) => text);
        expect(logged.toSorted()).toEqual(acknowledged.map((number) => `message ${number}`).toSorted());
        return statuses;
      };
      const statuses = (await Promise.all(customers.map(checkOne))).flat();
      expect(new Set(statuses)).toEqual(new Set(limit === '0' ? [200] : [200, 429]));
    },
    120_000,
  );
});
