import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createMatcher, decodeModels, encodeModels, LANGUAGES, type Matcher } from '../../faq/index.ts';
import { MODEL_FILE } from '../../scripts/model-store.ts';
import { storeCorpus } from './corpus-fixture.ts';
import { LONG_UTTERANCES, utterances } from './utterances.ts';

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

  const expectOrdered = (text: string) => {
    for (const language of LANGUAGES) {
      const confidences = matcher.match(text, language).candidates.map(({ confidence }) => confidence);
      expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
      for (const confidence of confidences) {
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    }
  };

  test('gives any string candidates in order, with confidences from 0 to 1', () => {
    fc.assert(fc.property(utterances, expectOrdered), { numRuns: 300 });
  });

  test.each(LONG_UTTERANCES)('does so for %s', (_, text) => expectOrdered(text));

  test('says why: what weighed, the runner-up, the gate', () => {
    const why = matcher.explain('how long is my invocie going to take', 'en');
    expect(why.corrections).toContainEqual({ typed: 'invocie', read: 'invoice' });
    expect(why.weighedMost.length).toBeGreaterThan(0);
    expect(why.match.candidates.length).toBeGreaterThan(1);
    expect(why.gate.map(({ signal }) => signal)).toContain('score');
  });

  test('sums the dimensions of meaning up when it says why', () => {
    const features = matcher
      .explain('when does my bonus run out', 'en')
      .weighedMost.map(({ feature }) => feature);
    expect(features.filter((feature) => feature.startsWith('@'))).toEqual([]);
    expect(features).toContain('meaning of the words');
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
});
