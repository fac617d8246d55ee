import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { parseConfig } from '../bot/config.ts';
import { type RunningServer, startServer } from '../bot/start-server.ts';
import type { Language } from '../faq/index.ts';
import { launchBrowser } from '../test/browser/launch-browser.ts';
import { buildWeb } from './build-web.ts';
import { loadDialogue } from './load-dialogue.ts';

const outFolder = fileURLToPath(new URL('../docs/screenshots', import.meta.url));
/** One visit each in both languages: the widths that the pages are drawn for, and the themes. */
const VISITS = [
  { width: 1280, height: 800, theme: 'light', steps: ['closed', 'open', 'suggestions', 'answer', 'choices'] },
  { width: 1280, height: 800, theme: 'dark', steps: ['closed', 'answer'] },
  { width: 768, height: 900, theme: 'light', steps: ['closed', 'answer'] },
  { width: 360, height: 740, theme: 'light', steps: ['closed', 'open', 'suggestions', 'answer', 'choices'] },
  { width: 360, height: 740, theme: 'dark', steps: ['closed', 'answer'] },
] as const;
/** A question that gets an answer, what brings it up while one types, a mere word, and how the bot asks back on it. */
const SAID: Readonly<Record<Language, Record<'question' | 'typed' | 'vague' | 'askedBack', string>>> = {
  zh: { question: '退款多久到账', typed: 'fapiao', vague: '积分', askedBack: '您想问的是下面哪一个？' },
  en: {
    question: 'How long does a refund take?',
    typed: 'invoice',
    vague: 'points',
    askedBack: 'Which of these do you mean?',
  },
};

/** One visit: the page as it is found, the chat opened, suggestions, an answer, and choices. */
async function takePictures(
  page: Page,
  name: string,
  language: Language,
  steps: readonly string[],
): Promise<void> {
  const take = async (step: string) => {
    if (!steps.includes(step)) return;
    await page.screenshot({ path: join(outFolder, `${name}-${step}.png`), animations: 'disabled' });
  };
  const ask = async (text: string) => {
    await page.locator('.input').fill(text);
    await page.keyboard.press('Enter');
  };
  const said = SAID[language];
  await page.locator('.launcher').waitFor();
  await take('closed');
  await page.locator('.launcher').click();
  await page.locator('.most-asked').waitFor();
  await take('open');
  await page.locator('.input').pressSequentially(said.typed);
  await page.locator('.suggestion').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await take('suggestions');
  await ask(said.question);
  await page.locator('.bot li').first().waitFor();
  await take('answer');
  await ask(said.vague);
  await page.locator('.message.bot', { hasText: said.askedBack }).waitFor();
  await page.locator('.conversation > .choices').waitFor();
  await take('choices');
}

async function visit(
  browser: Browser,
  origin: string,
  language: Language,
  { width, height, theme, steps }: (typeof VISITS)[number],
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${origin}/${language === 'en' ? '?lang=en' : ''}`);
  await takePictures(page, `${language}-${width}${theme === 'dark' ? '-dark' : ''}`, language, steps);
  await context.close();
}

function serve(folder: string): Promise<RunningServer> {
  const { handleTurn, renderer } = loadDialogue().dialogue;
  return startServer({
    config: parseConfig({ PORT: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' }),
    handleTurn,
    apologize: ({ pageLanguage }) => renderer.apologize(pageLanguage),
    greet: renderer.greet,
    webFolder: join(folder, 'web'),
  });
}

const folder = await mkdtemp(join(tmpdir(), 'help-center-pictures-'));
await rm(outFolder, { recursive: true, force: true });
await mkdir(outFolder, { recursive: true });
await buildWeb(join(folder, 'web'));
const server = await serve(folder);
const { browser, close } = await launchBrowser();
try {
  for (const language of ['zh', 'en'] as const) {
    for (const one of VISITS) await visit(browser, `http://127.0.0.1:${server.port}`, language, one);
  }
  console.log(`The pictures are in ${outFolder}.`);
} finally {
  await close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
