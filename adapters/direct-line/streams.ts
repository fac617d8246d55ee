import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ConversationLog } from '../../bot/ports.ts';
import { FAULTS, type Fault, toErrorAnswer } from './fault.ts';
import type { OriginCheck } from './origins.ts';
import { toActivitySet } from './to-activity.ts';
import type { Tokens } from './tokens.ts';
import { readWatermark } from './watermark.ts';

interface StreamsOptions {
  readonly log: ConversationLog;
  readonly tokens: Tokens;
  readonly isAllowedOrigin: OriginCheck;
  readonly pingIntervalMs: number;
}

/** A handshake, with the host that the client asked for (behind a trusted proxy: the forwarded one). */
export type UpgradeRequest = IncomingMessage & { readonly host: string };

interface Streams {
  upgrade(request: UpgradeRequest, socket: Duplex, head: Buffer): boolean;
  close(): void;
}

type Admission =
  | { readonly ok: true; readonly conversationId: string; readonly after: number }
  | { readonly ok: false; readonly fault: Fault };

const STREAM_PATH = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;
/** Clients send pings alone. */
const MAX_INCOMING_BYTES = 4_096;
/** A client that leaves this much unread is gone or stuck; it finds the rest when it connects again. */
const MAX_UNREAD_BYTES = 1_000_000;
const MISSED_PINGS = 2;
const GOING_AWAY = 1001;

/** The live streams of all conversations, several a conversation where a customer has several tabs. */
export function createStreams({ log, tokens, isAllowedOrigin, pingIntervalMs }: StreamsOptions): Streams {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_INCOMING_BYTES });
  const missedPings = new Map<WebSocket, number>();
  const pinging = setInterval(pingAll, pingIntervalMs).unref();

  async function admit(request: UpgradeRequest, id: string, query: URLSearchParams): Promise<Admission> {
    if (!isAllowedOrigin(request)) return { ok: false, fault: FAULTS.originForeign };
    const ticket = query.get('t');
    if (!ticket) return { ok: false, fault: FAULTS.tokenMissing };
    const verified = await tokens.verifyForStream(ticket);
    if (!verified.ok) return verified;
    const { conversationId } = verified.grant;
    if (conversationId !== id) return { ok: false, fault: FAULTS.tokenOfAnother };
    const conversation = await log.find(conversationId);
    if (!conversation) return { ok: false, fault: FAULTS.conversationUnknown };
    const { lastSequence } = conversation;
    const watermark = readWatermark(query.get('watermark'));
    return { ok: true, conversationId, after: Math.min(watermark ?? lastSequence, lastSequence) };
  }

  async function follow(socket: WebSocket, conversationId: string, after: number): Promise<void> {
    // The first frame tells where the stream begins, so that a client that is cut off before any message knows.
    socket.send(JSON.stringify(toActivitySet(conversationId, [], after)));
    const unsubscribe = await log.subscribe(conversationId, after, (entries) => {
      if (socket.bufferedAmount > MAX_UNREAD_BYTES) {
        socket.terminate();
        return;
      }
      socket.send(JSON.stringify(toActivitySet(conversationId, entries, after)));
    });
    if (!unsubscribe) {
      socket.terminate();
      return;
    }
    if (socket.readyState === socket.OPEN) socket.once('close', unsubscribe);
    else unsubscribe();
  }

  function pingAll(): void {
    for (const [socket, missed] of missedPings) {
      if (missed >= MISSED_PINGS) {
        socket.terminate();
        continue;
      }
      missedPings.set(socket, missed + 1);
      // The frame of the protocol is answered by every WebSocket by itself; the empty text is for the page to see.
      socket.ping();
      socket.send('');
    }
  }

  server.on('connection', (socket: WebSocket) => {
    const answered = (): void => void missedPings.set(socket, 0);
    answered();
    socket.on('pong', answered).on('message', answered);
    socket.on('close', () => missedPings.delete(socket));
    socket.on('error', () => socket.terminate());
  });

  return {
    upgrade(request, socket, head) {
      const [path = '', query] = (request.url ?? '').split('?');
      const id = STREAM_PATH.exec(path)?.[1];
      if (id === undefined) return false;
      socket.on('error', () => socket.destroy());
      admit(request, id, new URLSearchParams(query))
        .then((admission) => {
          if (!admission.ok) return refuse(socket, admission.fault);
          server.handleUpgrade(request, socket, head, (webSocket) => {
            server.emit('connection', webSocket, request);
            follow(webSocket, admission.conversationId, admission.after).catch(() => webSocket.terminate());
          });
        })
        .catch(() => socket.destroy());
      return true;
    },
    close() {
      clearInterval(pinging);
      for (const socket of server.clients) socket.close(GOING_AWAY);
      server.close();
    },
  };
}

function refuse(socket: Duplex, fault: Fault): void {
  const body = JSON.stringify(toErrorAnswer(fault));
  socket.end(
    `HTTP/1.1 ${fault.status} Refused\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
