import {
  type Corpus,
  createMatcher,
  encodeModels,
  inspectCorpus,
  LANGUAGES,
  type Matcher,
  trainModels,
} from '../../faq/index.ts';

const ASKED = [
  '积分会过期吗',
  '發票弄丟了點辦',
  'fapiao diu le zenme ban',
  '密码忘了 12345',
  '转人工',
  'do my points ever expire',
  'I lost my invocie',
  'İs it possible to exchange this?',
  '今天天气怎么样',
  '',
];

/** Everything that a corpus leads to: the model as it is stored, and what is decided by it. */
export interface Outcome {
  /** In base64. */
  readonly model: string;
  readonly decisions: string;
}

/** The corpus of a content folder that may have too few phrasings to be published. */
export function readCorpus(folder: string): Corpus {
  const { corpus } = inspectCorpus(folder);
  if (!corpus) throw new Error(`${folder} holds no corpus.`);
  return corpus;
}

/** Reads the content folder, trains on it and asks. */
export function trainAndDecide(folder: string): Outcome {
  const corpus = readCorpus(folder);
  const models = trainModels(corpus);
  return {
    model: Buffer.from(encodeModels(models, corpus.hash)).toString('base64'),
    decisions: decideAll(createMatcher(corpus, models), ASKED),
  };
}

/** What is found for each text, in both languages, as one text to compare. */
export function decideAll(matcher: Matcher, texts: readonly string[]): string {
  return JSON.stringify(
    texts.flatMap((text) =>
      LANGUAGES.map((language) => [matcher.detectLanguage(text, language), matcher.match(text, language)]),
    ),
  );
}
