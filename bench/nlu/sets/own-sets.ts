import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  ContentError,
  type Corpus,
  type HeldOutQuestion,
  inspectQuestions,
  isDouble,
  type Language,
  parseCorpus,
} from '../../../faq/index.ts';
import type { LabelledText } from '../contestant.ts';
import type { QuestionSet } from './question-set.ts';
import { shuffled } from './shuffle.ts';

/** This store's corpus, a set a language. */
export const OWN_LANGUAGES = { 'own-zh': 'zh', 'own-en': 'en' } as const satisfies Record<string, Language>;

export type OwnSetId = keyof typeof OWN_LANGUAGES;

const TITLES = { zh: 'This help center, Chinese', en: 'This help center, English' } as const;
const FAQ_FOLDER = join(import.meta.dirname, '..', '..', '..', 'faq');
/** The second is there only while a fresh draw of questions waits to be merged. */
const QUESTION_FOLDERS = ['questions', 'fresh-questions'].map((name) => join(FAQ_FOLDER, name));
const SEED = 20251201;

/** Reads this store's corpus and its held-out questions. @throws ContentError where they have faults. */
export function readOwnSet(id: OwnSetId): QuestionSet {
  const questions = QUESTION_FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) => {
    const report = inspectQuestions(folder);
    if (report.faults.length > 0) throw new ContentError(report.faults);
    return report.questions;
  });
  return toQuestionSet(id, parseCorpus(join(FAQ_FOLDER, 'content')), questions);
}

/** Articles and intents are the classes; decoys and background have no answer. Half of the questions are validation. */
export function toQuestionSet(
  id: OwnSetId,
  corpus: Corpus,
  questions: readonly HeldOutQuestion[],
): QuestionSet {
  const language = OWN_LANGUAGES[id];
  const own = questions.filter((question) => question.language === language);
  const answerable = shuffled(own.flatMap(toLabelledText), SEED);
  const half = Math.ceil(answerable.length / 2);
  return {
    id,
    title: TITLES[language],
    language,
    examples: listExamples(corpus, language),
    unanswerable: [
      ...corpus.decoys.flatMap(({ [language]: { subject, phrasings } }) => [subject, ...phrasings]),
      ...corpus.background[language],
    ],
    validation: answerable.slice(0, half),
    test: answerable.slice(half),
    outOfScope: own.filter(({ ids }) => ids.length === 0).map(({ text }) => text),
    isAskedWithSlips: true,
    note: 'Half of the questions, drawn by seed, chose the threshold; the other half is judged.',
  };
}

function listExamples(corpus: Corpus, language: Language): readonly LabelledText[] {
  return [
    ...corpus.articles.flatMap(({ id, [language]: { title, phrasings } }) =>
      [title, ...phrasings].map((text) => ({ text, label: id })),
    ),
    ...corpus.intents.flatMap(({ id, [language]: { phrasings } }) =>
      phrasings.map((text) => ({ text, label: id })),
    ),
  ];
}

/** Messages with two questions are another matter. */
function toLabelledText({ text, ids, file }: HeldOutQuestion): readonly LabelledText[] {
  const [label, second] = ids;
  const isSingle = second === undefined && !isDouble({ file });
  return label !== undefined && isSingle ? [{ text, label }] : [];
}
