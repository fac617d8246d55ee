import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { parse } from 'yaml';
import { z } from 'zod';

/** A file of the built web folder and what it weighs on the wire. */
export interface BuiltFile {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const MOST_ASKED = ['points.earn', 'invoice.request', 'refund.time', 'order.status'];
const OUTPUT = ['widget.js', 'demo.js', 'demo.css', 'index.html'];

const both = <T extends z.ZodType>(schema: T) => z.object({ zh: schema, en: schema });
const storeFile = z.object({ name: both(z.string()) });
const articleFile = both(z.object({ title: z.string() }));

/** Builds the customer's pages: the widget as one file, and the demo page that carries it. */
export async function buildWeb(outFolder: string): Promise<readonly BuiltFile[]> {
  await mkdir(outFolder, { recursive: true });
  await build({
    entryPoints: {
      widget: join(root, 'web/widget/widget.tsx'),
      demo: join(root, 'web/demo/demo.ts'),
    },
    outdir: outFolder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    legalComments: 'none',
    logLevel: 'warning',
    define: { STORE: JSON.stringify(await readStore()) },
    plugins: [styleText],
  });
  for (const name of ['index.html', 'demo.css'])
    await cp(join(root, 'web/demo', name), join(outFolder, name));
  return Promise.all(OUTPUT.map((name) => weigh(outFolder, name)));
}

/** Lets a program import a style sheet as its minified text. */
const styleText: Plugin = {
  name: 'style-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const sheet = await build({
        entryPoints: [path],
        bundle: true,
        minify: true,
        write: false,
        target: ['chrome99', 'safari16', 'firefox101'],
      });
      return {
        contents: `export const css = ${JSON.stringify(sheet.outputFiles[0]?.text.trim())};`,
        loader: 'js',
      };
    });
  },
};

async function readStore() {
  const { name } = storeFile.parse(await readContent('store.yaml'));
  const articles = await Promise.all(
    MOST_ASKED.map(async (id) => articleFile.parse(await readContent(`articles/${id}.yaml`))),
  );
  return {
    name,
    questions: { zh: articles.map(({ zh }) => zh.title), en: articles.map(({ en }) => en.title) },
  };
}

async function readContent(file: string): Promise<unknown> {
  return parse(await readFile(join(root, 'faq/content', file), 'utf8'));
}

async function weigh(folder: string, name: string): Promise<BuiltFile> {
  const content = await readFile(join(folder, name));
  return { name, bytes: content.length, gzipBytes: gzipSync(content).length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, bytes, gzipBytes } of await buildWeb(join(root, 'build/web'))) {
    console.log(`${name.padEnd(12)} ${String(bytes).padStart(7)} B  ${String(gzipBytes).padStart(6)} B gzip`);
  }
}
