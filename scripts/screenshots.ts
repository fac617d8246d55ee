import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { parse } from 'yaml';
import { launchBrowser } from '../test/browser/launch-browser.ts';
import { type Answer, startStandInServer } from '../test/browser/stand-in-server.ts';
import { buildWeb } from './build-web.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const outFolder = join(root, 'docs/screenshots');
const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
] as const;
const SAID = {
  zh: { question: '退款多久到账', vague: '积分' },
  en: { question: 'How long does a refund take?', vague: 'points' },
} as const;
const REFUND = 'refund.time';
const CHOICES = ['points.earn', 'points.use', 'points.validity'];

type Language = keyof typeof SAID;
type Article = Readonly<Record<Language, { readonly title: string; readonly answer: string }>>;

/** Published wording alone: what a picture shows is what a customer reads. */
async function createAnswer(): Promise<Answer> {
  const refund = await readArticle(REFUND);
  const choices = await Promise.all(CHOICES.map(readArticle));
  return (text, locale) => {
    const language = locale.startsWith('en') ? 'en' : 'zh';
    if (text === SAID[language].question) return { text: refund[language].answer };
    const actions = choices.map((article) => {
      const { title } = article[language];
      return { type: 'imBack', title, value: title };
    });
    return {
      text: language === 'zh' ? '您想问的是哪一个？' : 'Which of these do you mean?',
      suggestedActions: { actions },
    };
  };
}

async function readArticle(id: string): Promise<Article> {
  return parse(await readFile(join(root, `faq/content/articles/${id}.yaml`), 'utf8')) as Article;
}

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

const webFolder = await mkdtemp(join(tmpdir(), 'help-center-web-'));
await mkdir(outFolder, { recursive: true });
await buildWeb(webFolder);
const server = await startStandInServer(webFolder, await createAnswer());
const { browser, close } = await launchBrowser();
try {
  for (const language of ['zh', 'en'] as const) {
    for (const size of SIZES) await visit(browser, server.origin, language, size);
  }
  console.log(`The pictures are in ${outFolder}.`);
} finally {
  await close();
  await server.stop();
  await rm(webFolder, { recursive: true, force: true });
}
