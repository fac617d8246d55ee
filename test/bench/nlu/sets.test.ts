import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { toQuestionSet } from '../../../bench/nlu/sets/own-sets.ts';
import { readPublicSet } from '../../../bench/nlu/sets/public-sets.ts';
import type { HeldOutQuestion } from '../../../faq/index.ts';
import { storeCorpus } from '../../faq/corpus-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'bench-sets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const one = [{ t: 'a question', l: 'a class' }];

describe('a public set', () => {
  test('has validation only where something is out of scope', () => {
    writeFileSync(join(folder, 'banking77.json'), JSON.stringify({ train: one, val: one, test: one }));
    writeFileSync(
      join(folder, 'clinc150.json'),
      JSON.stringify({ train: one, val: one, test: one, oosTrain: one, oosTest: one }),
    );
    expect(readPublicSet(folder, 'banking77')).toMatchObject({ validation: [], outOfScope: [] });
    expect(readPublicSet(folder, 'clinc150')).toMatchObject({
      validation: [{ text: 'a question', label: 'a class' }],
      unanswerable: ['a question'],
      outOfScope: ['a question'],
    });
  });

  test('that is not there is named', () => {
    expect(readPublicSet(folder, 'braun-chatbot')).toEqual({
      fault: expect.stringContaining('braun-chatbot.json'),
    });
  });

  test('of another shape is named, with what is missing', () => {
    writeFileSync(join(folder, 'braun-askubuntu.json'), '{"train": []}');
    expect(readPublicSet(folder, 'braun-askubuntu')).toEqual({ fault: expect.stringContaining('test') });
  });
});

describe('the own set', () => {
  const question = (text: string, ids: readonly string[], file = 'en/x.yaml'): HeldOutQuestion => ({
    language: 'en',
    text,
    ids,
    file,
  });
  const questions = [
    ...Array.from({ length: 10 }, (_, number) => question(`question ${number}`, ['points.what'])),
    question('two at once', ['points.what', 'points.use'], 'en/doubles.yaml'),
    question('two ways to ask one', ['points.what'], 'en/doubles.yaml'),
    question('the weather', []),
    { ...question('天气', []), language: 'zh' as const },
  ];
  const set = toQuestionSet('own-en', storeCorpus(), questions);

  test('splits its questions in halves that share none', () => {
    const texts = [...set.validation, ...set.test].map(({ text }) => text);
    expect(set.validation).toHaveLength(5);
    expect(new Set(texts).size).toBe(10);
  });

  test('leaves out what asks two things, and other languages', () => {
    expect([...set.validation, ...set.test].map(({ text }) => text)).not.toContain('two ways to ask one');
    expect(set.outOfScope).toEqual(['the weather']);
  });

  test('learns articles and intents as classes, decoys and background as unanswerable', () => {
    const labels = new Set(set.examples.map(({ label }) => label));
    expect(labels).toContain('points.what');
    expect(labels).toContain('handoff');
    expect([...labels].filter((label) => label.startsWith('decoy.'))).toEqual([]);
    expect(set.unanswerable).toEqual(expect.arrayContaining([storeCorpus().background.en[0]]));
  });
});
