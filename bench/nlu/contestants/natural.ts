// The one file: the library's root loads three database clients and prints a banner.
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import { chineseTerms } from '../chinese-terms.ts';
import type { Contestant } from '../contestant.ts';

/** The class of the examples that belong to no class. */
const UNANSWERABLE = '(unanswerable)';

/** The naive Bayes classifier of `natural`. */
export const natural: Contestant = {
  name: 'natural',
  describeSettings: (language) =>
    language === 'zh'
      ? 'BayesClassifier on characters and pairs'
      : 'BayesClassifier with its Porter stemmer and stop words',
  async train(examples, unanswerable, language) {
    const take = (text: string) => (language === 'zh' ? chineseTerms(text) : text);
    const classifier = new BayesClassifier();
    for (const { text, label } of examples) classifier.addDocument(take(text), label);
    for (const text of unanswerable) classifier.addDocument(take(text), UNANSWERABLE);
    classifier.train();
    return {
      ask(text) {
        const classes = classifier.getClassifications(take(text));
        const best = classes.find(({ label }) => label !== UNANSWERABLE);
        if (!best) return { label: undefined, confidence: 0 };
        const total = classes.reduce((sum, { value }) => sum + value, 0);
        return { label: best.label, confidence: total > 0 ? best.value / total : 0 };
      },
    };
  },
};
