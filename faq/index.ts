export type { Corpus, Store } from './article.ts';
export { checkQuestions } from './check-questions.ts';
export { trainClassifier } from './classifier.ts';
export { inspectCorpus, parseCorpus } from './corpus.ts';
export { ContentError, formatFaults } from './fault.ts';
export { LANGUAGES, type Language } from './language.ts';
export { type Candidate, createMatcher, type Explanation, type Matcher } from './matcher.ts';
export { decodeModels, encodeModels } from './model-file.ts';
export { normalize, toKey, toSimplified } from './normalize.ts';
export {
  type HeldOut,
  type HeldOutConversation,
  type HeldOutQuestion,
  inspectQuestions,
  isDouble,
} from './questions.ts';
export { trainModels } from './train.ts';
