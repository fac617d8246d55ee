import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createTokens } from '../../adapters/direct-line/tokens.ts';
import {
  answerSlowly,
  ask,
  botLines,
  calls,
  conversationsBegun,
  dataDir,
  loggedTexts,
  newContext,
  openChat,
  saidLines,
  server,
  startOn,
  useWidgetPages,
  waitForReply,
  webFolder,
} from './widget-page.ts';

useWidgetPages();

describe('the widget through trouble', () => {
  it('keeps the conversation across a reload', async () => {
    const page = await openChat(await newContext());
    await ask(page, 'first');
    await waitForReply(page, 'You said first');
    await page.reload();
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

  it('counts on the launcher when a message comes while it is closed', async () => {
    const page = await openChat(await newContext());
    await ask(page, 'slowly');
    await page.locator('.delivery.sent').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.unread').isVisible()).toBe(false);
    answerSlowly();
    await page.locator('.unread').waitFor();
    expect(await page.locator('.unread').textContent()).toBe('1');
    await page.getByRole('button', { name: 'Open the help chat, new messages: 1' }).click();
    expect(await page.locator('.unread').isVisible()).toBe(false);
  });

  it('sends what was typed without a network once there is one, in order', async () => {
    const context = await newContext();
    const page = await openChat(context);
    await ask(page, 'before');
    await waitForReply(page, 'You said before');
    await context.setOffline(true);
    for (const text of ['one', 'two', 'three']) await ask(page, text);
    await page.locator('.delivery.waiting').first().waitFor();
    await context.setOffline(false);
    await waitForReply(page, 'You said three');
    expect(await saidLines(page)).toEqual(['before', 'one', 'two', 'three']);
    expect((await loggedTexts(page)).filter((text) => !text.startsWith('You said'))).toEqual([
      'before',
      'one',
      'two',
      'three',
    ]);
  });

  it('loses, doubles and swaps nothing when the server is killed and started again', async () => {
    const environment = { ...process.env, DATA_DIR: join(dataDir, 'killed'), LOG_LEVEL: 'silent' };
    const start = async (port: string): Promise<[ChildProcess, string]> => {
      const program = join(import.meta.dirname, 'killable-server.ts');
      const child = spawn(process.execPath, ['--import', 'tsx', program, webFolder], {
        env: { ...environment, PORT: port, LIMIT_MESSAGES_PER_CONVERSATION: '0', NODE_OPTIONS: '' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = await once(child.stdout, 'data');
      return [child, String(line).trim()];
    };
    let [child, port] = await start('0');
    const page = await (await newContext()).newPage();
    await page.goto(`http://127.0.0.1:${port}/?lang=en`);
    await page.locator('.launcher').click();
    const asked: string[] = [];
    for (let round = 1; round <= 2; round++) {
      const texts = [`${round} a`, `${round} b`, `${round} c`];
      for (const text of texts) await ask(page, text);
      asked.push(...texts);
      child.kill('SIGKILL');
      await once(child, 'exit');
      await ask(page, `${round} d`);
      asked.push(`${round} d`);
      [child] = await start(port);
      await waitForReply(page, `You said ${round} d`);
    }
    await page.reload();
    await waitForReply(page, 'You said 2 d');
    expect(await saidLines(page)).toEqual(asked);
    expect([...(await botLines(page))].sort()).toEqual(asked.map((text) => `You said ${text}`).sort());
    child.kill('SIGKILL');
    await once(child, 'exit');
  }, 60_000);

  it('begins anew where its token has expired, and loses no message', async () => {
    const page = await openChat(await newContext());
    await ask(page, 'before');
    await waitForReply(page, 'You said before');
    const { conversationId } = await readSession(page);
    const yesterday = new Date(Date.now() - 3 * 86_400_000);
    const tokens = createTokens(await readFile(join(dataDir, 'signing-key')), { now: () => yesterday });
    const expired = await tokens.issue({ conversationId, userId: 'dl_1' });
    await page.evaluate((session) => localStorage.setItem('help-center.session', JSON.stringify(session)), {
      conversationId,
      token: expired,
    });
    await page.reload();
    await page.locator('.input').waitFor();
    await ask(page, 'after');
    await waitForReply(page, 'You said after');
    expect(await saidLines(page)).toEqual(['after']);
    expect((await readSession(page)).conversationId).not.toBe(conversationId);
  });

  it('holds one conversation through twenty reloads', async () => {
    const page = await openChat(await newContext());
    const asked: string[] = [];
    for (let round = 1; round <= 20; round++) {
      await ask(page, `round ${round}.`);
      asked.push(`round ${round}.`);
      // Every other time the page goes before anything can have come back.
      if (round % 2) await waitForReply(page, `You said round ${round}.`);
      await page.reload();
      await page.locator('.input').waitFor();
    }
    await waitForReply(page, 'You said round 20.');
    expect(await saidLines(page)).toEqual(asked);
    expect(await botLines(page)).toEqual(asked.map((text) => `You said ${text}`));
    expect(conversationsBegun()).toBe(1);
  });
});

const readSession = async (page: Page): Promise<{ readonly conversationId: string }> =>
  JSON.parse((await page.evaluate(() => localStorage.getItem('help-center.session'))) ?? '{}');
