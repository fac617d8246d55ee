import { beforeAll, describe, expect, it } from '@jest/globals';
import { CONTENT_FOLDER } from '../../../../scripts/model-store.ts';
import { readStoreQuestions, type StoreQuestions } from '../../../../scripts/web/store-questions.ts';
import { toSuggestibles } from '../../../../scripts/web/suggestibles.ts';
import { createSuggester } from '../../../../web/widget/suggestions/suggest.ts';
import type { Suggester } from '../../../../web/widget/suggestions/suggestible.ts';

let store: StoreQuestions;
let zh: Suggester;
let en: Suggester;

beforeAll(() => {
  store = readStoreQuestions(CONTENT_FOLDER);
  zh = createSuggester(toSuggestibles(store, 'zh'));
  en = createSuggester(toSuggestibles(store, 'en'));
});

describe('suggestions as one types', () => {
  it('find every title by its first characters, its pinyin and its initials', () => {
    const spoken = toSuggestibles(store, 'zh');
    for (const { title, pinyin: [syllables = ''] = [] } of spoken) {
      const words = syllables.split(' ');
      expect(zh(title.slice(0, 4))).toContain(title);
      expect(zh(words.slice(0, 3).join(''))).toContain(title);
      expect(zh(words.slice(0, 3).join(' '))).toContain(title);
      expect(
        zh(
          words
            .slice(0, 5)
            .map(([letter]) => letter)
            .join(''),
        ),
      ).toContain(title);
    }
    for (const {
      en: { title },
    } of store.articles)
      expect(en(title.slice(0, 12))).toContain(title);
  });

  it.each([
    ['退款多久', '取消订单后多久能收到退款？'],
    ['tuikuan', '取消订单后多久能收到退款？'],
    ['订单到哪了', '怎么查询订单？'],
    ['积分过期', '积分会过期吗？'],
  ])('know by the phrasings what is meant by %s', (typed, title) => {
    expect(zh(typed).slice(0, 2)).toContain(title);
  });

  it.each([
    ['refund alipay', 'How long does a refund take after I cancel?'],
    ['where is my order', 'How do I check my order?'],
    ['point expire', 'Do points expire?'],
  ])('put words together that do not stand together: %s', (typed, title) => {
    expect(en(typed)).toContain(title);
  });

  it('are four at most, each once, and none for what says nothing', () => {
    for (const typed of ['积分', '发票', '订单', 'points order', '的']) {
      const titles = [...zh(typed), ...en(typed)];
      expect(new Set(titles).size).toBe(titles.length);
      expect(zh(typed).length).toBeLessThanOrEqual(4);
    }
    expect(['', ' ', 'a', '?'].map(zh)).toEqual([[], [], [], []]);
  });
});
