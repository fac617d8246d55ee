import type { Corpus } from './article.ts';
import { fileOf } from './check-corpus.ts';
import type { Fault } from './fault.ts';
import { LANGUAGES, type Language } from './language.ts';
import { toKey } from './normalize.ts';
import { type HeldOut, type HeldOutQuestion, isDouble } from './questions.ts';
import { listTopics } from './topics.ts';

const FEWEST_QUESTIONS = 5;
const FEWEST_UNANSWERABLE = 60;

/** Everything that is wrong between the corpus and what is held out from it. */
export function checkQuestions(corpus: Corpus, { questions, conversations }: HeldOut): readonly Fault[] {
  return LANGUAGES.flatMap((language) => {
    const own = questions.filter((question) => question.language === language);
    const talks = conversations.filter((conversation) => conversation.language === language);
    const turns = talks.flatMap(({ file, turns: said }) => said.map((turn) => ({ ...turn, language, file })));
    // What leans on the turns before it may well be a phrasing, and first turns are not counted; a new question is.
    const changes = talks
      .filter(({ kind }) => kind === 'switch')
      .flatMap(({ file, turns: said }) => said.slice(1).map((turn) => ({ ...turn, language, file })));
    return [
      ...checkCounts(corpus, own, language),
      ...checkIds(corpus, [...own, ...turns]),
      ...checkLeaks(corpus, [...own, ...changes], language),
    ];
  });
}

function checkCounts(
  corpus: Corpus,
  questions: readonly HeldOutQuestion[],
  language: Language,
): readonly Fault[] {
  const singles = questions.filter((question) => !isDouble(question));
  const countOf = (id: string) => singles.filter(({ ids }) => ids[0] === id).length;
  const few = corpus.articles
    .filter(({ id }) => countOf(id) < FEWEST_QUESTIONS)
    .map(({ id }) => ({
      file: `questions/${language}/${id}.yaml`,
      field: '',
      fault: `${countOf(id)} test questions for this article, where at least ${FEWEST_QUESTIONS} are needed`,
      cure: 'have some written by a person who has not seen the phrasings',
    }));
  const unanswerable = singles.filter(({ ids }) => ids.length === 0).length;
  if (unanswerable >= FEWEST_UNANSWERABLE) return few;
  const lacking = {
    file: `questions/${language}/none.yaml`,
    field: '',
    fault: `${unanswerable} questions that must not be answered, where at least ${FEWEST_UNANSWERABLE} are needed`,
    cure: 'add what customers ask and the store does not answer',
  };
  return [...few, lacking];
}

function checkIds({ articles, intents }: Corpus, questions: readonly HeldOutQuestion[]): readonly Fault[] {
  const known = new Set([...articles, ...intents].map(({ id }) => id));
  return questions.flatMap(({ ids, file, text }) =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => ({
        file: `questions/${file}`,
        field: text,
        fault: `there is no article or intent ${id}`,
        cure: 'mend the id, or the name of the file',
      })),
  );
}

function checkLeaks(
  corpus: Corpus,
  questions: readonly HeldOutQuestion[],
  language: Language,
): readonly Fault[] {
  const places = new Map(
    listTopics(corpus, language).flatMap(({ id, kind, phrasings }) =>
      phrasings.map((phrasing) => [toKey(phrasing), fileOf(kind, id)] as const),
    ),
  );
  return questions.flatMap(({ text, file }) => {
    const place = places.get(toKey(text));
    if (place === undefined) return [];
    return [
      {
        file: place,
        field: `${language}.phrasings`,
        fault: `"${text}" is a test question of questions/${file}`,
        cure: 'remove the phrasing: a question that was trained on measures nothing',
      },
    ];
  });
}
