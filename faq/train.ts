import { createChineseAnalyzer } from './analyze-chinese.ts';
import { createEnglishAnalyzer } from './analyze-english.ts';
import type { Corpus } from './article.ts';
import { type EngineModel, trainEngineModel } from './engine.ts';
import type { Analyzer } from './features.ts';
import { trainGate } from './gate.ts';
import { LANGUAGES, type Language } from './language.ts';
import type { LogisticModel } from './logistic.ts';
import { normalize } from './normalize.ts';
import { choosePolicy, type Policy } from './policy.ts';
import { createSpeller } from './spelling.ts';
import { createSynonyms } from './synonyms.ts';
import { listTopics } from './topics.ts';
import { countFolds, runTrials } from './trials.ts';
import { readEnglishVectors } from './word-vectors.ts';

/** What is learned for one language. */
export interface LanguageModel {
  readonly engine: EngineModel;
  readonly gate: LogisticModel;
  readonly policy: Policy;
}

export type Models = Readonly<Record<Language, LanguageModel>>;

/** `done` of `total` steps, for a progress line. */
export type OnProgress = (done: number, total: number, step: string) => void;

/** Trains every language. The result depends on the corpus alone. */
export function trainModels(corpus: Corpus, onProgress: OnProgress = () => undefined): Models {
  const stepsOf = (language: Language) =>
    countFolds(listTopics(corpus, language).flatMap(({ phrasings }) => phrasings).length) + 1;
  const total = LANGUAGES.reduce((sum, language) => sum + stepsOf(language), 0);
  let done = 0;
  const step = (name: string) => onProgress(++done, total, name);
  const train = (language: Language) =>
    trainLanguage(corpus, language, (name) => step(`${language}: ${name}`));
  return { zh: train('zh'), en: train('en') };
}

/** The analyzer of a language; the corpus alone decides on it, so it is made anew and not stored. */
export function createAnalyzer(corpus: Corpus, language: Language): Analyzer {
  const speller = createSpeller(countEnglishWords(corpus));
  const synonyms = createSynonyms(corpus.synonyms[language], language === 'en');
  return language === 'zh'
    ? createChineseAnalyzer(speller, synonyms)
    : createEnglishAnalyzer(speller, synonyms, readEnglishVectors());
}

/** How often each English word stands in the phrasings. */
export function countEnglishWords(corpus: Corpus): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, phrasings } of listTopics(corpus, 'en')) {
    if (kind === 'background') continue;
    for (const word of phrasings.flatMap((phrasing) => normalize(phrasing).split(' '))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

function trainLanguage(corpus: Corpus, language: Language, step: (name: string) => void): LanguageModel {
  const topics = listTopics(corpus, language);
  const analyze = createAnalyzer(corpus, language);
  const examples = topics.flatMap(({ phrasings }, label) =>
    phrasings.map((phrasing) => ({ analysis: analyze(normalize(phrasing)), label })),
  );
  const trials = runTrials(topics, examples, analyze, ({ kind }) => kind === 'decoy', step);
  const gate = trainGate(trials);
  const policy = choosePolicy(gate, trials);
  const engine = trainEngineModel(examples, topics.length);
  step('final');
  return { engine, gate, policy };
}
