import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { message, startTestConnector, type TestConnector } from './test-connector.ts';

const program = fileURLToPath(new URL('serve-echo.ts', import.meta.url));

let connector: TestConnector;
let dataDir: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  connector = await startTestConnector();
  dataDir = await mkdtemp(join(tmpdir(), 'help-center-killed-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await connector.close();
  await rm(dataDir, { recursive: true });
});

/** Starts a server in a process of its own and resolves once it listens. */
async function startProgram(): Promise<{
  readonly origin: string;
  readonly end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
}> {
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', DATA_DIR: dataDir, ...connector.environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  const port = await new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const entry = JSON.parse(line);
      if (entry.msg === 'listening') resolve(entry.port);
    });
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    async end(signal) {
      const ended = once(child, 'close');
      child.kill(signal);
      await ended;
    },
  };
}

test('the answer to a message that was taken reaches the channel, once, though the program is killed', async () => {
  connector.answerWith(503);
  const first = await startProgram();
  const question = message('m1', 'hello');
  expect((await connector.post(first.origin, question)).status).toBe(200);
  await first.end('SIGKILL');

  connector.answerWith(undefined);
  const second = await startProgram();
  const [answer] = await connector.receive(1);
  expect(answer).toMatchObject({ replyToId: 'm1', activity: { text: 'You said hello', locale: 'en-US' } });
  // A kill between the connector's answer and the note of it would have the reply sent again.
  await second.end('SIGTERM');

  const third = await startProgram();
  await connector.post(third.origin, question);
  await connector.post(third.origin, message('m2', 'bye'));
  const sent = await connector.receive(2);
  expect(sent.map(({ replyToId }) => replyToId)).toEqual(['m1', 'm2']);
}, 120_000);
