import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Activity } from '../../web/widget/wire.ts';

/** What the bot says to an utterance. */
export type Answer = (text: string, locale: string) => Pick<Activity, 'text' | 'suggestedActions'>;

interface Conversation {
  readonly id: string;
  readonly log: Activity[];
  readonly streams: Set<WebSocket>;
}

/** The conversations of a server, so that a restarted one can go on with them. */
export type Conversations = Map<string, Conversation>;

/** A running server; `calls` are the requests to the protocol so far. */
export interface StandInServer {
  readonly origin: string;
  readonly port: number;
  readonly calls: readonly string[];
  readonly stop: () => Promise<void>;
}

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'";

/** Speaks as much of Direct Line 3.0 as the widget needs, and serves the built pages under a strict content policy. */
export async function startStandInServer(
  webFolder: string,
  answer: Answer,
  conversations: Conversations = new Map(),
  port = 0,
): Promise<StandInServer> {
  const calls: string[] = [];
  const app = express();
  const server = createServer(app);
  const sockets = new WebSocketServer({ server });

  const append = (conversation: Conversation, activity: Activity): Activity => {
    const sequence = String(conversation.log.length + 1);
    const logged = { ...activity, id: `${conversation.id}|${sequence.padStart(7, '0')}` };
    conversation.log.push(logged);
    const frame = JSON.stringify({ activities: [logged], watermark: sequence });
    for (const stream of conversation.streams) stream.send(frame);
    return logged;
  };
  const describe = (conversation: Conversation, request: Request) => ({
    conversationId: conversation.id,
    token: conversation.id,
    expires_in: 86_400,
    streamUrl: `ws://${request.headers.host}/v3/directline/conversations/${conversation.id}/stream`,
  });
  const withConversation =
    (serve: (conversation: Conversation, request: Request, response: Response) => void) =>
    (request: Request, response: Response) => {
      const conversation = conversations.get((request.headers.authorization ?? '').replace('Bearer ', ''));
      if (conversation) serve(conversation, request, response);
      else response.status(403).json({ error: { code: 'TokenExpired', message: 'The token is not valid.' } });
    };
  const since = (conversation: Conversation, watermark: unknown) => ({
    activities: conversation.log.slice(Number(watermark ?? 0)),
    watermark: String(conversation.log.length),
  });

  app.use('/v3/directline', express.json(), (request, _response, next) => {
    calls.push(`${request.method} ${request.path}`);
    next();
  });
  app.post('/v3/directline/tokens/generate', (request, response) => {
    const conversation: Conversation = { id: randomUUID(), log: [], streams: new Set() };
    conversations.set(conversation.id, conversation);
    response.json(describe(conversation, request));
  });
  app.post(
    '/v3/directline/conversations',
    withConversation((conversation, request, response) => {
      response.status(201).json(describe(conversation, request));
    }),
  );
  app.get(
    '/v3/directline/conversations/:id',
    withConversation((conversation, request, response) => {
      response.json(describe(conversation, request));
    }),
  );
  app.get(
    '/v3/directline/conversations/:id/activities',
    withConversation((conversation, request, response) => {
      response.json(since(conversation, request.query['watermark']));
    }),
  );
  app.post(
    '/v3/directline/conversations/:id/activities',
    withConversation((conversation, { body }, response) => {
      const { text, locale, channelData } = body as Required<Activity>;
      const earlier = conversation.log.find(
        (logged) => logged.channelData?.clientActivityID === channelData.clientActivityID,
      );
      const from = { id: 'dl_customer', role: 'user' };
      const logged = earlier ?? append(conversation, { type: 'message', text, from, channelData });
      response.json({ id: logged.id });
      if (earlier) return;
      setImmediate(() =>
        append(conversation, {
          type: 'message',
          locale,
          from: { id: 'help-center', role: 'bot' },
          ...answer(text, locale),
        }),
      );
    }),
  );
  app.use((_request, response, next) => {
    response.setHeader('content-security-policy', PAGE_POLICY);
    next();
  }, express.static(webFolder));

  sockets.on('connection', (socket, request) => {
    const url = new URL(request.url ?? '', 'ws://localhost');
    const conversation = conversations.get(url.pathname.split('/').at(-2) ?? '');
    if (!conversation) return socket.close();
    conversation.streams.add(socket);
    socket.on('close', () => conversation.streams.delete(socket));
    socket.send(JSON.stringify(since(conversation, url.searchParams.get('watermark'))));
  });

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const listening = (server.address() as AddressInfo).port;
  return {
    origin: `http://127.0.0.1:${listening}`,
    port: listening,
    calls,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
