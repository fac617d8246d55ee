import { expect, it } from '@jest/globals';
import { languageOf } from '../../../web/widget/language-of.ts';

it.each([
  ['zh-CN', 'zh'],
  ['zh_Hant_TW', 'zh'],
  ['EN-gb', 'en'],
  ['fr', 'zh'],
  ['', 'zh'],
])('chooses for %s', (tag, language) => {
  expect(languageOf(tag, ['zh', 'en'])).toBe(language);
});
