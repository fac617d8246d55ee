import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { parseConfig } from '../../bot/config.ts';
import { startServer } from '../../bot/start-server.ts';
import { beginConversation, call, type EchoServer, echo, startEchoServer } from '../adapters/echo-server.ts';

describe('the server', () => {
  let server: EchoServer | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  const startAgainOn = (dataDir: string, port = '0') =>
    startServer({
      config: parseConfig({ PORT: port, DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
      handleTurn: echo,
      apologize: () => {
        throw new Error('There is nothing to apologize for.');
      },
      greet: () => {
        throw new Error('Nobody asks for a greeting.');
      },
      webFolder: '/nonexistent',
    });

  test('does not start on a folder that another one has', async () => {
    server = await startEchoServer();
    await expect(startAgainOn(server.dataDir)).rejects.toMatchObject({ code: 'data-dir.owned' });
  });

  test('does not start on a port that another one has, and lets go of its folder', async () => {
    server = await startEchoServer();
    const folder = join(server.dataDir, 'other');
    const { port } = new URL(server.origin);
    await expect(startAgainOn(folder, port)).rejects.toMatchObject({ code: 'http.port-in-use' });
    await (await startAgainOn(folder)).stop();
  });

  test('keeps conversations over a restart', async () => {
    server = await startEchoServer();
    const { conversationId, token, say, readUntil } = await beginConversation(server.origin);
    await say('hello');
    const before = await readUntil(2);
    const origin = await server.restart();
    const { body } = await call<{ activities: unknown[] }>(
      origin,
      'GET',
      `/conversations/${conversationId}/activities`,
      { token },
    );
    expect(body.activities).toEqual(before);
  });

  test('apologizes once for a turn that fails, and goes on with the next', async () => {
    server = await startEchoServer({
      handleTurn: (turn, state) =>
        turn.utterance === 'bad' ? Promise.reject(new Error('a defect')) : echo(turn, state),
    });
    const customer = await beginConversation(server.origin);
    await customer.say('bad');
    await customer.say('good');
    const replies = (await customer.readUntil(4)).filter(({ from }) => from.role === 'bot');
    expect(replies.map(({ text }) => text)).toEqual(['Sorry.', '**good**']);
  });

  test('acknowledges a message before its turn is over, and answers it before it stops', async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    server = await startEchoServer({
      handleTurn: async (turn, state) => {
        await held;
        return echo(turn, state);
      },
    });
    const { conversationId, token, say } = await beginConversation(server.origin);
    expect((await say('hello')).status).toBe(200);
    const restarting = server.restart();
    finish();
    const origin = await restarting;
    const path = `/conversations/${conversationId}/activities`;
    const { body } = await call<{ activities: { text: string }[] }>(origin, 'GET', path, { token });
    expect(body.activities.map(({ text }) => text)).toEqual(['hello', '**hello**']);
  });

  test('gives the turns that were owed when it was last killed', async () => {
    server = await startEchoServer();
    const { conversationId, token } = await beginConversation(server.origin);
    const utterance = { userId: 'dl_1', utterance: 'hello', pageLanguage: 'zh' as const };
    const origin = await restartWith(server, conversationId, utterance);
    const path = `/conversations/${conversationId}/activities`;
    const { body } = await call<{ activities: { text: string }[] }>(origin, 'GET', path, { token });
    expect(body.activities.map(({ text }) => text)).toEqual(['hello', '**hello**']);
  });

  test('answers 500 and keeps nothing where a message cannot be written', async () => {
    server = await startEchoServer();
    const customer = await beginConversation(server.origin);
    const folder = join(server.dataDir, 'open');
    await rm(folder, { recursive: true });
    expect(await customer.say('hello', 'm1')).toMatchObject({
      status: 500,
      body: { error: { code: 'ServiceError' } },
    });
    await mkdir(folder);
    expect((await customer.say('hello', 'm1')).status).toBe(200);
    expect((await customer.readUntil(2)).map(({ text }) => text)).toEqual(['hello', '**hello**']);
  });

  test('leaves no socket behind when it stops', async () => {
    server = await startEchoServer();
    expect(await readdir(server.dataDir)).toContain('owner.sock');
    const { dataDir } = server;
    const other = join(dataDir, 'other');
    await (await startAgainOn(other)).stop();
    expect(await readdir(other)).toEqual(expect.not.arrayContaining(['owner.sock']));
  });
});

/** Restarts as after a kill between the acknowledgement of a message and its turn. */
async function restartWith(server: EchoServer, conversationId: string, utterance: object): Promise<string> {
  const path = join(server.dataDir, 'open', `${conversationId}.json`);
  const conversation = JSON.parse(await readFile(path, 'utf8'));
  const entry = { from: 'customer', sequence: 1, at: new Date().toISOString(), ...utterance };
  await writeFile(path, JSON.stringify({ ...conversation, log: [entry] }));
  return server.restart();
}
