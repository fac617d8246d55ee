import { expect, test } from '@jest/globals';
import { detectLanguage } from '../../faq/detect-language.ts';
import { splitPinyin, syllablesOfHan } from '../../faq/pinyin.ts';

test.each([
  ['fapiao', ['fa', 'piao']],
  ['zenme', ['zen', 'me']],
  ['shuang', ['shuang']],
])('%s is split into its syllables', (letters, syllables) => {
  expect(splitPinyin(letters)).toEqual(syllables);
});

test.each([
  ['xianshi', ['xian', 'shi']],
  ['fangan', ['fang', 'an']],
  ['tiangan', ['tian', 'gan']],
])('%s is split with the longest syllables first', (letters, syllables) => {
  expect(splitPinyin(letters)).toEqual(syllables);
});

test('English words are not pinyin', () => {
  expect(splitPinyin('refund')).toBeUndefined();
});

test('a polyphone is read by its word', () => {
  expect(syllablesOfHan('重庆')).toEqual(['chong', 'qing']);
});

test.each([
  ['发票 when?', 'zh'],
  ['fapiao zenme kai', 'zh'],
  ['can I get an invoice', 'en'],
  ['12345 ??', undefined],
  ['👍', undefined],
])('the language of %j is %s', (utterance, language) => {
  const english = new Set(['can', 'i', 'get', 'an', 'invoice']);
  expect(detectLanguage(utterance, (word) => english.has(word))).toBe(language);
});
