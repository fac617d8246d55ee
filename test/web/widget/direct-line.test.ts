import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createDirectLine } from '../../../web/widget/direct-line.ts';

const session = { conversationId: 'c', token: 't' };
const message = { id: 'm', text: 'hello', locale: 'en-US' };
let server: Server | undefined;

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = undefined;
});

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

function answering(status: number, body: string, headers: Record<string, string> = {}): Promise<string> {
  return serve((_request, response) => response.writeHead(status, headers).end(body));
}

describe('createDirectLine', () => {
  it('starts with a token of its own and says the language', async () => {
    const seen: string[] = [];
    const origin = await serve((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        seen.push(`${request.url} ${request.headers.authorization ?? '-'} ${body}`);
        response.end(JSON.stringify({ conversationId: 'c', token: 'granted' }));
      });
    });
    const outcome = await createDirectLine(origin).start('zh-CN');
    expect(outcome).toEqual({ ok: true, value: { conversationId: 'c', token: 'granted' } });
    expect(seen).toEqual([
      '/v3/directline/tokens/generate - {}',
      '/v3/directline/conversations Bearer granted {"locale":"zh-CN"}',
    ]);
  });

  it('posts an event as one that nobody reads', async () => {
    const seen: unknown[] = [];
    const origin = await serve(async (request, response) => {
      seen.push(JSON.parse((await request.toArray()).join('')));
      response.end('{"id":"1"}');
    });
    await createDirectLine(origin).postEvent(session, {
      name: 'feedback',
      about: 'a',
      value: { helpful: true },
    });
    expect(seen).toEqual([
      { type: 'event', name: 'feedback', value: { helpful: true }, from: { id: 'customer' } },
    ]);
  });

  it.each([401, 403, 404])('reads %d as a conversation that is gone', async (status) => {
    const outcome = await createDirectLine(await answering(status, '{}')).post(session, message);
    expect(outcome).toEqual({ ok: false, fault: { kind: 'gone' } });
  });

  it('reads how long a busy server wants to be left alone', async () => {
    const outcome = await createDirectLine(await answering(429, '{}', { 'retry-after': '3' })).post(
      session,
      message,
    );
    expect(outcome).toEqual({ ok: false, fault: { kind: 'busy', retryAfterMs: 3000 } });
  });

  it.each([
    ['{"error":{"code":"MessageTooLong","message":"…"}}', 'MessageTooLong'],
    ['<html>', '400'],
    ['{}', '400'],
  ])('reads the code of a refusal from %s', async (body, code) => {
    const outcome = await createDirectLine(await answering(400, body)).post(session, message);
    expect(outcome).toEqual({ ok: false, fault: { kind: 'refused', code } });
  });

  it.each([500, 502, 503])('takes %d for a server that may come back', async (status) => {
    const outcome = await createDirectLine(await answering(status, 'down')).read(session, '0');
    expect(outcome).toEqual({ ok: false, fault: { kind: 'unreachable' } });
  });

  it('takes an answer that is not JSON for no answer', async () => {
    const outcome = await createDirectLine(await answering(200, '<html>')).read(session, '0');
    expect(outcome).toEqual({ ok: false, fault: { kind: 'unreachable' } });
  });

  it('takes a closed port for no answer', async () => {
    const outcome = await createDirectLine('http://127.0.0.1:1').resume(session, '0');
    expect(outcome).toEqual({ ok: false, fault: { kind: 'unreachable' } });
  });
});
