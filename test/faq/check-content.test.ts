import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkQuestions, inspectCorpus, inspectQuestions, parseCorpus } from '../../faq/index.ts';
import { CONTENT_FOLDER, QUESTIONS_FOLDER } from '../../scripts/model-store.ts';
import { checkedContent, smallQuestions, writeFiles } from './small-content.ts';

const files = checkedContent();
let root: string;
let content: string;
let questions: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'content-'));
  content = join(root, 'content');
  questions = join(root, 'questions');
  writeFiles(content, files);
  writeFiles(questions, smallQuestions());
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const edit = (file: string, from: string | RegExp, to: string) => {
  const path = join(content, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
};
const faultsIn = (contentFolder: string, questionsFolder: string) => {
  const { corpus, faults } = inspectCorpus(contentFolder);
  const held = inspectQuestions(questionsFolder);
  return [...faults, ...held.faults, ...(corpus ? checkQuestions(corpus, held) : [])];
};
const faultsOf = () => faultsIn(content, questions);

describe('the content check', () => {
  test('finds nothing in the corpus as published', () => {
    expect(faultsIn(CONTENT_FOLDER, QUESTIONS_FOLDER)).toEqual([]);
  });

  test('finds nothing in the part of it that the other tests break', () => {
    expect(faultsOf()).toEqual([]);
  });

  test('reports faults of several files at once, each with place and cure', () => {
    edit('articles/points.use.yaml', /related: .*/, 'related: [points.nowhere]');
    edit('articles/invoice.lost.yaml', /^en:/m, 'english:');
    edit('store.yaml', /mailbox: .*/, 'mailbox: nobody');
    const faults = faultsOf();
    expect(faults.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['articles/invoice.lost.yaml', 'store.yaml']),
    );
    for (const { fault, cure } of faults) expect([fault, cure]).not.toContain('');
  });

  test.each([
    [
      'a related article that does not exist',
      'articles/points.use.yaml',
      /related: .*/,
      'related: [points.nowhere]',
      'related.0',
    ],
    [
      'a dead link',
      'articles/purchase.channels.yaml',
      /\(https:\/\/www\.imask\.com\.cn\)/,
      '(www.imask)',
      'zh.answer',
    ],
    [
      'a phrasing that stands twice',
      'articles/points.use.yaml',
      /phrasings:\n/,
      'phrasings:\n    - 积分怎么花呀\n    - 积分怎么花呀！\n',
      'zh.phrasings',
    ],
    [
      'a most asked article that does not exist',
      'store.yaml',
      /mostAsked: .*/,
      'mostAsked: [points.nowhere]',
      'mostAsked.0',
    ],
    ['a missing language', 'articles/points.use.yaml', /^en:/m, 'english:', ''],
    ['YAML that cannot be read', 'articles/points.use.yaml', /^zh:/m, 'zh: [', 'line'],
    ['a name that is not the id', 'articles/points.use.yaml', /^id: .*/, 'id: points.spend', 'id'],
  ])('finds %s', (_, file, from, to, field) => {
    edit(file, from, to);
    expect(faultsOf()).toContainEqual(
      expect.objectContaining({ file, field: expect.stringContaining(field) }),
    );
  });

  test('finds a test question among the phrasings', () => {
    const [question] = inspectQuestions(questions).questions.filter(
      ({ file }) => file === 'zh/points.use.yaml',
    );
    edit('articles/points.use.yaml', /phrasings:\n/, `phrasings:\n    - ${JSON.stringify(question?.text)}\n`);
    expect(faultsOf()).toContainEqual(
      expect.objectContaining({ file: 'articles/points.use.yaml', field: 'zh.phrasings' }),
    );
  });

  test('finds an unknown id in a conversation', () => {
    const talk =
      '- kind: detail\n  turns: [{ text: a, ids: [points.use] }, { text: b, ids: [points.nowhere] }]\n';
    writeFileSync(join(questions, 'en', 'conversations.yaml'), talk);
    expect(faultsOf()).toContainEqual(expect.objectContaining({ file: 'questions/en/conversations.yaml' }));
  });

  test('lets a later turn be a phrasing where it leans on the turns before it, not where it is a new question', () => {
    const [article] = parseCorpus(content).articles;
    const phrasing = JSON.stringify(article?.en.phrasings[0]);
    const talk = (kind: string) =>
      `- kind: ${kind}\n  turns: [{ text: a, ids: [] }, { text: ${phrasing}, ids: [${article?.id}] }]\n`;
    writeFileSync(join(questions, 'en', 'conversations.yaml'), talk('follow-up'));
    expect(faultsOf()).toEqual([]);
    writeFileSync(join(questions, 'en', 'conversations.yaml'), talk('switch'));
    expect(faultsOf()).toContainEqual(expect.objectContaining({ file: `articles/${article?.id}.yaml` }));
  });

  test('finds a conversation of one turn', () => {
    writeFileSync(
      join(questions, 'en', 'conversations.yaml'),
      '- { kind: detail, turns: [{ text: a, ids: [] }] }\n',
    );
    expect(faultsOf()).toContainEqual(expect.objectContaining({ file: 'en/conversations.yaml' }));
  });

  test('finds an article without questions', () => {
    writeFileSync(join(questions, 'en', 'points.use.yaml'), '[]\n');
    expect(faultsOf()).toContainEqual(expect.objectContaining({ file: 'questions/en/points.use.yaml' }));
  });

  test('stops a start with the whole report', () => {
    edit('store.yaml', /mailbox: .*/, 'mailbox: nobody');
    expect(() => parseCorpus(content)).toThrow(/store\.yaml: mailbox\n {2}fault: .*\n {2}cure:/);
  });
});
