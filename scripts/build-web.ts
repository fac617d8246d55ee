import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import type { LanguagePack } from '../web/widget/language-pack.ts';
import { CONTENT_FOLDER } from './model-store.ts';
import { type BuiltFile, budgetsFor, keepBudgets, weightOf } from './web/budgets.ts';
import { type LanguageFile, readLanguageFiles } from './web/language-files.ts';
import { readStoreQuestions, type StoreQuestions } from './web/store-questions.ts';
import { styleText } from './web/style-text.ts';
import { toSuggestibles } from './web/suggestibles.ts';

interface WebSources {
  readonly languagesFolder?: string;
  readonly contentFolder?: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const widget = join(root, 'web/widget');
const BUNDLE = {
  bundle: true,
  minify: true,
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [styleText],
  charset: 'utf8',
} as const satisfies BuildOptions;
/** Shorter in the bundle than the automatic runtime, which the types are checked with. */
const TAGS = {
  inject: [join(widget, 'jsx.ts')],
  tsconfigRaw: { compilerOptions: { jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment' } },
} as const satisfies BuildOptions;
const LOCALES = { zh: 'zh-CN', en: 'en-US' } as const;

/**
 * Builds the customer's pages: the loader, what it fetches after the first touch, and the demo page that carries it.
 * @throws where the files weigh more than their budgets.
 */
export async function buildWeb(outFolder: string, sources: WebSources = {}): Promise<readonly BuiltFile[]> {
  const languages = readLanguageFiles(sources.languagesFolder ?? join(widget, 'languages'));
  const store = readStoreQuestions(sources.contentFolder ?? CONTENT_FOLDER);
  const fetched = {
    'widget/chat.js': await bundle(join(widget, 'mount-chat.tsx'), { ...TAGS, format: 'esm' }),
    'widget/suggest.js': await bundle(join(widget, 'suggestions/suggest.ts'), { format: 'esm' }),
    ...Object.fromEntries(languages.flatMap((language) => toJsonFiles(language, languages, store))),
  };
  const builtIn = {
    version: createHash('sha256').update(JSON.stringify(fetched)).digest('hex').slice(0, 12),
    languages: Object.fromEntries(languages.map(({ code, open, notLoaded }) => [code, { open, notLoaded }])),
  };
  const files: Readonly<Record<string, string>> = {
    'widget.js': await bundle(join(widget, 'loader/loader.ts'), {
      format: 'iife',
      define: { BUILT_IN: JSON.stringify(builtIn) },
    }),
    ...fetched,
    'demo.js': await bundle(join(root, 'web/demo/demo.ts'), { format: 'iife' }),
    'demo.css': await readFile(join(root, 'web/demo/demo.css'), 'utf8'),
    'index.html': await readFile(join(root, 'web/demo/index.html'), 'utf8'),
  };
  const built = Object.entries(files).map(([name, content]) => weigh(name, content));
  keepBudgets(budgetsFor(languages.map(({ code }) => code)), built);
  await rm(join(outFolder, 'widget'), { recursive: true, force: true });
  for (const [name, content] of Object.entries(files)) {
    const path = join(outFolder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }));
  }
  return built;
}

async function bundle(entry: string, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...BUNDLE, ...options, write: false, entryPoints: [entry] });
  return outputFiles[0]?.text ?? '';
}

function toJsonFiles(
  language: LanguageFile,
  languages: readonly LanguageFile[],
  store: StoreQuestions,
): readonly (readonly [name: string, json: string])[] {
  const { code, locale, answersIn, open, texts } = language;
  const next = languages[(languages.indexOf(language) + 1) % languages.length];
  const pack: LanguagePack = {
    code,
    locale,
    answerLocale: LOCALES[answersIn],
    open,
    texts,
    store: store.name[answersIn],
    mostAsked: store.mostAsked.map((article) => article[answersIn].title),
    ...(next && next !== language
      ? { next: { code: next.code, short: next.short, switchTo: next.switchTo } }
      : {}),
  };
  return [
    [`widget/${code}.json`, JSON.stringify(pack)],
    [`widget/${code}.questions.json`, JSON.stringify(toSuggestibles(store, answersIn))],
  ];
}

function weigh(name: string, content: string): BuiltFile {
  return { name, bytes: Buffer.byteLength(content), gzipBytes: gzipSync(content, { level: 9 }).length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await buildWeb(join(root, 'build/web'));
  const line = (name: string, first: string | number, gzipBytes: number) =>
    console.log(`${name.padEnd(28)} ${String(first).padStart(8)} ${String(gzipBytes).padStart(8)}`);
  console.log(`${'file'.padEnd(28)} ${'bytes'.padStart(8)} ${'gzip'.padStart(8)}`);
  for (const { name, bytes, gzipBytes } of built) line(name, bytes, gzipBytes);
  console.log(`\n${'together'.padEnd(28)} ${'at most'.padStart(8)} ${'gzip'.padStart(8)}`);
  const codes = built.flatMap(({ name }) => /^widget\/([a-z-]+)\.json$/i.exec(name)?.[1] ?? []);
  for (const budget of budgetsFor(codes)) line(budget.purpose, budget.gzipBytes, weightOf(budget, built));
}
