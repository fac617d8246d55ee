import { trainClassifier } from '../../../faq/index.ts';
import type { Contestant } from '../contestant.ts';

/** This project's matcher, on examples in place of a corpus. */
export const ours: Contestant = {
  name: 'ours',
  describeSettings: () => 'as the help center uses it, without synonyms',
  async train(examples, unanswerable, language) {
    const classifier = trainClassifier(examples, { language, unanswerable });
    return { ask: (text) => classifier.classify(text) };
  },
};
