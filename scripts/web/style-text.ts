import { build, type Plugin } from 'esbuild';

/** Tokens that neither theme nor store changes: the build puts their value where they are used. */
const FIXED = /^--(space|text|leading|radius|target|quick)/;
const DECLARATION = /(--[a-z0-9-]+):\s*([^;}]*);?/g;
const USE = /var\((--[a-z0-9-]+)\)/g;

/** Lets a program import a style sheet as its minified text, with no more of the design tokens than it needs. */
export const styleText: Plugin = {
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
      const text = resolveTokens(sheet.outputFiles[0]?.text.trim() ?? '');
      return { contents: `export const css = ${JSON.stringify(text)};`, loader: 'js' };
    });
  },
};

/** Puts fixed tokens in where they are used and leaves out the others that are not. */
export function resolveTokens(sheet: string): string {
  const fixed = new Map<string, string>();
  for (const [, token = '', value = ''] of sheet.matchAll(DECLARATION))
    if (FIXED.test(token)) fixed.set(token, value);
  const inlined = sheet.replace(USE, (use, token: string) => fixed.get(token) ?? use);
  return inlined
    .replace(DECLARATION, (declaration, token: string) =>
      inlined.includes(`var(${token}`) ? declaration : '',
    )
    .replace(/[^{}]+\{\}/g, '');
}
