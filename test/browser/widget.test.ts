import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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

let launched: LaunchedBrowser;
let webFolder: string;
let dataDir: string;
let server: RunningServer;
let origin: string;
let contexts: BrowserContext[];
/** What the pages have asked of the protocol. */
let calls: string[];
/** The bot answers `slowly` once this is resolved. */
let slowly: Promise<void>;
let answerSlowly: () => void;

async function startOn(port: number): Promise<void> {
  server = await startServer({
    config: parseConfig({ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
    handleTurn,
    apologize: ({ pageLanguage }) => asReply(pageLanguage, { markdown: 'Sorry.', actions: [] }),
    webFolder,
  });
  origin = `http://127.0.0.1:${server.port}`;
}

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
  await rm(dataDir, { recursive: true, force: true });
});

async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await launched.browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  contexts.push(context);
  context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/v3/directline')) calls.push(`${request.method()} ${pathname}`);
  });
  return context;
}

async function openChat(context: BrowserContext, query = '?lang=en'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/${query}`);
  await page.locator('.launcher').click();
  return page;
}

async function ask(page: Page, text: string): Promise<void> {
  await page.locator('.input').fill(text);
  await page.keyboard.press('Enter');
}

async function waitForReply(page: Page, text: string): Promise<void> {
  await page.locator('.message.bot', { hasText: text }).last().waitFor();
}

const saidLines = (page: Page) => page.locator('.said').allTextContents();
const botLines = (page: Page) => page.locator('.message.bot:has(.hidden):not(.typing) p').allTextContents();
const conversationsBegun = () => calls.filter((made) => made === 'POST /v3/directline/conversations').length;

/** The texts of the page's conversation as the server has them. */
async function loggedTexts(page: Page): Promise<readonly string[]> {
  const stored = await page.evaluate(() => localStorage.getItem('help-center.session'));
  const { conversationId, token } = JSON.parse(stored ?? '{}') as Record<string, string>;
  const path = `/conversations/${conversationId}/activities`;
  const { body } = await call<ActivitySet>(origin, 'GET', path, token === undefined ? {} : { token });
  return body.activities.map(({ text }) => text);
}

describe('the widget on a page', () => {
  it('fetches and stores nothing before the customer opens it', async () => {
    const page = await (await newContext()).newPage();
    await page.goto(`${origin}/`);
    await page.locator('.launcher').waitFor();
    expect(calls).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('runs under a content policy without inline styles or scripts', async () => {
    const context = await newContext();
    const faults: string[] = [];
    context.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    context.on('weberror', (error) => faults.push(String(error.error())));
    const page = await openChat(context);
    await ask(page, 'refund');
    await page.locator('.bot li').first().waitFor();
    expect(faults).toEqual([]);
    expect(await page.locator('.panel').evaluate((panel) => getComputedStyle(panel).width)).toBe('380px');
  });

  it('is opened, asked and closed by keyboard alone', async () => {
    const page = await (await newContext()).newPage();
    await page.goto(`${origin}/?lang=en`);
    await page.locator('.launcher').focus();
    await page.keyboard.press('Enter');
    await page.locator('.input:focus').waitFor();
    await page.keyboard.type('refund');
    await page.keyboard.press('Enter');
    await page.locator('.bot li').first().waitFor();
    expect(await page.locator('.bot li').allTextContents()).toEqual(['Alipay', 'UnionPay']);
    expect(await page.locator('.bot a').getAttribute('href')).toBe('https://www.imask.com.cn');
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'hidden' });
    expect(await page.locator('.launcher').evaluate((button) => button.matches(':focus'))).toBe(true);
  });

  it('does not send while a Chinese word is being composed', async () => {
    const page = await openChat(await newContext());
    await page.locator('.input').fill('tuikuan');
    await page.locator('.input').dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    await page.locator('.input').dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true });
    expect(await page.locator('.input').inputValue()).toBe('tuikuan');
    await page.keyboard.press('Shift+Enter');
    expect(await page.locator('.input').inputValue()).toBe('tuikuan\n');
    expect(await saidLines(page)).toEqual([]);
  });

  it('says what a choice says, and drops the choices once they are old', async () => {
    const page = await openChat(await newContext());
    await ask(page, 'points');
    await page.getByRole('button', { name: 'Earn points' }).click();
    await waitForReply(page, 'You said Earn points');
    expect(await page.getByRole('button', { name: 'Use points' }).count()).toBe(0);
  });

  it('asks for a person in one press and links only to safe addresses', async () => {
    const page = await openChat(await newContext());
    await page.getByRole('button', { name: 'Talk to a person' }).click();
    await waitForReply(page, 'A person will answer.');
    expect(
      await page.locator('a.choice').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['tel:400-668-9229']);
  });

  it('shows markup and script as the text they are', async () => {
    const page = await openChat(await newContext());
    const attack =
      '<img src=x onerror="document.title=1"><script>document.title=2</script> [a](javascript:alert(1))';
    const title = await page.title();
    await ask(page, attack);
    await waitForReply(page, attack);
    expect(await saidLines(page)).toEqual([attack]);
    expect(await page.locator('.conversation :is(img, script, a)').count()).toBe(0);
    expect(await page.title()).toBe(title);
  });

  it('speaks the language of the page and switches', async () => {
    const page = await openChat(await newContext(), '');
    expect(await page.locator('.person').textContent()).toBe('转人工');
    await page.getByRole('button', { name: 'Switch to English' }).click();
    expect(await page.locator('.person').textContent()).toBe('Talk to a person');
    await ask(page, 'refund');
    await page.locator('.bot[lang=en-US] li').first().waitFor();
  });

  it('takes a question from the page into the composer', async () => {
    const page = await (await newContext()).newPage();
    await page.goto(`${origin}/?lang=en`);
    await page.getByRole('button', { name: 'The verification code never arrives' }).click();
    await page.locator('.input:focus').waitFor();
    expect(await page.locator('.input').inputValue()).toBe('The verification code never arrives');
  });

  it('counts down near the limit and refuses what is over it', async () => {
    const page = await openChat(await newContext());
    await page.locator('.input').fill('字'.repeat(995));
    expect(await page.locator('.count').textContent()).toBe('5 left');
    await page.locator('.input').fill('😀'.repeat(1001));
    expect(await page.locator('.count').textContent()).toBe('1 over the limit');
    expect(await page.locator('.send').isDisabled()).toBe(true);
  });

  it.each(['', '?lang=en'])('fits a phone of 360 px without sideways scrolling (%s)', async (query) => {
    const page = await openChat(
      await newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' }),
      query,
    );
    await ask(page, `refund${'x'.repeat(200)}`);
    await waitForReply(page, 'You said');
    const panel = await page.locator('.panel').boundingBox();
    expect(panel).toEqual({ x: 0, y: 0, width: 360, height: 740 });
    const widths = await page.evaluate(() => {
      const area = document.querySelector('help-center')?.shadowRoot?.querySelector('.conversation');
      return [document.documentElement.scrollWidth, area?.scrollWidth];
    });
    expect(widths).toEqual([360, 360]);
  });

  it.each(['light', 'dark'] as const)('has no fault that axe finds (%s)', async (colorScheme) => {
    const page = await openChat(await newContext({ bypassCSP: true, colorScheme, reducedMotion: 'reduce' }));
    await ask(page, 'refund');
    await page.locator('.bot li').first().waitFor();
    await page.getByRole('button', { name: 'Talk to a person' }).click();
    await page.locator('a.choice').waitFor();
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await page.evaluate(axe);
    const faults = await page.evaluate(async () => {
      const { axe: checker } = window as unknown as {
        axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await checker.run()).violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    });
    expect(faults).toEqual([]);
  });
});

describe('the widget through trouble', () => {
  it('keeps the conversation across a reload', async () => {
    const page = await openChat(await newContext());
    await ask(page, 'first');
    await waitForReply(page, 'You said first');
    await page.reload();
    await page.locator('.launcher').click();
    await waitForReply(page, 'You said first');
    await ask(page, 'second');
    await waitForReply(page, 'You said second');
    expect(await saidLines(page)).toEqual(['first', 'second']);
    expect(conversationsBegun()).toBe(1);
  });

  it('loses and doubles nothing when the server goes away and comes back', async () => {
    const page = await openChat(await newContext());
    await ask(page, 'before');
    await waitForReply(page, 'You said before');
    await server.stop();
    await ask(page, 'meanwhile');
    await page.locator('.delivery.waiting').waitFor();
    await startOn(server.port);
    await waitForReply(page, 'You said meanwhile');
    await ask(page, 'after');
    await waitForReply(page, 'You said after');
    expect(await saidLines(page)).toEqual(['before', 'meanwhile', 'after']);
    expect(await botLines(page)).toEqual(['You said before', 'You said meanwhile', 'You said after']);
    expect(await loggedTexts(page)).toEqual([
      'before',
      'You said before',
      'meanwhile',
      'You said meanwhile',
      'after',
      'You said after',
    ]);
  });

  it('sends once, after a reload, what could not be sent before', async () => {
    const context = await newContext();
    const page = await openChat(context);
    await ask(page, 'before');
    await waitForReply(page, 'You said before');
    await context.route('**/activities', (route) => route.abort());
    await ask(page, 'unsent');
    await page.locator('.delivery.waiting').waitFor();
    await context.unroute('**/activities');
    await page.reload();
    await page.locator('.launcher').click();
    await waitForReply(page, 'You said unsent');
    expect(await loggedTexts(page)).toEqual(['before', 'You said before', 'unsent', 'You said unsent']);
    expect(await page.evaluate(() => localStorage.getItem('help-center.outbox'))).toBeNull();
  });

  it('posts again under the same id when the acknowledgement was lost', async () => {
    const context = await newContext();
    const posted: string[] = [];
    // Neither stream nor poll may tell the page that its message has arrived before it posts again.
    await context.routeWebSocket(/stream/, (socket) => socket.close());
    await context.route(/\/activities/, async (route) => {
      const request = route.request();
      if (request.method() === 'GET') return posted.length < 2 ? route.abort() : route.continue();
      posted.push(request.postDataJSON().channelData.clientActivityID);
      if (posted.length > 1) return route.continue();
      await route.fetch();
      await route.abort();
    });
    const page = await openChat(context);
    await ask(page, 'once');
    await waitForReply(page, 'You said once');
    expect(posted).toEqual([posted[0], posted[0]]);
    expect(await loggedTexts(page)).toEqual(['once', 'You said once']);
    expect(await saidLines(page)).toEqual(['once']);
  });

  it('waits as long as a busy server asks, and then sends', async () => {
    const context = await newContext();
    const page = await openChat(context);
    let refused = 0;
    await context.route('**/activities', (route) =>
      refused++ > 0
        ? route.continue()
        : route.fulfill({ status: 429, headers: { 'retry-after': '1' }, body: '{}' }),
    );
    await ask(page, 'patience');
    await waitForReply(page, 'You said patience');
    expect(refused).toBe(2);
  });

  it('polls where the WebSocket is blocked', async () => {
    const context = await newContext();
    await context.routeWebSocket(/stream/, (socket) => socket.close());
    const page = await openChat(context);
    await ask(page, 'refund');
    await page.locator('.bot li').first().waitFor();
    expect(calls.some((made) => /^GET .*activities$/.test(made))).toBe(true);
  });

  it('begins anew, and says so, when the server no longer knows the conversation', async () => {
    const page = await openChat(await newContext());
    await ask(page, 'before');
    await waitForReply(page, 'You said before');
    await server.stop();
    await rm(dataDir, { recursive: true });
    await startOn(server.port);
    await ask(page, 'after');
    await waitForReply(page, 'You said after');
    expect(await saidLines(page)).toEqual(['before', 'after']);
    expect(await page.locator('.notice').textContent()).toBe(
      'The earlier conversation has ended. This is a new one.',
    );
  });

  it('shows one conversation in two tabs', async () => {
    const context = await newContext();
    const first = await openChat(context);
    await ask(first, 'from the first');
    await waitForReply(first, 'You said from the first');
    const second = await openChat(context);
    await waitForReply(second, 'You said from the first');
    await ask(second, 'from the second');
    await waitForReply(first, 'You said from the second');
    expect(await saidLines(first)).toEqual(await saidLines(second));
    expect(conversationsBegun()).toBe(1);
  });

  it('marks the launcher when a message comes while it is closed', async () => {
    const page = await openChat(await newContext());
    await ask(page, 'slowly');
    await page.locator('.delivery.sent').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.unread').count()).toBe(0);
    answerSlowly();
    await page.locator('.unread').waitFor();
    await page.getByRole('button', { name: 'Open the help chat, new message' }).click();
    expect(await page.locator('.unread').count()).toBe(0);
  });
});
