import { describe, expect, test } from '@jest/globals';
import { parseOptions } from '../../../bench/nlu/options.ts';

describe('the command line', () => {
  test('asks everything where only the folder is named', () => {
    expect(parseOptions(['--data', 'sets'])).toMatchObject({
      folder: 'sets',
      step: 1,
      contestants: ['ours', 'natural', 'fuse.js', 'minisearch', 'node-nlp'],
      trainBudgetMs: 900_000,
      askBudgetMs: 600_000,
    });
  });

  test('chooses sets and contestants, in the order of the report', () => {
    const words = ['--data', '.', '--only', 'banking77,own-zh', '--contestants', 'nlp,fuse,ours', '--quick'];
    expect(parseOptions(words)).toMatchObject({
      sets: ['own-zh', 'banking77'],
      contestants: ['ours', 'fuse.js', 'node-nlp'],
      step: 10,
    });
  });

  test.each([
    [[], '--data'],
    [['--data', '.', '--only', 'clinc'], '--only clinc'],
    [['--data', '.', '--contestants', 'lucene'], '--contestants lucene'],
    [['--data', '.', '--ask-minutes', 'soon'], '--ask-minutes soon'],
    [['--data', '.', '--dat', 'x'], '--dat'],
  ])('refuses %j and names %s', (words, named) => {
    expect(parseOptions(words)).toEqual({ fault: expect.stringContaining(named) });
  });
});
