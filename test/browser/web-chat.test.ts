import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { parseConfig } from '../../bot/config.ts';
import { type RunningServer, startServer } from '../../bot/start-server.ts';
import { storeDialogue } from '../bot/dialogue-fixture.ts';
import { type LaunchedBrowser, launchBrowser } from './launch-browser.ts';

const BUNDLE = fileURLToPath(
  new URL('../../node_modules/botframework-webchat/dist/webchat.js', import.meta.url),
);

const GREETINGS = {
  'en-US': 'Hello, this is the IMASK help center',
  'zh-CN': '您好，这里是IMASK帮助中心',
};

/** A page with Web Chat as Microsoft's own examples have it: it asks to be greeted, and resumes after a reload. */
const pageFor = (helpCenter: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Shop</title>
<style>html, body, #webchat { height: 100%; margin: 0 }</style>
<div id="webchat" role="main"></div>
<script src="/webchat.js"></script>
<script type="module">
  const domain = '${helpCenter}/v3/directline';
  const generate = async () => (await fetch(domain + '/tokens/generate', { method: 'POST' })).json();
  const kept = JSON.parse(sessionStorage.getItem('chat') ?? 'null');
  const { token, conversationId } = kept ?? (await generate());
  sessionStorage.setItem('chat', JSON.stringify({ token, conversationId }));
  const store = window.WebChat.createStore({}, ({ dispatch }) => (next) => (action) => {
    if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') {
      dispatch({ type: 'WEB_CHAT/SEND_EVENT', payload: { name: 'webchat/join', value: {} } });
    }
    return next(action);
  });
  const directLine = window.WebChat.createDirectLine({
    domain,
    token,
    ...(kept ? { conversationId, watermark: '0' } : {}),
  });
  const locale = new URLSearchParams(location.search).get('locale') ?? 'en-US';
  const settings = { directLine, store, locale, sendTypingIndicator: true };
  window.WebChat.renderWebChat(settings, document.getElementById('webchat'));
</script>`;

let launched: LaunchedBrowser;
let shop: Server;
let shopOrigin: string;
let dataDir: string;
let server: RunningServer;
let context: BrowserContext;
/** Every request of the page, and what the console called an error. */
let requests: string[];
let errors: string[];

const start = (port: number) => {
  const { handleTurn, renderer } = storeDialogue();
  return startServer({
    config: parseConfig({
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      ALLOWED_ORIGINS: shopOrigin,
    }),
    handleTurn,
    apologize: ({ pageLanguage }) => renderer.apologize(pageLanguage),
    greet: renderer.greet,
    webFolder: '/nonexistent',
  });
};

beforeAll(async () => {
  const bundle = await readFile(BUNDLE);
  launched = await launchBrowser();
  shop = createServer(({ url }, response) => {
    const isBundle = url === '/webchat.js';
    response.setHeader('content-type', isBundle ? 'text/javascript; charset=utf-8' : 'text/html');
    response.end(isBundle ? bundle : pageFor(`http://127.0.0.1:${server.port}`));
  }).listen(0, '127.0.0.1');
  await once(shop, 'listening');
  shopOrigin = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
}, 60_000);
afterAll(async () => {
  await launched?.close();
  shop?.closeAllConnections();
  shop?.close();
});
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'help-center-web-chat-'));
  server = await start(0);
  context = await launched.browser.newContext({ viewport: { width: 800, height: 900 } });
  requests = [];
  errors = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  context.on('weberror', (error) => errors.push(String(error.error())));
});
afterEach(async () => {
  await context.close();
  await server.stop();
  await rm(dataDir, { recursive: true });
});

/** Opens the page and waits for the greeting: Web Chat loses what is sent before it is connected. */
async function openChat(locale: 'en-US' | 'zh-CN' = 'en-US'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${shopOrigin}/?locale=${locale}`);
  await bubble(page, GREETINGS[locale]).waitFor();
  return page;
}

async function ask(page: Page, text: string): Promise<void> {
  await page.locator('[data-id="webchat-sendbox-input"]').fill(text);
  await page.keyboard.press('Enter');
}

const bubble = (page: Page, text: string) => page.locator('.webchat__bubble', { hasText: text }).last();
const bubbles = (page: Page) => page.locator('.webchat__bubble').count();
const choices = (page: Page) => page.locator('button.webchat__suggested-action');

describe("Microsoft's Web Chat, as it comes", () => {
  test.each(['en-US', 'zh-CN'] as const)(
    'is greeted in the language of its locale %s, with what is asked most',
    async (locale) => {
      const page = await openChat(locale);
      const { renderer } = storeDialogue();
      const asked = renderer.greet(locale === 'en-US' ? 'en' : 'zh').actions.map(({ title }) => title);
      expect(asked.length).toBeGreaterThan(2);
      expect(await choices(page).allTextContents()).toEqual(asked);
    },
  );

  test('shows an answer with its list, its emphasis and its link', async () => {
    const page = await openChat();
    await ask(page, 'how many days till the money is back if I cancel');
    const answer = bubble(page, 'UnionPay');
    await answer.locator('li').first().waitFor();
    expect(await answer.locator('strong').count()).toBeGreaterThan(0);
    await ask(page, 'where can i buy your masks');
    await bubble(page, 'Mall counters').locator('a[href="https://www.imask.com.cn"]').waitFor();
  });

  test('offers choices, and a pressed one is answered', async () => {
    const page = await openChat();
    const choice = choices(page).first();
    const title = (await choice.textContent()) ?? '';
    await choice.click();
    await bubble(page, title).waitFor();
    await page.locator('.webchat__bubble').nth(2).waitFor();
    expect(await bubbles(page)).toBe(3);
    expect(await page.locator('.webchat__bubble').nth(2).textContent()).toContain('RMB 1');
  });

  test('says that its customer is typing, with no effect', async () => {
    const page = await openChat();
    const typed = page.waitForResponse(
      (response) => response.request().postData()?.includes('"type":"typing"') ?? false,
    );
    await page.locator('[data-id="webchat-sendbox-input"]').pressSequentially('do points expire');
    expect((await typed).status()).toBe(200);
    await page.keyboard.press('Enter');
    await bubble(page, 'do not expire').waitFor();
    expect(await bubbles(page)).toBe(3);
  });

  test('has the conversation back after a reload and a restart of the server, greeted once', async () => {
    const page = await openChat();
    await ask(page, 'do points expire');
    await bubble(page, 'do not expire').waitFor();
    const before = await page.locator('.webchat__bubble').allTextContents();
    const { port } = server;
    await server.stop();
    server = await start(port);
    await page.reload();
    await bubble(page, 'do not expire').waitFor();
    await ask(page, 'talk to a person');
    await bubble(page, '400-668-9229').waitFor();
    const after = await page.locator('.webchat__bubble').allTextContents();
    expect(after.slice(0, 3)).toEqual(before);
    expect(after).toHaveLength(5);
  });

  test('speaks to the help center alone, and finds nothing to complain about', async () => {
    const page = await openChat();
    await ask(page, 'talk to a person');
    await bubble(page, '400-668-9229').waitFor();
    // What Web Chat makes up by itself, such as its worker, has the scheme blob or data.
    const origins = new Set(
      requests.filter((url) => url.startsWith('http')).map((url) => new URL(url).origin),
    );
    expect(origins).toEqual(new Set([shopOrigin, `http://127.0.0.1:${server.port}`]));
    expect(errors).toEqual([]);
  });
});
