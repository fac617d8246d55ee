import { rm } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
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
} from './widget-page.ts';

useWidgetPages();

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
