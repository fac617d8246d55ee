import { describe, expect, it } from '@jest/globals';
import { languageOf, otherLanguage, texts } from '../../../web/widget/texts.ts';

describe('the texts', () => {
  it.each([
    ['zh-CN', 'zh'],
    ['zh-Hant-TW', 'zh'],
    ['EN-gb', 'en'],
    ['fr', 'zh'],
    ['', 'zh'],
    [undefined, 'zh'],
  ])('chooses for %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });

  it('leads from every language to another one, and names it in that language', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(otherLanguage(language)).not.toBe(language);
      expect(/[一-鿿]/.test(texts[language].switchLanguage)).toBe(otherLanguage(language) === 'zh');
    }
  });
});
