import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { createTokens, type Tokens } from '../../adapters/direct-line/tokens.ts';
import type {
  Activity,
  ActivitySet,
  ConversationAnswer,
  ErrorAnswer,
  TokenAnswer,
} from '../../adapters/direct-line/wire.ts';
import { parseConfig } from '../../bot/config.ts';
import type { HandleTurn } from '../../bot/handle-turn.ts';
import { startServer } from '../../bot/start-server.ts';
import type { Reply } from '../../bot/turn.ts';

/** A real server in this process whose bot repeats what it is told. */
export interface EchoServer {
  readonly origin: string;
  readonly dataDir: string;
  /** Tokens as the server would have made them at another time. */
  tokensAt(instant: Date): Promise<Tokens>;
  /** Stops, starts anew on the same folder, and returns the new origin. */
  restart(): Promise<string>;
  stop(): Promise<void>;
}

export interface EchoServerOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly handleTurn?: HandleTurn;
  readonly webFolder?: string;
}

const NO_LIMITS = {
  LIMIT_MESSAGES_PER_CONVERSATION: '0',
  LIMIT_MESSAGES_PER_ADDRESS: '0',
  LIMIT_TOKENS_PER_ADDRESS: '0',
};

export const echo: HandleTurn = async ({ utterance, pageLanguage }, state) => ({
  replies: [replyOf(pageLanguage, `**${utterance}**`)],
  state,
});

/** Starts the server on a folder of its own and a free port, without limits unless they are set. */
export async function startEchoServer(options: EchoServerOptions = {}): Promise<EchoServer> {
  const { environment = {}, handleTurn = echo, webFolder = '/nonexistent' } = options;
  const dataDir = await mkdtemp(join(tmpdir(), 'help-center-server-'));
  const start = () =>
    startServer({
      config: parseConfig({
        ...NO_LIMITS,
        LOG_LEVEL: 'silent',
        ...environment,
        PORT: '0',
        DATA_DIR: dataDir,
      }),
      handleTurn,
      apologize: ({ pageLanguage }) => replyOf(pageLanguage, 'Sorry.'),
      greet: (language) => replyOf(language, language === 'en' ? 'Welcome.' : '欢迎。'),
      webFolder,
    });
  let server = await start();
  const originOf = () => `http://127.0.0.1:${server.port}`;

  return {
    origin: originOf(),
    dataDir,
    tokensAt: async (instant) =>
      createTokens(await readFile(join(dataDir, 'signing-key')), { now: () => instant }),
    async restart() {
      await server.stop();
      server = await start();
      return originOf();
    },
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** An answer of the server: its status, headers and JSON. */
export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

// Not fetch: its pool of connections slows down with their number, and 5,000 requests at once are wanted.
const agent = new Agent({ keepAlive: true, maxSockets: 500 });

/** Calls the protocol at the path. A text is sent as it is, anything else as JSON. */
export function call<T = ErrorAnswer>(
  origin: string,
  method: string,
  path: string,
  options: {
    readonly token?: string;
    readonly body?: unknown;
    readonly headers?: Record<string, string>;
  } = {},
): Promise<Answer<T>> {
  const { token, body, headers = {} } = options;
  return new Promise((resolve, reject) => {
    const outgoing = request(`${origin}/v3/directline${path}`, {
      agent,
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
    });
    outgoing.once('error', reject).once('response', async (response) => {
      const text = (await response.toArray()).join('');
      resolve({
        status: response.statusCode ?? 0,
        headers: new Headers(response.headers as Record<string, string>),
        body: (text ? JSON.parse(text) : undefined) as T,
      });
    });
    outgoing.end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body));
  });
}

/** A customer with a conversation that has begun. */
export interface Customer extends ConversationAnswer {
  readonly userId: string;
  post(
    activity: unknown,
  ): Promise<Answer<{ readonly id: string; readonly error: { readonly code: string } }>>;
  say(text: string, clientActivityID?: string): ReturnType<Customer['post']>;
  read(): Promise<readonly Activity[]>;
  /** Follows the stream until there are so many activities. */
  readUntil(count: number): Promise<readonly Activity[]>;
}

/** Begins a conversation as the widget does. */
export async function beginConversation(origin: string, locale = 'zh-CN'): Promise<Customer> {
  const generated = await call<TokenAnswer>(origin, 'POST', '/tokens/generate');
  const { token } = generated.body;
  const begun = await call<ConversationAnswer>(origin, 'POST', '/conversations', { token, body: { locale } });
  const path = `/conversations/${begun.body.conversationId}/activities`;
  const customer: Customer = {
    ...begun.body,
    userId: userOf(token),
    post: (body) => call(origin, 'POST', path, { token, body }),
    say: (text, clientActivityID) =>
      customer.post({
        type: 'message',
        text,
        ...(clientActivityID ? { channelData: { clientActivityID } } : {}),
      }),
    read: async () => (await call<ActivitySet>(origin, 'GET', path, { token })).body.activities,
    readUntil: (count) => followUntil(begun.body.streamUrl, count),
  };
  return customer;
}

function followUntil(streamUrl: string, count: number): Promise<readonly Activity[]> {
  return new Promise((resolve, reject) => {
    const activities: Activity[] = [];
    const socket = new WebSocket(streamUrl).on('error', reject).on('message', (frame) => {
      activities.push(...(JSON.parse(String(frame) || '{"activities":[]}') as ActivitySet).activities);
      if (activities.length < count) return;
      socket.close();
      resolve(activities);
    });
  });
}

/** The user that a token speaks for. */
export function userOf(token: string): string {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).user;
}

function replyOf(language: Reply['language'], markdown: string): Reply {
  return {
    language,
    markdown,
    actions: [
      { kind: 'say', title: 'more' },
      { kind: 'link', title: 'call', url: 'tel:400-668-9229' },
    ],
    decision: 'answer',
    ids: ['points.use'],
    version: '0123456789ab',
  };
}
