import { describe, expect, it } from '@jest/globals';
import { ask, newContext, openChat, origin, saidLines, useWidgetPages, waitForReply } from './widget-page.ts';

useWidgetPages();

describe('the widget on a page', () => {
  it('runs under a content policy without inline styles or scripts', async () => {
    const context = await newContext();
    const faults: string[] = [];
    context.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    context.on('weberror', (error) => faults.push(String(error.error())));
    const page = await openChat(context);
    await ask(page, 'refund');
    await page.locator('.bot li').first().waitFor();
    expect(faults).toEqual([]);
    expect(await page.locator('.panel').evaluate((panel) => getComputedStyle(panel).width)).toBe('392px');
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
      await page.locator('a.link').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
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
    await page.locator('.person', { hasText: 'Talk to a person' }).waitFor();
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

  it('tells the server whether an answer helped, and lets the customer think again', async () => {
    const context = await newContext();
    const events: unknown[] = [];
    context.on('request', (request) => {
      const body = request.method() === 'POST' ? request.postDataJSON() : undefined;
      if (body?.type === 'event') events.push([body.name, body.value.helpful]);
    });
    const page = await openChat(context);
    await ask(page, 'refund');
    await page.getByRole('button', { name: 'Helpful', exact: true }).click();
    await page.getByText('Thank you for telling us').waitFor();
    await page.getByRole('button', { name: 'Not helpful' }).click();
    await ask(page, 'after');
    await waitForReply(page, 'You said after');
    expect(events).toEqual([
      ['feedback', true],
      ['feedback', false],
    ]);
    expect(await page.locator('[aria-pressed=true]').count()).toBe(1);
    expect(await saidLines(page)).toEqual(['refund', 'after']);
  });
});
