import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parseCorpus } from '../faq/index.ts';
import { createRandom } from '../faq/random.ts';
import { type Conversation, checkConversation, startClient } from './faults-client.ts';
import { CONTENT_FOLDER, ensureMatcher } from './model-store.ts';

const ROOT = join(import.meta.dirname, '..');
const CLIENTS = 12;
/** A kill comes this long after the server answered its first request, at random in between. */
const SOONEST_KILL_MS = 20;
const LATEST_KILL_MS = 700;
const READY_TIMEOUT_MS = 60_000;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now()) },
  },
});
const kills = Number(values.kills);
const random = createRandom(Number(values.seed));
const folder = await mkdtemp(join(tmpdir(), 'faults-kill-'));
const port = await findFreePort();
const origin = `http://127.0.0.1:${port}`;
process.stdout.write(`Seed ${values.seed}: ${kills} kills under load from ${CLIENTS} conversations.\n`);

ensureMatcher(parseCorpus(CONTENT_FOLDER));
let server = await startServer();
const stop = new AbortController();
const clients = Array.from({ length: CLIENTS }, () => startClient(origin, stop.signal));
for (let kill = 1; kill <= kills; kill++) {
  await delay(SOONEST_KILL_MS + random() * (LATEST_KILL_MS - SOONEST_KILL_MS));
  const exited = once(server, 'exit');
  server.kill('SIGKILL');
  await exited;
  server = await startServer();
  if (kill % 10 === 0) process.stdout.write(`${kill} of ${kills} kills\n`);
}
stop.abort();
const conversations: Conversation[] = (await Promise.all(clients)).flat();
const faults = (await Promise.all(conversations.map((one) => checkConversation(origin, one)))).flat();
const exited = once(server, 'exit');
server.kill('SIGTERM');
await exited;
await rm(folder, { recursive: true, force: true });

for (const fault of faults.slice(0, 20)) process.stdout.write(`${fault}\n`);
const acknowledged = conversations.reduce((sum, { acknowledged: own }) => sum + own.length, 0);
process.stdout.write(
  `${kills} kills, ${conversations.length} conversations, ${acknowledged} acknowledged messages, ` +
    `${faults.length} lost, doubled, out of order or unanswered\n`,
);
process.exitCode = faults.length > 0 || acknowledged === 0 ? 1 : 0;

async function startServer(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'bot', 'main.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      LOG_LEVEL: 'silent',
      LIMIT_MESSAGES_PER_CONVERSATION: '0',
      LIMIT_MESSAGES_PER_ADDRESS: '0',
      LIMIT_TOKENS_PER_ADDRESS: '0',
    },
  });
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} before it served.`);
    const isReady = await fetch(`${origin}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return child;
    await delay(20);
  }
  child.kill('SIGKILL');
  throw new Error('The server did not serve within a minute.');
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
