import type { Corpus } from './article.ts';
import { rankTopics } from './confidence.ts';
import { createEngine, type EngineModel, type Example, trainEngineModel } from './engine.ts';
import { type Analyzer, createChineseAnalyzer, createEnglishAnalyzer, createSynonyms } from './features.ts';
import { LANGUAGES, type Language } from './language.ts';
import { type LogisticExample, type LogisticModel, trainLogistic } from './logistic.ts';
import { normalize } from './normalize.ts';
import { choosePolicy, type Policy, type Trial } from './policy.ts';
import { createRandom, shuffle } from './random.ts';
import { createSpeller } from './spelling.ts';
import { isAnswerable, listTopics, type Topic } from './topics.ts';

/** What is learned for one language. */
export interface LanguageModel {
  readonly engine: EngineModel;
  readonly gate: LogisticModel;
  readonly policy: Policy;
}

export type Models = Readonly<Record<Language, LanguageModel>>;

/** `done` of `total` steps, for a progress line. */
export type OnProgress = (done: number, total: number, step: string) => void;

const FOLDS = 6;
const SEED = 7;
/** Unanswerable trials weigh this much of the answerable ones, about as in a store's traffic. */
const UNANSWERABLE_SHARE = 0.25;

/** Trains every language. The result depends on the corpus alone. */
export function trainModels(corpus: Corpus, onProgress: OnProgress = () => undefined): Models {
  const total = LANGUAGES.length * (FOLDS + 1);
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
    : createEnglishAnalyzer(speller, synonyms);
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
  const trials = runTrials(topics, examples, analyze, step);
  const gate = trainLogistic(weigh(trials));
  const policy = choosePolicy(gate, trials);
  const engine = trainEngineModel(examples, topics.length);
  step('final');
  return { engine, gate, policy };
}

/**
 * Cross-validation for the gate: in each fold a fifth of the phrasings and a fifth of the decoys, whole, are
 * held out, so that the gate sees what it should answer, and neighbours that nobody told it of.
 */
function runTrials(
  topics: readonly Topic[],
  examples: readonly Example[],
  analyze: Analyzer,
  step: (name: string) => void,
): readonly Trial[] {
  const random = createRandom(SEED);
  const phrasingFold = shuffle(
    examples.map((_, number) => number % FOLDS),
    random,
  );
  const topicFold = shuffle(
    topics.map((_, label) => label % FOLDS),
    random,
  );
  const trials: Trial[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHeldOutTopic = (label: number) => topics[label]?.kind === 'decoy' && topicFold[label] === fold;
    const isTest = (number: number, label: number) => phrasingFold[number] === fold || isHeldOutTopic(label);
    const engineModel = trainEngineModel(
      examples.filter(({ label }, number) => !isTest(number, label)),
      topics.length,
    );
    const engine = createEngine(engineModel, analyze);
    for (const [number, { analysis, label }] of examples.entries()) {
      if (!isTest(number, label)) continue;
      const topic = topics[label] as Topic;
      const isAnswered = isAnswerable(topic) && !isHeldOutTopic(label);
      const ranked = rankTopics(topics, engine.scoreAnalysis(analysis));
      trials.push({ ranked, ...(isAnswered ? { expected: label } : {}) });
    }
    step(`fold ${fold + 1} of ${FOLDS}`);
  }
  return trials;
}

function weigh(trials: readonly Trial[]): readonly LogisticExample[] {
  const answered = trials.filter(({ expected }) => expected !== undefined).length;
  const unanswerableWeight = (UNANSWERABLE_SHARE * answered) / Math.max(trials.length - answered, 1);
  return trials.flatMap(({ ranked, expected }) =>
    ranked.slice(0, 1).map(({ label, signals }) => ({
      inputs: signals,
      isTrue: label === expected,
      weight: expected === undefined ? unanswerableWeight : 1,
    })),
  );
}
