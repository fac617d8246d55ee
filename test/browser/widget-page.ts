import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { ActivitySet } from '../../adapters/direct-line/wire.ts';
import { parseConfig } from '../../bot/config.ts';
import type { HandleTurn } from '../../bot/handle-turn.ts';
import { type RunningServer, startServer } from '../../bot/start-server.ts';
import type { Reply, ReplyAction } from '../../bot/turn.ts';
import { buildWeb } from '../../scripts/build-web.ts';
import { call } from '../adapters/echo-server.ts';
import { type LaunchedBrowser, launchBrowser } from './launch-browser.ts';

type Said = Pick<Reply, 'markdown' | 'actions'>;

function answer(utterance: string): Said {
  if (/人工|person/i.test(utterance)) {
    return {
      markdown: 'A person will answer.',
      actions: [
        { kind: 'link', title: '400-668-9229', url: 'tel:400-668-9229' },
        { kind: 'link', title: 'attack', url: 'javascript:document.title="attacked"' },
      ],
    };
  }
  if (utterance === 'points') {
    const actions = ['Earn points', 'Use points'].map((title): ReplyAction => ({ kind: 'say', title }));
    return { markdown: 'Which one?', actions };
  }
  if (utterance === 'refund') {
    const markdown = 'It takes **days**:\n\n- Alipay\n- UnionPay\n\n[Site](https://www.imask.com.cn)';
    return { markdown, actions: [] };
  }
  return { markdown: `You said ${utterance}`, actions: [] };
}

const asReply = (language: Reply['language'], said: Said): Reply => ({
  language,
  ...said,
  decision: 'answer',
  ids: [],
});

const handleTurn: HandleTurn = async ({ utterance, pageLanguage }, state) => {
  if (utterance === 'slowly') await slowly;
  return { replies: [asReply(pageLanguage, answer(utterance))], state };
};

export let launched: LaunchedBrowser;
export let webFolder: string;
export let dataDir: string;
export let server: RunningServer;
export let origin: string;
let contexts: BrowserContext[];
/** What the pages have asked of the protocol. */
export let calls: string[];
/** The bot answers `slowly` once this is resolved. */
let slowly: Promise<void>;
export let answerSlowly: () => void;

/** Starts the server on the test's own folder; `allowed` is the origin of a shop whose pages may speak to it. */
export async function startOn(port: number, allowed = ''): Promise<void> {
  server = await startServer({
    config: parseConfig({
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      LIMIT_MESSAGES_PER_CONVERSATION: '0',
      ...(allowed ? { ALLOWED_ORIGINS: allowed } : {}),
    }),
    handleTurn,
    apologize: ({ pageLanguage }) => asReply(pageLanguage, { markdown: 'Sorry.', actions: [] }),
    greet: (language) => asReply(language, { markdown: 'Hello.', actions: [] }),
    webFolder,
  });
  origin = `http://127.0.0.1:${server.port}`;
}

/** The faults that axe finds on the page as it is, each with the elements that have it. */
export async function findFaults(page: Page): Promise<readonly (readonly string[])[]> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
  });
}

/** Gives each test of the file a browser, a server on a folder of its own, and nothing that an earlier one left. */
export function useWidgetPages(): void {
  beforeAll(async () => {
    webFolder = await mkdtemp(join(tmpdir(), 'help-center-web-'));
    [launched] = await Promise.all([launchBrowser(), buildWeb(webFolder)]);
  }, 60_000);
  afterAll(async () => {
    await launched?.close();
    await rm(webFolder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    contexts = [];
    calls = [];
    slowly = new Promise((resolve) => {
      answerSlowly = resolve;
    });
    dataDir = await mkdtemp(join(tmpdir(), 'help-center-data-'));
    await startOn(0);
  });
  afterEach(async () => {
    answerSlowly();
    for (const context of contexts) await context.close();
    await server.stop();
    // The write of a request whose page has gone may still land in the folder.
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  });
}

export async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await launched.browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  contexts.push(context);
  context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/v3/directline')) calls.push(`${request.method()} ${pathname}`);
  });
  return context;
}

export async function openChat(context: BrowserContext, query = '?lang=en'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/${query}`);
  await page.locator('.launcher').click();
  await page.locator('.panel').waitFor();
  return page;
}

export async function ask(page: Page, text: string): Promise<void> {
  await page.locator('.input').fill(text);
  await page.keyboard.press('Enter');
}

export async function waitForReply(page: Page, text: string): Promise<void> {
  await page.locator('.message.bot', { hasText: text }).last().waitFor();
}

export const saidLines = (page: Page) => page.locator('.said').allTextContents();
export const botLines = (page: Page) =>
  page.locator('.message.bot:has(.hidden):not(.typing) p').allTextContents();
/** What the shadow root's focused element is, by its class or its name. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return active?.className || active?.id || active?.tagName;
  });
export const conversationsBegun = () =>
  calls.filter((made) => made === 'POST /v3/directline/conversations').length;

/** The texts of the page's conversation as the server has them. */
export async function loggedTexts(page: Page): Promise<readonly string[]> {
  const stored = await page.evaluate(() => localStorage.getItem('help-center.session'));
  const { conversationId, token } = JSON.parse(stored ?? '{}') as Record<string, string>;
  const path = `/conversations/${conversationId}/activities`;
  const { body } = await call<ActivitySet>(origin, 'GET', path, token === undefined ? {} : { token });
  return body.activities.map(({ text }) => text);
}
