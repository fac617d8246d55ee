import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EchoServer, startEchoServer } from '../echo-server.ts';

describe('the pages and headers of the server', () => {
  let webFolder: string;
  let server: EchoServer;
  beforeAll(async () => {
    webFolder = await mkdtemp(join(tmpdir(), 'help-center-web-'));
    await writeFile(join(webFolder, 'index.html'), '<!doctype html><title>Demo</title>');
    await writeFile(join(webFolder, 'widget.js'), 'void 0;');
    await mkdir(join(webFolder, 'widget'));
    await writeFile(join(webFolder, 'widget/chat.js'), 'void 1;');
    await writeFile(join(webFolder, 'widget/chat.js.gz'), gzipSync('void 1;'));
    server = await startEchoServer({ webFolder });
  });
  afterAll(async () => {
    await server.stop();
    await rm(webFolder, { recursive: true });
  });
  const get = (path: string, init?: RequestInit) => fetch(server.origin + path, init);

  test('say that the server is well', async () => {
    const response = await get('/healthz');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  test('have the demo page at the root, under a policy that lets nothing inline run', async () => {
    const response = await get('/');
    expect(await response.text()).toContain('<title>Demo</title>');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('let the pages of any store load the widget, and nothing else', async () => {
    const chat = await get('/widget/chat.js?v=1');
    expect(chat.headers.get('access-control-allow-origin')).toBe('*');
    const widget = await get('/widget.js');
    expect(widget.headers.get('content-type')).toContain('javascript');
    expect(widget.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(widget.headers.get('access-control-allow-origin')).toBe('*');
    const page = await get('/index.html');
    expect(page.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('are packed for a browser that takes it, and plain for one that does not', async () => {
    const packed = await get('/widget/chat.js?v=1', { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('content-type')).toContain('javascript');
    expect(packed.headers.get('vary')).toContain('Accept-Encoding');
    expect(await packed.text()).toBe('void 1;');
    const plain = await get('/widget/chat.js', { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe('void 1;');
  });

  test('are kept for good where the address has a version, and asked for again where it has none', async () => {
    expect((await get('/widget/chat.js?v=1')).headers.get('cache-control')).toContain('immutable');
    expect((await get('/widget.js')).headers.get('cache-control')).toBe('no-cache');
  });

  test('spare a browser what it has', async () => {
    const etag = (await get('/widget.js')).headers.get('etag') ?? '';
    // Not fetch: it asks for no cached answers as soon as it is given an ETag.
    const asked = request(`${server.origin}/widget.js`, { headers: { 'if-none-match': etag } }).end();
    const [response] = await once(asked, 'response');
    response.resume();
    expect(response.statusCode).toBe(304);
  });

  test.each([
    '/v3/directline/nothing',
    '/v3/nothing',
    '/nothing.html',
    '/..%2f..%2fetc%2fpasswd',
    '/%E0%A4%A',
  ])('answer with JSON that there is nothing at %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'NotFound' } });
  });
});
