import { describe, expect, test } from '@jest/globals';
import { growCorpus } from '../../../bench/growth/grow-corpus.ts';
import { ACTIONS, CIRCUMSTANCES, FRAMES, KINDS } from '../../../bench/growth/vocabulary.ts';
import { LANGUAGES, normalize, toKey } from '../../../faq/index.ts';
import { storeCorpus } from '../../faq/corpus-fixture.ts';

const plan = { articles: 60, phrasings: 20, questions: 150, seed: 4 };
const grow = (changes: Partial<typeof plan> = {}) => growCorpus(storeCorpus(), { ...plan, ...changes });
const grown = grow();

describe('a grown corpus', () => {
  test('is the same for the same plan, and another for another seed', () => {
    expect(grow()).toEqual(grown);
    expect(grow({ seed: 5 }).corpus.hash).not.toBe(grown.corpus.hash);
  });

  test('has the articles, phrasings and questions of the plan', () => {
    expect(grown.corpus.articles).toHaveLength(60);
    for (const { zh, en } of grown.corpus.articles) {
      expect(new Set(zh.phrasings).size).toBe(20);
      expect(new Set(en.phrasings).size).toBe(20);
    }
    expect(grown.questions).toHaveLength(150);
    expect(grown.questions.filter(({ language }) => language === 'zh')).toHaveLength(75);
  });

  test.each(LANGUAGES)('says nothing twice in %s, be it article, decoy or question', (language) => {
    const phrasings = [
      ...grown.corpus.articles.flatMap((article) => [
        article[language].title,
        ...article[language].phrasings,
      ]),
      ...grown.corpus.decoys.flatMap((decoy) => [decoy[language].subject, ...decoy[language].phrasings]),
    ].map(toKey);
    expect(new Set(phrasings).size).toBe(phrasings.length);
    const questions = grown.questions.filter((question) => question.language === language);
    const asked = questions.map(({ text }) => toKey(text));
    expect(asked.filter((key) => phrasings.includes(key))).toEqual([]);
  });

  test('has articles that share most of their words with others', () => {
    const words = grown.corpus.articles.map(
      ({ en }) => new Set(en.phrasings.flatMap((phrasing) => normalize(phrasing).split(' '))),
    );
    const shared = words.map((own, at) => {
      const others = new Set(words.flatMap((other, place) => (place === at ? [] : [...other])));
      return [...own].filter((word) => others.has(word)).length / own.size;
    });
    expect(Math.min(...shared)).toBeGreaterThan(0.8);
  });

  test('takes everything else from its base', () => {
    const { intents, background, synonyms, store } = storeCorpus();
    expect(grown.corpus).toMatchObject({ intents, background, synonyms, store });
  });

  test('fewer questions than articles are spread over them', () => {
    const { questions } = grow({ questions: 30 });
    expect(new Set(questions.map(({ id }) => id)).size).toBe(30);
  });

  test('too large for the vocabulary is refused', () => {
    expect(() => grow({ articles: 1_000_000, questions: 0 })).toThrow(RangeError);
  });
});

describe('the vocabulary', () => {
  test.each([
    ['kinds', KINDS],
    ['actions', ACTIONS],
    ['circumstances', CIRCUMSTANCES],
    ['frames', [FRAMES]],
  ])('has no two %s that are said alike', (_, concepts) => {
    for (const language of LANGUAGES) {
      const ways = concepts.flatMap((concept) => concept[language]);
      expect(new Set(ways).size).toBe(ways.length);
    }
  });
});
