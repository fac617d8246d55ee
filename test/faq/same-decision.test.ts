import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Corpus, createMatcher, decodeModels, encodeModels, trainModels } from '../../faq/index.ts';
import { contentForTraining, writeFiles } from './small-content.ts';
import { decideAll, type Outcome, readCorpus, trainAndDecide } from './train-and-decide.ts';
import { utterances } from './utterances.ts';

const ROOT = join(import.meta.dirname, '../..');
const TRAIN_AND_DECIDE = `
  import { trainAndDecide } from './test/faq/train-and-decide.ts';
  process.stdout.write(JSON.stringify(trainAndDecide(process.argv[1])));
`;

describe('the same corpus gives the same decision', () => {
  let root: string;
  let folder: string;
  const files = contentForTraining();
  let corpus: Corpus;
  let outcome: Outcome;

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'same-decision-'));
    folder = join(root, 'content');
    writeFiles(folder, files);
    corpus = readCorpus(folder);
    outcome = trainAndDecide(folder);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.each([
    ['far to the east, in Turkish', { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ['in UTC, in no language', { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }],
  ])('in another process %s, to the byte', async (_, locale) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', TRAIN_AND_DECIDE, folder],
      { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '', ...locale }, maxBuffer: 2 ** 28 },
    );
    expect(JSON.parse(stdout)).toEqual(outcome);
  });

  test('in whatever order its files were written', () => {
    const orders = fc.shuffledSubarray([...files], { minLength: files.length });
    fc.assert(
      fc.property(orders, (shuffled) => {
        const other = mkdtempSync(join(root, 'shuffled-'));
        writeFiles(other, shuffled);
        expect(readCorpus(other)).toEqual(corpus);
      }),
      { numRuns: 5 },
    );
  });

  test('in whatever order its articles, intents and decoys come', () => {
    const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
    const corpora = fc.record({
      articles: shuffled(corpus.articles),
      intents: shuffled(corpus.intents),
      decoys: shuffled(corpus.decoys),
    });
    fc.assert(
      fc.property(corpora, (topics) => {
        const model = encodeModels(trainModels({ ...corpus, ...topics }), corpus.hash);
        expect(Buffer.from(model).toString('base64')).toBe(outcome.model);
      }),
      { numRuns: 3 },
    );
  });

  test('whether the model was trained just now or read from a file', () => {
    const trained = trainModels(corpus);
    const read = decodeModels(encodeModels(trained, corpus.hash), corpus.hash);
    if (!read) throw new Error('The model that was just encoded cannot be decoded.');
    const [fresh, stored] = [createMatcher(corpus, trained), createMatcher(corpus, read)];
    fc.assert(
      fc.property(utterances, (text) => {
        expect(decideAll(stored, [text])).toBe(decideAll(fresh, [text]));
      }),
    );
  });
});
