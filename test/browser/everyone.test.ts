import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  answerSlowly,
  ask,
  findFaults,
  focused,
  newContext,
  openChat,
  origin,
  saidLines,
  useWidgetPages,
  waitForReply,
} from './widget-page.ts';

useWidgetPages();

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe('the widget for everyone', () => {
  it.each([
    ['light', {}],
    ['dark', {}],
    ['light', PHONE],
  ] as const)('has no fault that axe finds, in any of its states (%s, %j)', async (colorScheme, size) => {
    const context = await newContext({ bypassCSP: true, colorScheme, reducedMotion: 'reduce', ...size });
    const page = await context.newPage();
    await page.goto(`${origin}/?lang=en`);
    const faults: unknown[] = [];
    const check = async (state: string) => {
      for (const fault of await findFaults(page)) faults.push([state, ...fault]);
    };
    await page.locator('.launcher').waitFor();
    await check('closed');
    await page.locator('.launcher').click();
    await page.locator('.most-asked').waitFor();
    await check('greeting');
    await page.locator('.input').pressSequentially('refund');
    await page.locator('.suggestion').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await check('suggestions');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.locator('.bot li').first().waitFor();
    await page.getByRole('button', { name: 'Helpful', exact: true }).click();
    await check('an answer, rated');
    await ask(page, 'points');
    await page.getByRole('button', { name: 'Earn points' }).waitFor();
    await check('choices');
    await page.getByRole('button', { name: 'Talk to a person' }).click();
    await page.locator('a.link').waitFor();
    await check('a person');
    await ask(page, 'slowly');
    await page.locator('.typing').waitFor();
    await check('replying');
    answerSlowly();
    await waitForReply(page, 'You said slowly');
    await page.locator('.input').fill('x'.repeat(1001));
    await check('too long');
    await context.route('**/activities', (route) => route.abort());
    await ask(page, 'lost');
    await page.locator('.delivery.waiting').waitFor();
    await check('waiting for the network');
    await page.getByRole('button', { name: 'Close' }).first().click();
    await check('closed again');
    expect(faults).toEqual([]);
  });

  it('can be walked through by keyboard alone', async () => {
    const page = await (await newContext()).newPage();
    await page.goto(`${origin}/?lang=en`);
    await page.locator('.launcher').focus();
    await page.keyboard.press('Enter');
    await page.locator('.input:focus').waitFor();

    await page.keyboard.type('refnd take', { delay: 5 });
    await page.locator('.suggestion').first().waitFor();
    const first = await page.locator('.suggestion').first().textContent();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.input').getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('ArrowDown');
    const active = await page.locator('.input').getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await waitForReply(page, `You said ${first}`);
    expect(await saidLines(page)).toEqual([first]);

    await page.keyboard.type('points');
    await page.locator('.suggestion').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.suggestion').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Earn points' }).waitFor();
    expect(await focused(page)).toBe('input');
    for (const place of ['person', 'choice', 'choice']) {
      await page.keyboard.press('Shift+Tab');
      expect(await focused(page)).toBe(place);
    }
    await page.keyboard.press('Enter');
    await waitForReply(page, 'You said Earn points');
    expect(await focused(page)).toBe('input');
    for (const place of ['person', 'plain down', 'plain', 'conversation', 'plain', 'plain']) {
      await page.keyboard.press('Shift+Tab');
      expect(await focused(page)).toBe(place);
    }
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Switch to English' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('launcher');
  });

  it('keeps the focus inside where it covers the page', async () => {
    const page = await openChat(await newContext({ viewport: { width: 360, height: 740 } }));
    await page.locator('.input:focus').waitFor();
    await page.keyboard.type('hello');
    const places: unknown[] = [];
    for (let presses = 0; presses < 3; presses++) {
      await page.keyboard.press('Tab');
      places.push(await focused(page));
    }
    expect(places).toEqual(['send', 'plain', 'plain']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('send');
  });

  it('does not call up the keyboard of a phone before the customer wants to type', async () => {
    const page = await openChat(await newContext(PHONE));
    await page.locator('.most-asked').waitFor();
    expect(await focused(page)).toBe('title');
    await page.locator('.choice').first().tap();
    await page.locator('.rating').waitFor();
    expect(await focused(page)).toBe('title');
  });

  it('announces each reply once, and after a reload none of those before it', async () => {
    const page = await openChat(await newContext());
    const heard = await listen(page);
    await ask(page, 'first');
    await waitForReply(page, 'You said first');
    await ask(page, 'refund');
    await page.locator('.bot li').first().waitFor();
    expect(await heard()).toEqual([
      'Assistant said: You said first',
      'Assistant said: It takes days:\nAlipay\nUnionPay\nSite',
    ]);
    await page.reload();
    await page.locator('.bot li').first().waitFor();
    const heardThen = await listen(page);
    await ask(page, 'second');
    await waitForReply(page, 'You said second');
    expect(await heardThen()).toEqual(['Assistant said: You said second']);
    expect(await page.locator('[role=log]').getAttribute('aria-live')).toBe('off');
  });

  it('has targets of at least 44 pixels', async () => {
    const page = await openChat(await newContext());
    await ask(page, 'points');
    await page.getByRole('button', { name: 'Earn points' }).waitFor();
    await page.locator('.input').pressSequentially('refund');
    await page.locator('.suggestion').first().waitFor();
    const small = await page
      .locator('help-center')
      .evaluate((host) =>
        [...(host.shadowRoot?.querySelectorAll('button, a.link, textarea, [role=option]') ?? [])]
          .map((one) => ({ name: one.className, ...one.getBoundingClientRect().toJSON() }))
          .filter(({ width, height }) => width < 44 || height < 44),
      );
    expect(small).toEqual([]);
  });

  it.each([1280, 360])('shows everything in twice as large a text, at %d pixels', async (width) => {
    const context = await newContext({ viewport: { width, height: 740 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Page.enable');
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await page.goto(`${origin}/?lang=en`);
    await page.locator('.launcher').click();
    await ask(page, 'points');
    await page.getByRole('button', { name: 'Earn points' }).waitFor();
    const looks = await page.locator('.panel').evaluate((panel) => {
      const clipped = [...panel.querySelectorAll('button, p, li, textarea')].filter(
        (one) => one.scrollWidth > one.clientWidth + 1,
      );
      const { left, right, top, bottom } = panel.getBoundingClientRect();
      const said = panel.querySelector('.said');
      return {
        size: said && getComputedStyle(said).fontSize,
        clipped: clipped.map(({ className, textContent }) => [className, textContent]),
        inside: left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight,
      };
    });
    expect(looks).toEqual({ size: '30px', clipped: [], inside: true });
  });

  it('stands still where motion is not wanted, and has edges where colours are forced', async () => {
    const page = await openChat(await newContext({ reducedMotion: 'reduce', forcedColors: 'active' }));
    await ask(page, 'slowly');
    await page.locator('.typing').waitFor();
    const looks = await page.locator('help-center').evaluate((host) => {
      const styleOf = (selector: string) =>
        getComputedStyle(host.shadowRoot?.querySelector(selector) ?? document.body);
      return {
        moving: [styleOf('.panel').animationName, styleOf('.typing i').animationName],
        edges: ['.launcher', '.panel', '.said', '.message.bot', '.send'].map(
          (selector) => styleOf(selector).borderTopStyle,
        ),
      };
    });
    expect(looks).toEqual({ moving: ['none', 'none'], edges: Array(5).fill('solid') });
  });
});

/** Notes what is added to the live region. Returns the function that tells it. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const region = document.querySelector('help-center')?.shadowRoot?.querySelector('[aria-live=polite]');
    if (!region) throw new Error('there is no live region');
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node instanceof HTMLElement) heard.push(node.textContent ?? '');
    }).observe(region, { childList: true, subtree: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}
