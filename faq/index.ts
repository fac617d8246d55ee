export type { Article, Corpus, Decoy, Store } from './article.ts';
export { byId, inspectCorpus, parseCorpus } from './corpus.ts';
export { ContentError, type Fault, formatFaults } from './fault.ts';
export { LANGUAGES, type Language } from './language.ts';
export { type Candidate, createMatcher, type Explanation, type Match, type Matcher } from './matcher.ts';
export { decodeModels, encodeModels } from './model-file.ts';
export { normalize, toKey } from './normalize.ts';
export { type HeldOutQuestion, inspectQuestions } from './questions.ts';
export { trainModels } from './train.ts';
