import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { parse, stringify } from 'yaml';
import { buildWeb } from '../../scripts/build-web.ts';
import { openShop, type Shop, type ShopPage } from './shop.ts';
import {
  ask,
  focused,
  newContext,
  origin,
  saidLines,
  server,
  startOn,
  useWidgetPages,
  waitForReply,
  webFolder,
} from './widget-page.ts';

/** What the README tells a shop to put before the tag, and a list of what the chat tells the page. */
const STUB = `
  window.HelpCenter = window.HelpCenter || function () { (HelpCenter.q = HelpCenter.q || []).push(arguments) };
  window.told = [];
  for (const name of ['open', 'close', 'message', 'unread', 'error'])
    HelpCenter('on', name, (detail) => told.push([name, detail && (detail.text || detail.count || detail.code)]));
`;

let shop: Shop;
let requests: Request[];

useWidgetPages();
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());
beforeEach(async () => {
  requests = [];
  await server.stop();
  await startOn(0, shop.origin);
});

async function visit(page: Omit<ShopPage, 'helpCenter'> = {}, options = {}): Promise<Page> {
  shop.dress({ helpCenter: origin, script: STUB, ...page });
  const context = await newContext(options);
  const visited = await context.newPage();
  visited.on('request', (request) => void requests.push(request));
  await visited.goto(shop.origin);
  await visited.locator('.launcher').waitFor();
  return visited;
}

const fetched = () => requests.map((request) => request.url()).filter((url) => url.startsWith(origin));
const told = (page: Page) => page.evaluate(() => (window as unknown as { told: unknown[] }).told);
const call = (page: Page, ...words: string[]) =>
  page.evaluate(
    (all) => (window as unknown as { HelpCenter: (...w: string[]) => void }).HelpCenter(...all),
    words,
  );
const stored = (page: Page) =>
  page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(document.cookie ? [document.cookie] : []),
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await caches.keys()),
  ]);

describe('the widget on a shop of another origin', () => {
  it('fetches, connects and stores nothing before the first touch, whatever moves over it', async () => {
    const page = await visit({
      script: `${STUB} HelpCenter('identify', 'token'); HelpCenter('setLanguage', 'zh'); HelpCenter('close');`,
    });
    let sockets = 0;
    page.on('websocket', () => {
      sockets++;
    });
    await page.locator('.launcher').hover();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('launcher');
    expect(fetched()).toEqual([`${origin}/widget.js`]);
    expect(await stored(page)).toEqual([]);
    expect(sockets).toBe(0);
    expect(await page.locator('.launcher').getAttribute('aria-label')).toBe('打开在线客服');
  });

  it('runs under a policy that forbids everything inline and the parsing of HTML', async () => {
    const faults: string[] = [];
    const page = await visit();
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.locator('.launcher').click();
    await ask(page, 'refund');
    await page.locator('.bot li').first().waitFor();
    expect(faults).toEqual([]);
    expect(await page.locator('.panel').evaluate((panel) => getComputedStyle(panel).position)).toBe('fixed');
  });

  it('makes up for what was called before it had loaded, in order', async () => {
    const page = await visit({
      script: `${STUB} HelpCenter('identify', 'who'); HelpCenter('open', 'How long?'); HelpCenter('setLanguage', 'zh');`,
    });
    await page.getByRole('dialog', { name: 'IMASK 客服' }).waitFor();
    expect(await page.locator('.input').inputValue()).toBe('How long?');
    expect(await told(page)).toEqual([['open', undefined]]);
    await page.keyboard.press('Enter');
    await waitForReply(page, 'You said How long?');
    const posted = requests
      .filter((request) => request.method() === 'POST' && request.url().endsWith('/activities'))
      .map((request) => request.postDataJSON());
    expect(
      posted.map(({ type, name, value, text, locale }) => [type, name ?? text, value ?? locale]),
    ).toEqual([
      ['event', 'identity', 'who'],
      ['message', 'How long?', 'zh-CN'],
    ]);
  });

  it('does what the page calls, and tells it what happens', async () => {
    const page = await visit();
    await call(page, 'open');
    await page.locator('.panel').waitFor();
    await call(page, 'nonsense');
    await ask(page, 'hello');
    await waitForReply(page, 'You said hello');
    await call(page, 'setLanguage', 'zh-Hans');
    await page.getByRole('button', { name: '转人工' }).waitFor();
    await page.evaluate(() => {
      (window as unknown as { HelpCenter: (...w: unknown[]) => void }).HelpCenter('on', 'close', () => {
        throw new Error('a listener that fails');
      });
    });
    await call(page, 'close');
    await page.locator('.panel').waitFor({ state: 'hidden' });
    expect(await told(page)).toEqual([
      ['open', undefined],
      ['error', 'command-unknown'],
      ['message', 'You said hello'],
      ['close', undefined],
    ]);
  });

  it('leaves nothing on the page once it is destroyed, before or after it has loaded', async () => {
    const page = await visit();
    await call(page, 'open');
    await page.locator('.panel').waitFor();
    await call(page, 'destroy');
    expect(await page.locator('help-center').count()).toBe(0);
    expect(await page.evaluate(() => 'HelpCenter' in window && window.HelpCenter !== undefined)).toBe(false);
    const count = requests.length;
    await page.locator('#own').click();
    expect(requests.length).toBe(count);
    const early = await visit();
    await call(early, 'destroy');
    expect(await early.locator('help-center').count()).toBe(0);
  });

  it('opens again by itself where it was open before a reload, without taking the focus', async () => {
    const page = await visit();
    await call(page, 'open');
    await ask(page, 'first');
    await waitForReply(page, 'You said first');
    await page.reload();
    await waitForReply(page, 'You said first');
    expect(await focused(page)).toBe('BODY');
    await page.getByRole('button', { name: 'Close' }).first().click();
    await page.reload();
    await page.locator('.launcher').waitFor();
    requests = [];
    await page.locator('#own').click();
    expect(fetched()).toEqual([]);
  });

  it('says that it cannot be opened while there is no network, and opens once there is', async () => {
    const page = await visit();
    await page.context().setOffline(true);
    await page.locator('.launcher').click();
    await page.getByText('Not available just now.').waitFor();
    expect(await told(page)).toEqual([['error', 'not-loaded']]);
    await page.context().setOffline(false);
    await page.locator('.panel').waitFor();
    await ask(page, 'late');
    await waitForReply(page, 'You said late');
    expect(await saidLines(page)).toEqual(['late']);
  });

  it('wears the colours, the corner and the words that the tag names', async () => {
    const page = await visit({
      attributes:
        'data-accent="#f5d142" data-corner="left" data-theme="dark" data-language="zh" data-title="问问" data-greeting="欢迎" data-placeholder="写这里" data-label="客服"',
    });
    const launcher = page.getByRole('button', { name: '客服' });
    await launcher.click();
    await page.getByRole('dialog', { name: '问问' }).waitFor();
    expect(await page.locator('.greeting').textContent()).toBe('欢迎');
    expect(await page.locator('.input').getAttribute('placeholder')).toBe('写这里');
    const styleOf = (selector: string, name: string) =>
      page
        .locator(selector)
        .evaluate((one, property) => getComputedStyle(one).getPropertyValue(property), name);
    expect(await styleOf('.launcher', 'background-color')).toBe('rgb(245, 209, 66)');
    expect(await styleOf('.launcher', 'color')).toBe('rgb(0, 0, 0)');
    expect(await styleOf('.panel', 'background-color')).toBe('rgb(24, 29, 28)');
    expect(await styleOf('.panel', 'left')).toBe('20px');
  });

  it('keeps its looks whatever the page says of every element, and the page keeps its own', async () => {
    const style =
      'html { font-size: 40px } * { color: red !important; font-size: 40px !important; letter-spacing: 9px !important; display: block !important; position: static !important; } help-center { all: unset !important; visibility: hidden !important; opacity: 0 }';
    const page = await visit({ style });
    await page.locator('.launcher').click();
    await page.locator('.most-asked').waitFor();
    const looks = await page.locator('.greeting p').evaluate((one) => {
      const { fontSize, letterSpacing, visibility, color } = getComputedStyle(one);
      return { fontSize, letterSpacing, visibility, color };
    });
    expect(looks).toEqual({
      fontSize: '15px',
      letterSpacing: 'normal',
      visibility: 'visible',
      color: 'rgb(24, 33, 30)',
    });
    expect(await page.locator('#own').evaluate((one) => getComputedStyle(one).color)).toBe('rgb(255, 0, 0)');
  });

  it('returns the focus to where the customer was on the page', async () => {
    const page = await visit();
    await page.locator('#own').focus();
    await call(page, 'open');
    await page.locator('.input:focus').waitFor();
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('own');
  });

  it('speaks a third language that is one more file', async () => {
    const languagesFolder = await mkdtemp(join(tmpdir(), 'help-center-languages-'));
    await cp(join(import.meta.dirname, '../../web/widget/languages'), languagesFolder, { recursive: true });
    const english = parse(await readFile(join(languagesFolder, 'en.yaml'), 'utf8'));
    const inTongue = (words: Record<string, string>) =>
      Object.fromEntries(Object.entries(words).map(([name, text]) => [name, `Qo ${text}`]));
    const { texts, locale: _, answersIn, ...others } = english;
    const fictitious = { locale: 'tlh', answersIn, ...inTongue(others), texts: inTongue(texts) };
    await writeFile(join(languagesFolder, 'tlh.yaml'), stringify(fictitious));
    await buildWeb(webFolder, { languagesFolder });
    try {
      await server.stop();
      await startOn(0, shop.origin);
      const page = await visit({ attributes: 'data-language="tlh"' });
      await page.getByRole('button', { name: 'Qo Open the help chat' }).click();
      await page.getByRole('dialog', { name: 'Qo IMASK Help' }).waitFor();
      expect(await page.locator('.root').getAttribute('lang')).toBe('tlh');
      await ask(page, 'hello');
      await waitForReply(page, 'You said hello');
      expect(await page.locator('.message.bot').last().getAttribute('lang')).toBe('en-US');
      await page.getByRole('button', { name: '切换到中文' }).click();
      await page.getByRole('button', { name: 'Switch to English' }).click();
      await page.getByRole('button', { name: 'Qo Switch to English' }).waitFor();
    } finally {
      await rm(languagesFolder, { recursive: true });
      await buildWeb(webFolder);
    }
  });
});
