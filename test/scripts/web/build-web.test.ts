import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buildWeb } from '../../../scripts/build-web.ts';
import { CONTENT_FOLDER } from '../../../scripts/model-store.ts';
import { budgetsFor, keepBudgets } from '../../../scripts/web/budgets.ts';
import { resolveTokens } from '../../../scripts/web/style-text.ts';
import { choosePhrasings } from '../../../scripts/web/suggestibles.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'help-center-build-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const readJson = (name: string) => JSON.parse(readFileSync(join(folder, 'out/widget', name), 'utf8'));

describe('the build of the pages', () => {
  it('keeps within its budgets and puts a packed file beside each', async () => {
    const built = await buildWeb(join(folder, 'out'));
    for (const { name } of built) {
      const plain = readFileSync(join(folder, 'out', name));
      expect(gunzipSync(readFileSync(join(folder, 'out', `${name}.gz`)))).toEqual(plain);
    }
  });

  it('fails where a budget is exceeded, and names it and its files', () => {
    const built = [{ name: 'widget.js', bytes: 9_000, gzipBytes: 3_001 }];
    expect(() => keepBudgets(budgetsFor(['zh']), built)).toThrow(
      /the launcher: 3001 bytes gzip of at most 3000 \(widget\.js\)/,
    );
  });

  it('greets with the articles that the store names as most asked, or else with the first', async () => {
    const contentFolder = join(folder, 'content');
    cpSync(join(CONTENT_FOLDER, 'articles'), join(contentFolder, 'articles'), { recursive: true });
    const store = readFileSync(join(CONTENT_FOLDER, 'store.yaml'), 'utf8').replace(/^mostAsked:.*\n/m, '');
    writeFileSync(join(contentFolder, 'store.yaml'), store);
    await buildWeb(join(folder, 'out'), { contentFolder });
    expect(readJson('en.json').mostAsked[0]).toBe('The activation email has not arrived. What can I do?');

    writeFileSync(join(contentFolder, 'store.yaml'), `${store}\nmostAsked: [refund.time, points.validity]\n`);
    await buildWeb(join(folder, 'out'), { contentFolder });
    expect(readJson('zh.json').mostAsked).toEqual(['取消订单后多久能收到退款？', '积分会过期吗？']);

    writeFileSync(join(contentFolder, 'store.yaml'), `${store}\nmostAsked: [refund.never]\n`);
    await expect(buildWeb(join(folder, 'out'), { contentFolder })).rejects.toThrow(
      /mostAsked\.0[\s\S]*refund\.never/,
    );
  });
});

describe('the parts of the build', () => {
  it('put fixed design tokens where they are used, and leave out the others that are not', () => {
    const sheet =
      ':host{--space-1: 4px;--ink: #000;--line: red}:host(.dark){--line: blue}p{margin:var(--space-1);color:var(--ink)}';
    expect(resolveTokens(sheet)).toBe(':host{--ink: #000;}p{margin:4px;color:var(--ink)}');
  });

  it('choose phrasings that say what the title does not, and no two that say the same', () => {
    const chosen = choosePhrasings('退款多久到账', ['退款多久', '钱什么时候回来', '钱什么时候回'], 3);
    expect(chosen).toEqual(['钱什么时候回来']);
  });
});
