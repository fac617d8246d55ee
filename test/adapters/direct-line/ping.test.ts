import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import express, { type Request } from 'express';
import { WebSocket } from 'ws';
import { createDirectLine, type DirectLine } from '../../../adapters/direct-line/direct-line.ts';
import { openConversationLog } from '../../../adapters/lowdb/conversation-log.ts';
import { beginConversation } from '../echo-server.ts';

describe('the pings of a stream', () => {
  let dataDir: string;
  let directLine: DirectLine;
  let server: ReturnType<express.Express['listen']>;
  let origin: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'help-center-ping-'));
    const clock = { now: () => new Date() };
    directLine = createDirectLine({
      log: await openConversationLog({ dataDir, clock, onBroken: () => undefined }),
      clock,
      signingKey: new Uint8Array(32),
      allowedOrigins: [],
      limits: { messagesPerConversation: 0, messagesPerAddress: 0, tokensPerAddress: 0 },
      greet: () => {
        throw new Error('Nobody asks for a greeting.');
      },
      onUtterance: () => undefined,
      pingIntervalMs: 20,
    });
    const app = express().use('/v3/directline', directLine.router);
    server = app.listen(0, '127.0.0.1');
    server.on('upgrade', (message, socket, head) => {
      const request: Request = Object.setPrototypeOf(message, app.request);
      directLine.upgrade(request, socket, head);
    });
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    directLine.close();
    server.closeAllConnections();
    server.close();
    await rm(dataDir, { recursive: true });
  });

  test('are empty texts that a page can see', async () => {
    const socket = new WebSocket((await beginConversation(origin)).streamUrl);
    const seen: string[] = [];
    await new Promise<void>((resolve) => {
      socket.on('message', (frame) => {
        if (seen.push(String(frame)) === 6) resolve();
      });
    });
    expect(seen.slice(1)).toEqual(['', '', '', '', '']);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    socket.terminate();
  });

  test('end a stream whose client answers none', async () => {
    const socket = new WebSocket((await beginConversation(origin)).streamUrl, { autoPong: false });
    const [code] = await once(socket, 'close');
    expect(code).toBe(1006);
  });
});
