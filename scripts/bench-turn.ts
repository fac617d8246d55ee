import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { WebSocket } from 'ws';
import type { ActivitySet, ConversationAnswer } from '../adapters/direct-line/wire.ts';
import { parseConfig } from '../bot/config.ts';
import { startServer } from '../bot/start-server.ts';
import { loadDialogue } from './load-dialogue.ts';
import { quantile } from './quantile.ts';

const ROUNDS = 300;
const WARM_UP = 30;
const QUESTIONS = [
  '积分会不会到期',
  'how long is my invoice going to take',
  '支付宝退款几天到账',
  'talk to a person',
];

const folder = await mkdtemp(join(tmpdir(), 'bench-turn-'));
const { dialogue } = loadDialogue();
const server = await startServer({
  config: parseConfig({
    PORT: '0',
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    LIMIT_MESSAGES_PER_CONVERSATION: '0',
    LIMIT_MESSAGES_PER_ADDRESS: '0',
  }),
  handleTurn: dialogue.handleTurn,
  apologize: ({ pageLanguage }) => dialogue.renderer.apologize(pageLanguage),
  greet: dialogue.renderer.greet,
  webFolder: folder,
});
const echo = createServer(
  express()
    .use(express.json())
    .post('/', ({ body }, response) => void response.json(body)),
);
echo.listen(0, '127.0.0.1');
await once(echo, 'listening');
const echoOrigin = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
const base = `http://127.0.0.1:${server.port}/v3/directline`;

const customer = await startConversation();
const stream = new WebSocket(customer.streamUrl);
await once(stream, 'open');
const waiting = new Map<string, () => void>();
stream.on('message', (frame) => {
  const text = String(frame);
  if (text === '') return;
  for (const { replyToId } of (JSON.parse(text) as ActivitySet).activities) {
    if (replyToId) answered(replyToId);
  }
});
const early = new Set<string>();

const turnsMs: number[] = [];
const echoesMs: number[] = [];
for (let round = -WARM_UP; round < ROUNDS; round++) {
  const text = `${QUESTIONS[(round + WARM_UP) % QUESTIONS.length]} `;
  const echoMs = await time(async () => {
    await post(echoOrigin, { type: 'message', text });
  });
  const turnMs = await time(async () => {
    const url = `${base}/conversations/${customer.conversationId}/activities`;
    const { id } = (await post(url, { type: 'message', text }, customer.token)) as { id: string };
    await new Promise<void>((resolve) => (early.delete(id) ? resolve() : waiting.set(id, resolve)));
  });
  if (round < 0) continue;
  echoesMs.push(echoMs);
  turnsMs.push(turnMs);
}

stream.close();
await server.stop();
echo.close();
await rm(folder, { recursive: true, force: true });

const report = (name: string, times: readonly number[]) =>
  `${name.padEnd(44)} p50 ${quantile(times, 0.5).toFixed(2)} ms   p99 ${quantile(times, 0.99).toFixed(2)} ms\n`;
process.stdout.write(report('post to answer on the stream, both durable', turnsMs));
process.stdout.write(report('bare Express JSON echo', echoesMs));
process.stdout.write(
  `ratio of the medians ${(quantile(turnsMs, 0.5) / quantile(echoesMs, 0.5)).toFixed(1)}\n`,
);

function answered(id: string): void {
  const resolve = waiting.get(id);
  if (!resolve) early.add(id);
  waiting.delete(id);
  resolve?.();
}

async function startConversation(): Promise<ConversationAnswer> {
  const { token } = (await post(`${base}/tokens/generate`, {})) as { token: string };
  return (await post(`${base}/conversations`, {}, token)) as ConversationAnswer;
}

async function post(url: string, body: unknown, token?: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`POST ${url} answered ${response.status}`);
  return response.json();
}

async function time(work: () => Promise<void>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}
