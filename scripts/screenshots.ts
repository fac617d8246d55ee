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
const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
] as const;
/** A question that gets an answer, a mere word that makes the bot ask back, and how it does. */
const SAID: Readonly<Record<Language, Record<'question' | 'vague' | 'askedBack', string>>> = {
  zh: { question: '退款多久到账', vague: '积分', askedBack: '您想问的是下面哪一个？' },
  en: {
    question: 'How long does a refund take?',
    vague: 'points',
    askedBack: 'Which of these do you mean?',
  },
};

/** One visit: the page as it is found, the chat opened, an answer, and choices. */
async function takePictures(page: Page, name: string, language: Language): Promise<void> {
  const take = (step: string) =>
    page.screenshot({ path: join(outFolder, `${name}-${step}.png`), animations: 'disabled' });
  const ask = async (text: string) => {
    await page.locator('.input').fill(text);
    await page.keyboard.press('Enter');
  };
  await page.locator('.launcher').waitFor();
  await take('closed');
  await page.locator('.launcher').click();
  await page.locator('.suggestions').waitFor();
  await take('open');
  await ask(SAID[language].question);
  await page.locator('.bot li').first().waitFor();
  await take('answer');
  await ask(SAID[language].vague);
  await page.locator('.message.bot', { hasText: SAID[language].askedBack }).waitFor();
  await page.locator('.conversation > .choices').waitFor();
  await take('choices');
}

async function visit(browser: Browser, origin: string, language: Language, viewport: (typeof SIZES)[number]) {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${origin}/${language === 'en' ? '?lang=en' : ''}`);
  await takePictures(page, `${language}-${viewport.width}`, language);
  await context.close();
}

function serve(folder: string): Promise<RunningServer> {
  const { handleTurn, renderer } = loadDialogue().dialogue;
  return startServer({
    config: parseConfig({ PORT: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' }),
    handleTurn,
    apologize: ({ pageLanguage }) => renderer.apologize(pageLanguage),
    webFolder: join(folder, 'web'),
  });
}

const folder = await mkdtemp(join(tmpdir(), 'help-center-pictures-'));
await mkdir(outFolder, { recursive: true });
await buildWeb(join(folder, 'web'));
const server = await serve(folder);
const { browser, close } = await launchBrowser();
try {
  for (const language of ['zh', 'en'] as const) {
    for (const size of SIZES) await visit(browser, `http://127.0.0.1:${server.port}`, language, size);
  }
  console.log(`The pictures are in ${outFolder}.`);
} finally {
  await close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
