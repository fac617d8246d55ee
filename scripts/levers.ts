import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import { slipChinese } from '../bench/nlu/slips/chinese-slips.ts';
import { slipEnglish } from '../bench/nlu/slips/english-slips.ts';
import { addSlips } from '../bench/nlu/slips/slip.ts';
import { CHINESE_WEIGHTS, createChineseAnalyzer } from '../faq/analyze-chinese.ts';
import { createEnglishAnalyzer, ENGLISH_WEIGHTS } from '../faq/analyze-english.ts';
import { createEngine, trainEngineModel } from '../faq/engine.ts';
import type { Analyzer } from '../faq/features.ts';
import { inspectQuestions, isDouble, type Language, normalize, parseCorpus } from '../faq/index.ts';
import { findLeading } from '../faq/leading.ts';
import { createRandom } from '../faq/random.ts';
import { createSpeller, type Speller } from '../faq/spelling.ts';
import { createSynonyms } from '../faq/synonyms.ts';
import { isAnswerable, listTopics, type Topic } from '../faq/topics.ts';
import { countEnglishWords } from '../faq/train.ts';
import { readEnglishVectors } from '../faq/word-vectors.ts';
import { CONTENT_FOLDER, QUESTIONS_FOLDER } from './model-store.ts';

/** What the worth of a lever is measured by: the share of held-out questions whose best candidate is right. */
const SEED = 20251202;
const toTraditional = Converter({ from: 'cn', to: 't' });

type Change = (text: string) => string;

const corpus = parseCorpus(CONTENT_FOLDER);
const speller = createSpeller(countEnglishWords(corpus));
const idle: Speller = { findCorrection: () => undefined };
const synonyms = {
  zh: createSynonyms(corpus.synonyms.zh, false),
  en: createSynonyms(corpus.synonyms.en, true),
};
const vectors = readEnglishVectors();

const LEVERS: Readonly<Record<Language, Readonly<Record<string, Analyzer>>>> = {
  zh: {
    'all of them': createChineseAnalyzer(speller, synonyms.zh),
    'without pinyin': createChineseAnalyzer(speller, synonyms.zh, { ...CHINESE_WEIGHTS, pinyin: 0 }),
    'without synonyms': createChineseAnalyzer(speller, synonyms.zh, { ...CHINESE_WEIGHTS, concepts: 0 }),
    'without spelling of Latin words': createChineseAnalyzer(idle, synonyms.zh),
  },
  en: {
    'all of them': createEnglishAnalyzer(speller, synonyms.en, vectors),
    'without spelling': createEnglishAnalyzer(idle, synonyms.en, vectors),
    'without meaning': createEnglishAnalyzer(speller, synonyms.en, vectors, {
      ...ENGLISH_WEIGHTS,
      meaning: 0,
    }),
    'without loose pairs': createEnglishAnalyzer(speller, synonyms.en, vectors, {
      ...ENGLISH_WEIGHTS,
      loosePairs: 0,
    }),
    'without characters': createEnglishAnalyzer(speller, synonyms.en, vectors, {
      ...ENGLISH_WEIGHTS,
      characters: 0,
    }),
    'without synonyms': createEnglishAnalyzer(speller, synonyms.en, vectors, {
      ...ENGLISH_WEIGHTS,
      concepts: 0,
    }),
  },
};

const CHANGES: Readonly<Record<Language, Readonly<Record<string, () => Change>>>> = {
  zh: {
    'as typed': () => (text) => text,
    '1 slip': () => withSlips('zh', 1),
    '2 slips': () => withSlips('zh', 2),
    traditional: () => toTraditional,
    pinyin: () => (text) => pinyin(text, { toneType: 'none', nonZh: 'consecutive' }),
  },
  en: {
    'as typed': () => (text) => text,
    '1 slip': () => withSlips('en', 1),
    '2 slips': () => withSlips('en', 2),
  },
};

/** The same slips for every lever: each column draws from its own seed anew. */
function withSlips(language: Language, count: number): Change {
  const random = createRandom(SEED);
  return (text) => addSlips(text, count, language === 'zh' ? slipChinese : slipEnglish, random);
}

const { questions } = inspectQuestions(QUESTIONS_FOLDER);
for (const language of ['zh', 'en'] as const) {
  const topics = listTopics(corpus, language);
  const asked = questions.filter(
    (one) => one.language === language && one.ids.length === 1 && !isDouble(one),
  );
  const columns = Object.keys(CHANGES[language]);
  process.stdout.write(`\n| ${language}, ${asked.length} questions | ${columns.join(' | ')} |\n`);
  process.stdout.write(`| --- |${' --: |'.repeat(columns.length)}\n`);
  for (const [lever, analyze] of Object.entries(LEVERS[language])) {
    const examples = topics.flatMap(({ phrasings }, label) =>
      phrasings.map((phrasing) => ({ analysis: analyze(normalize(phrasing)), label })),
    );
    const engine = createEngine(trainEngineModel(examples, topics.length), analyze);
    const shares = Object.values(CHANGES[language]).map((createChange) => {
      const change = createChange();
      const right = asked.filter(({ text, ids }) => {
        const { scores } = engine.score(normalize(change(text)));
        const [best = 0] = findLeading(scores, 1, (label) => isAnswerable(topics[label] as Topic));
        return topics[best]?.id === ids[0];
      });
      return ((100 * right.length) / asked.length).toFixed(1);
    });
    process.stdout.write(`| ${lever} | ${shares.join(' | ')} |\n`);
  }
}
