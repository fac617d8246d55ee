import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Activity, ActivitySet, TokenAnswer } from '../adapters/direct-line/wire.ts';

/** What a client was told: the messages that were acknowledged, in order, with the ids they got. */
export interface Conversation {
  readonly id: string;
  readonly token: string;
  readonly acknowledged: readonly { readonly text: string; readonly id: string }[];
}

const MESSAGES_A_CONVERSATION = 40;
const RETRY_MS = 15;
const ANSWERED_TIMEOUT_MS = 30_000;
const QUESTIONS = [
  '积分会过期吗',
  '发票丢了怎么办',
  'how do I pay',
  '转人工',
  'where can I buy',
  '你好',
  'asdf',
];

/**
 * Talks without a pause, one conversation after another, until it is told to stop. What was not
 * acknowledged is posted again with the same clientActivityID, as the widget does.
 */
export async function startClient(origin: string, signal: AbortSignal): Promise<readonly Conversation[]> {
  const conversations: Conversation[] = [];
  while (!signal.aborted) {
    const { conversationId, token } = await persist(async () =>
      (await request(origin, 'POST', '/conversations', await newToken(origin))).json(),
    );
    const acknowledged: { text: string; id: string }[] = [];
    for (let number = 0; number < MESSAGES_A_CONVERSATION && !signal.aborted; number++) {
      const text = `${QUESTIONS[number % QUESTIONS.length]} ${number}`;
      const clientActivityID = randomUUID();
      const body = { type: 'message', text, channelData: { clientActivityID }, from: { id: 'x' } };
      const { id } = await persist(async () =>
        (await request(origin, 'POST', `/conversations/${conversationId}/activities`, token, body)).json(),
      );
      acknowledged.push({ text, id });
    }
    conversations.push({ id: conversationId, token, acknowledged });
  }
  return conversations;
}

/** Every acknowledged message must be in the log once, in order, under its id, and answered once. */
export async function checkConversation(
  origin: string,
  conversation: Conversation,
): Promise<readonly string[]> {
  const { id, token, acknowledged } = conversation;
  const deadline = Date.now() + ANSWERED_TIMEOUT_MS;
  let log: readonly Activity[] = [];
  let missing: readonly string[] = [];
  do {
    const { activities }: ActivitySet = await (
      await request(origin, 'GET', `/conversations/${id}/activities?watermark=0`, token)
    ).json();
    log = activities;
    missing = acknowledged.filter((sent) => !isAnswered(log, sent.id)).map((sent) => sent.id);
    if (missing.length > 0) await delay(RETRY_MS);
  } while (missing.length > 0 && Date.now() < deadline);

  const faults = missing.map((sent) => `${sent} was acknowledged and is not answered`);
  const said = log.filter(({ from }) => from?.role === 'user').map(({ text, id: own }) => `${own} ${text}`);
  const expected = acknowledged.map(({ id: own, text }) => `${own} ${text}`);
  if (JSON.stringify(said) !== JSON.stringify(expected)) {
    faults.push(
      `${id} holds ${said.length} messages, and not the ${expected.length} acknowledged ones in order`,
    );
  }
  for (const { id: own } of acknowledged) {
    const turns = new Set(log.filter(({ replyToId }) => replyToId === own).map(({ id: reply }) => reply));
    const texts = log.filter(({ replyToId }) => replyToId === own).map(({ text }) => text);
    if (turns.size !== new Set(texts).size) faults.push(`${own} is answered twice`);
  }
  return faults;
}

function isAnswered(log: readonly Activity[], id: string): boolean {
  return log.some(({ replyToId }) => replyToId === id);
}

async function newToken(origin: string): Promise<string> {
  const answer: TokenAnswer = await (await request(origin, 'POST', '/tokens/generate')).json();
  return answer.token;
}

async function request(origin: string, method: string, path: string, token?: string, body?: unknown) {
  const response = await fetch(`${origin}/v3/directline${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
  return response;
}

/** Tries until it succeeds: the server is killed and started again all the time. */
async function persist<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch {
      await delay(RETRY_MS);
    }
  }
}
