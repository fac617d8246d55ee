import MiniSearch from 'minisearch';
import { chineseTerms } from '../chinese-terms.ts';
import type { Contestant } from '../contestant.ts';
import { readHits } from '../read-hits.ts';

/** Shorter terms are looked up as they are, as the documentation advises. */
const isLong = (term: string) => term.length > 3;

/** Full-text search by `minisearch` over the examples; the best hit names the class. */
export const minisearch: Contestant = {
  name: 'minisearch',
  describeSettings: (language) =>
    `OR, fuzzy 0.2 and prefix for terms of four letters or more${language === 'zh' ? ', characters and pairs as terms' : ''}`,
  async train(examples, unanswerable, language) {
    const tokenize = language === 'zh' ? chineseTerms : MiniSearch.getDefault('tokenize');
    const index = new MiniSearch<{ label: string | undefined }>({
      fields: ['text'],
      storeFields: ['label'],
      tokenize,
      searchOptions: { fuzzy: (term) => isLong(term) && 0.2, prefix: isLong, combineWith: 'OR' },
    });
    const documents = [...examples, ...unanswerable.map((text) => ({ text, label: undefined }))];
    index.addAll(documents.map((document, id) => ({ id, ...document })));
    return {
      ask(text) {
        // Scores grow with the question's length, so they compare between questions only by the term.
        const termCount = Math.max(1, tokenize(text).length);
        return readHits(
          index.search(text).map(({ label, score }) => ({ label, similarity: score / termCount })),
        );
      },
    };
  },
};
