import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../bot/config.ts';
import { startServer } from '../bot/start-server.ts';
import type { Reply } from '../bot/turn.ts';
import type { Language } from '../faq/index.ts';
import { hostileTexts } from '../test/browser/hostile-texts.ts';
import { launchBrowser } from '../test/browser/launch-browser.ts';
import { showHostile } from '../test/browser/show-hostile.ts';
import { buildWeb } from './build-web.ts';

/** Shows the widget 5,000 hostile texts, new ones each time: `npm run fuzz:widget`, or `-- --seed=1 --count=500`. */
const option = (name: string, otherwise: number) =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise);
const seed = option('seed', Date.now() % 2 ** 31);
const count = option('count', 5_000);

const emptyReply = (language: Language): Reply => ({
  language,
  markdown: '',
  actions: [],
  decision: 'fallback',
  ids: [],
});

const folder = await mkdtemp(join(tmpdir(), 'help-center-fuzz-'));
await buildWeb(join(folder, 'web'));
const server = await startServer({
  config: parseConfig({ PORT: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' }),
  // Every answer is made up in the browser: the server is there for its pages.
  handleTurn: () => Promise.reject(new Error('no turn is expected')),
  apologize: ({ pageLanguage }) => emptyReply(pageLanguage),
  greet: emptyReply,
  webFolder: join(folder, 'web'),
});
const { browser, close } = await launchBrowser();
try {
  const context = await browser.newContext({ bypassCSP: true });
  const origin = `http://127.0.0.1:${server.port}`;
  const { hits, escapes, planted, lost } = await showHostile(context, origin, hostileTexts(seed, count));
  console.log(
    `${count} texts, seed ${seed}: ${hits.length} scripts ran, ${escapes.length} requests left, ` +
      `${planted.length} elements planted, ${lost} texts lost.`,
  );
  for (const harm of [...hits, ...escapes, ...planted]) console.log(harm);
  if (hits.length + escapes.length + planted.length + lost > 0) process.exitCode = 1;
} finally {
  await close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
