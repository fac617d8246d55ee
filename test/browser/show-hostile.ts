import type { BrowserContext, Page, Route } from 'playwright-core';
import type { Activity } from '../../adapters/direct-line/wire.ts';

/** What came of it: nothing is what is hoped for. */
export interface Harm {
  /** Scripts that ran. */
  readonly hits: readonly string[];
  /** Requests to anywhere but the server. */
  readonly escapes: readonly string[];
  /** Elements in the chat that only markup makes, and links that lead elsewhere than a page, a telephone or a mailbox. */
  readonly planted: readonly string[];
  /** Texts that are not to be seen, letter by letter, where they should be. */
  readonly lost: number;
}

const BATCH = 100;

/**
 * Shows the texts in every field of the chat that shows what others wrote: messages of both sides, languages and ids of
 * messages, choices, links, the words of the store, the greeting, the suggestions, and the page's own attributes.
 * The server at `origin` serves the page; its answers are made up here.
 */
export async function showHostile(
  context: BrowserContext,
  origin: string,
  texts: readonly string[],
): Promise<Harm> {
  const hits: string[] = [];
  const escapes: string[] = [];
  const planted: string[] = [];
  let lost = 0;
  await context.exposeFunction('hit', (which: unknown) => void hits.push(String(which)));
  context.on('dialog', (dialog) => {
    hits.push(dialog.message());
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) escapes.push(request.url());
  });
  await context.routeWebSocket(/stream/, (socket) => socket.close());

  for (let from = 0; from < texts.length; from += BATCH) {
    const batch = texts.slice(from, from + BATCH);
    await dressServer(context, origin, batch);
    const page = await context.newPage();
    page.on('popup', (popup) => void escapes.push(popup.url()));
    await page.goto(`${origin}/?lang=en`);
    await page.evaluate(([title = '', greeting = '']) => {
      const tag = document.querySelector('script[src="widget.js"]');
      if (tag instanceof HTMLScriptElement) Object.assign(tag.dataset, { title, greeting });
    }, batch);
    await page.locator('.launcher').click();
    await page
      .locator('.message.customer')
      .nth(batch.length - 1)
      .waitFor({ state: 'attached' });
    await page.locator('.input').fill('points');
    await page.locator('.suggestion').first().waitFor();
    planted.push(...(await findPlanted(page)));
    const said = await page.locator('.said').allTextContents();
    lost += batch.filter((text, place) => said[place] !== text).length;
    await page.close();
    await context.unrouteAll();
    await context.routeWebSocket(/stream/, (socket) => socket.close());
  }
  return { hits, escapes, planted, lost };
}

/** Answers in the server's place, with the texts wherever it has a text to give. */
async function dressServer(context: BrowserContext, origin: string, batch: readonly string[]): Promise<void> {
  const text = (place: number) => batch[place % batch.length] ?? '';
  const activities = batch.flatMap((hostile, place): readonly unknown[] => [
    { ...activityOf(2 * place + 1), from: { id: hostile, role: 'user' }, text: hostile, locale: 'en-US' },
    {
      ...activityOf(2 * place + 2),
      from: { id: 'help-center', name: hostile, role: 'bot' },
      text: hostile,
      locale: text(place + 1),
      suggestedActions: {
        to: [],
        actions: [
          { type: 'imBack', title: text(place + 1), value: text(place + 2) },
          { type: 'openUrl', title: text(place + 3), value: hostile },
          { type: 'openUrl', title: hostile, value: 'javascript:hit(0)' },
          { type: hostile, title: hostile, value: hostile },
        ],
      },
      channelData: { helpCenter: { decision: place % 2 ? 'answer' : hostile, ids: [hostile] } },
    } satisfies Record<keyof Activity | string, unknown>,
  ]);
  const json = (body: unknown) => (route: Route) => route.fulfill({ json: body });
  const session = {
    conversationId: 'c',
    token: 't',
    expires_in: 3600,
    streamUrl: `${origin.replace('http', 'ws')}/stream`,
  };
  await context.route('**/tokens/generate', json(session));
  await context.route(/\/conversations(\/c)?(\?|$)/, json(session));
  await context.route(/\/activities/, json({ activities, watermark: String(activities.length) }));
  await context.route(
    /\/widget\/en\.questions\.json/,
    json(batch.map((title) => ({ title: `points ${title}`, phrasings: [title] }))),
  );
  await context.route(/\/widget\/en\.json/, async (route) => {
    const pack = await (await route.fetch()).json();
    const texts = Object.fromEntries(Object.keys(pack.texts).map((name, place) => [name, text(place)]));
    const next = { code: text(4), short: text(5), switchTo: text(6) };
    await route.fulfill({ json: { ...pack, store: text(3), mostAsked: batch.slice(0, 4), texts, next } });
  });
}

function activityOf(sequence: number) {
  return {
    type: 'message',
    id: `c|${String(sequence).padStart(7, '0')}`,
    timestamp: new Date(sequence).toISOString(),
    channelId: 'directline',
    conversation: { id: 'c' },
    textFormat: 'markdown',
  };
}

/** Looks through the whole chat for what no text may become. */
function findPlanted(page: Page): Promise<readonly string[]> {
  return page.locator('help-center').evaluate((host) => {
    const root = host.shadowRoot as ShadowRoot;
    const elements = [...root.querySelectorAll('*')];
    const unknown = elements.filter(
      (one) =>
        !/^(div|section|span|p|h2|ul|ol|li|a|i|br|strong|em|button|form|textarea|svg|path)$/.test(
          one.localName,
        ),
    );
    const handlers = elements.filter((one) =>
      one.getAttributeNames().some((name) => /^(on|style|src)/.test(name) && name !== 'style'),
    );
    const links = elements.filter(
      (one) => one instanceof HTMLAnchorElement && !/^(https?|tel|mailto):/.test(one.protocol),
    );
    return [...unknown, ...handlers, ...links].map((one) => one.outerHTML.slice(0, 200));
  });
}
