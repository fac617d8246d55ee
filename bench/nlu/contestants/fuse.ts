import Fuse from 'fuse.js';
import { chineseTerms } from '../chinese-terms.ts';
import type { Contestant } from '../contestant.ts';
import { readHits } from '../read-hits.ts';

/** Chosen on validation among 0 to 0.8, as was token search over the plain one. */
const THRESHOLD = 0.2;

/** Fuzzy search by `fuse.js` over the examples; the best hit names the class. */
export const fuse: Contestant = {
  name: 'fuse.js',
  describeSettings: (language) =>
    `token search, ignoreLocation, threshold ${THRESHOLD}${language === 'zh' ? ', characters and pairs as tokens' : ''}`,
  async train(examples, unanswerable, language) {
    const items = [...examples, ...unanswerable.map((text) => ({ text, label: undefined }))];
    const index = new Fuse<(typeof items)[number]>(items, {
      keys: ['text'],
      includeScore: true,
      ignoreLocation: true,
      threshold: THRESHOLD,
      useTokenSearch: true,
      ...(language === 'zh' ? { tokenize: chineseTerms } : {}),
    });
    return {
      ask: (text) =>
        readHits(index.search(text).map(({ item, score }) => ({ label: item.label, similarity: 1 - score }))),
    };
  },
};
