import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import { pino } from 'pino';
import { createApp } from '../../../adapters/http/create-app.ts';

describe('the log of requests', () => {
  const lines: string[] = [];
  let server: ReturnType<express.Express['listen']>;
  let origin: string;
  beforeAll(async () => {
    const logger = pino({}, { write: (line: string) => void lines.push(line) });
    const router = express.Router();
    router.get('/well', (_request, response) => void response.json({}));
    router.get('/broken', () => {
      throw new Error('the disk is full');
    });
    const app = createApp({
      logger,
      trustProxy: false,
      webFolder: '/nonexistent',
      routers: { '/api': router },
      isServing: () => true,
    });
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('has the path and the status, and nothing of a query', async () => {
    await fetch(`${origin}/api/well?t=ticket&watermark=1`);
    const line = lines.find((one) => one.includes('/api/well')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({ method: 'GET', path: '/api/well', status: 200 });
    expect(lines.join('')).not.toContain('ticket');
  });

  test('has what went wrong, of which the client learns nothing', async () => {
    const response = await fetch(`${origin}/api/broken`);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      error: { code: 'ServiceError', message: 'The server failed. Try again.' },
    });
    expect(lines.join('')).toContain('the disk is full');
  });
});
