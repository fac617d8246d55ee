import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createMatcher, decodeModels, encodeModels, type Matcher } from '../../faq/index.ts';
import { MODEL_FILE } from '../../scripts/model-store.ts';
import { storeCorpus } from './corpus-fixture.ts';

const BUILD_MODEL = join(import.meta.dirname, '../../scripts/build-model.ts');

const stored = () => {
  const models = decodeModels(readFileSync(MODEL_FILE), storeCorpus().hash);
  if (!models) throw new Error('The stored model is not of this corpus: npm run build:model');
  return models;
};
let matcher: Matcher;

beforeAll(() => {
  matcher = createMatcher(storeCorpus(), stored());
});

describe('the matcher', () => {
  test.each([
    ['我想问下积分会不会到了年底就清零啊', 'zh', 'points.validity'],
    ['where do i type in that i want an invoce', 'en', 'invoice.request'],
    ['yanzhengma yizhi shou bu dao', 'zh', 'account.verification-code'],
  ] as const)('finds for %j (%s) the article %s', (utterance, language, id) => {
    expect(matcher.match(utterance, language).candidates[0]?.id).toBe(id);
  });

  test('is sure of a phrasing of the corpus, word for word', () => {
    const [article] = storeCorpus().articles;
    const phrasing = article?.zh.phrasings[0] ?? '';
    expect(matcher.match(phrasing, 'zh').candidates[0]).toMatchObject({ id: article?.id, confidence: 1 });
  });

  test('gives any string candidates in order, with confidences from 0 to 1', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 1000 }),
        fc.constantFrom('zh' as const, 'en' as const),
        (text, language) => {
          const confidences = matcher.match(text, language).candidates.map(({ confidence }) => confidence);
          expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
          for (const confidence of confidences) {
            expect(confidence).toBeGreaterThanOrEqual(0);
            expect(confidence).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('says why: what weighed, the runner-up, the gate', () => {
    const why = matcher.explain('how long is my invocie going to take', 'en');
    expect(why.corrections).toContainEqual({ typed: 'invocie', read: 'invoice' });
    expect(why.weighedMost.length).toBeGreaterThan(0);
    expect(why.match.candidates.length).toBeGreaterThan(1);
    expect(why.gate.map(({ signal }) => signal)).toContain('score');
  });
});

describe('the model file', () => {
  test('survives being written and read, to the byte', () => {
    const bytes = encodeModels(stored(), storeCorpus().hash);
    expect(Buffer.compare(bytes, readFileSync(MODEL_FILE))).toBe(0);
  });

  test('is not read for another corpus, nor where it is no model', () => {
    expect(decodeModels(readFileSync(MODEL_FILE), 'f'.repeat(64))).toBeUndefined();
    expect(decodeModels(Buffer.from('not a model'), storeCorpus().hash)).toBeUndefined();
  });

  test('is the same to the byte when another process in another time zone trains it again', () => {
    const folder = mkdtempSync(join(tmpdir(), 'model-'));
    try {
      const file = join(folder, 'model.bin');
      execFileSync(process.execPath, ['--import', 'tsx', BUILD_MODEL, `--out=${file}`], {
        env: { ...process.env, NODE_OPTIONS: '', TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8' },
        stdio: 'pipe',
      });
      expect(Buffer.compare(readFileSync(file), readFileSync(MODEL_FILE))).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 300_000);
});
