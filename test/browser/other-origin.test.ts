import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseConfig } from '../../bot/config.ts';
import { type RunningServer, startServer } from '../../bot/start-server.ts';
import { buildWeb } from '../../scripts/build-web.ts';
import { storeDialogue } from '../bot/dialogue-fixture.ts';
import { type LaunchedBrowser, launchBrowser } from './launch-browser.ts';

let launched: LaunchedBrowser;
let folder: string;
let shop: Server;
let shopOrigin: string;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'help-center-origin-'));
  [launched] = await Promise.all([launchBrowser(), buildWeb(join(folder, 'web'))]);
  shop = createServer((_request, response) => {
    const tag = `<script src="http://127.0.0.1:${server.port}/widget.js" defer data-accent="#7a1f5c" data-title="Ask us"></script>`;
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>${tag}`);
  }).listen(0, '127.0.0.1');
  await once(shop, 'listening');
  shopOrigin = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  const { handleTurn, renderer } = storeDialogue();
  server = await startServer({
    config: parseConfig({
      PORT: '0',
      DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'silent',
      ALLOWED_ORIGINS: shopOrigin,
    }),
    handleTurn,
    apologize: ({ pageLanguage }) => renderer.apologize(pageLanguage),
    greet: renderer.greet,
    webFolder: join(folder, 'web'),
  });
}, 60_000);
afterAll(async () => {
  await launched?.close();
  await server?.stop();
  shop?.close();
  await rm(folder, { recursive: true, force: true });
});

test('a page of an allowed origin has the chat by one tag, in its own colour and under its own title', async () => {
  const page = await launched.browser.newPage();
  await page.goto(shopOrigin);
  await page.locator('.launcher').click();
  expect(await page.locator('.launcher').evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(
    'rgb(122, 31, 92)',
  );
  await page.locator('.panel', { hasText: 'Ask us' }).waitFor();
  await page.locator('.input').fill('will my points ever expire');
  await page.keyboard.press('Enter');
  await page.locator('.message.bot', { hasText: 'expire' }).waitFor();
});

test('an origin that is not allowed gets no token', async () => {
  const response = await fetch(`http://127.0.0.1:${server.port}/v3/directline/tokens/generate`, {
    method: 'POST',
    headers: { origin: 'https://other.example' },
  });
  expect(response.status).toBe(403);
});
