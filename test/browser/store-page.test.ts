import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { parseConfig } from '../../bot/config.ts';
import { type RunningServer, startServer } from '../../bot/start-server.ts';
import { buildWeb } from '../../scripts/build-web.ts';
import { storeDialogue } from '../bot/dialogue-fixture.ts';
import { type LaunchedBrowser, launchBrowser } from './launch-browser.ts';

let launched: LaunchedBrowser;
let folder: string;
let server: RunningServer;
let context: BrowserContext;

const start = (port = '0') => {
  const { handleTurn, renderer } = storeDialogue();
  return startServer({
    config: parseConfig({ PORT: port, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' }),
    handleTurn,
    apologize: ({ pageLanguage }) => renderer.apologize(pageLanguage),
    greet: renderer.greet,
    webFolder: join(folder, 'web'),
  });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'help-center-page-'));
  [launched] = await Promise.all([launchBrowser(), buildWeb(join(folder, 'web'))]);
  // The first reading of the model takes a while on a busy machine; no test is to wait for it.
  storeDialogue();
}, 120_000);
afterAll(async () => {
  await launched?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  server = await start();
  context = await launched.browser.newContext({ viewport: { width: 1280, height: 800 } });
});
afterEach(async () => {
  await context.close();
  await server.stop();
});

async function openChat(query: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.port}/${query}`);
  await page.locator('.launcher').click();
  return page;
}

async function ask(page: Page, text: string): Promise<void> {
  await page.locator('.input').fill(text);
  await page.keyboard.press('Enter');
}

const reply = (page: Page, text: string) => page.locator('.message.bot', { hasText: text }).last();

describe('the store page, from the page to the store and back', () => {
  test('a Chinese question gets the published answer', async () => {
    const page = await openChat('');
    await ask(page, '发票什么时候寄');
    await reply(page, '两周').waitFor();
    expect(await page.locator('.choice').count()).toBeGreaterThan(0);
  });

  test('an English question gets the published answer, with its list and link', async () => {
    const page = await openChat('?lang=en');
    await ask(page, 'how many days till the money is back if I cancel');
    await reply(page, 'UnionPay').locator('li').first().waitFor();
    await ask(page, 'where can i buy your masks');
    await reply(page, 'Mall counters').locator('a[href="https://www.imask.com.cn"]').waitFor();
  });

  test('a person is reached by hotline and mailbox', async () => {
    const page = await openChat('');
    await ask(page, '转人工');
    await reply(page, '400-668-9229').locator('a[href="tel:400-668-9229"]').first().waitFor();
    await reply(page, '400-668-9229').locator('a[href="mailto:service@imask.com.cn"]').first().waitFor();
  });

  test('a conversation survives a reload and a restart of the server', async () => {
    const page = await openChat('?lang=en');
    await ask(page, 'do points ever expire');
    await reply(page, 'expire').waitFor();
    const { port } = server;
    await server.stop();
    server = await start(String(port));
    await page.reload();
    await ask(page, 'I lost my invoice, can you send it again');
    await reply(page, 'lost').waitFor();
    expect(await page.locator('.said').allTextContents()).toEqual([
      'do points ever expire',
      'I lost my invoice, can you send it again',
    ]);
  });
});
