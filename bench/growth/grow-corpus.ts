import { createHash } from 'node:crypto';
import { type Corpus, LANGUAGES, type Language } from '../../faq/index.ts';
import { createRandom } from '../../faq/random.ts';
import { slipChinese } from '../nlu/slips/chinese-slips.ts';
import { slipEnglish } from '../nlu/slips/english-slips.ts';
import { addSlips } from '../nlu/slips/slip.ts';
import { phraseSubject } from './phrase-subject.ts';
import { listSubjects, type Subject } from './subjects.ts';

/** A made-up help center: its corpus, and questions that are not among the phrasings. */
export interface GrownCorpus {
  readonly corpus: Corpus;
  readonly questions: readonly GrownQuestion[];
}

export interface GrownQuestion {
  readonly language: Language;
  readonly text: string;
  /** The article that answers it. */
  readonly id: string;
}

/** How much there is to be. */
export interface GrowthPlan {
  readonly articles: number;
  /** Of each article in each language, beside its title. */
  readonly phrasings: number;
  /** Half of them in each language. */
  readonly questions: number;
  readonly seed: number;
}

/** A tenth as many decoys as articles, with half as many phrasings. */
const DECOY_SHARE = 0.1;
const DECOY_PHRASINGS_SHARE = 0.5;
/** Every fourth question is mistyped, since looking up what was meant takes time as well. */
const SLIP_STEP = 4;

type Article = Corpus['articles'][number];

/** Grows a help center: articles and decoys are made up, everything else is the base's. The plan decides it all. */
export function growCorpus(base: Corpus, plan: GrowthPlan): GrownCorpus {
  const random = createRandom(plan.seed);
  const subjects = listSubjects(plan.articles + Math.ceil(plan.articles * DECOY_SHARE), plan.seed);
  const articles: Article[] = [];
  const questions: GrownQuestion[] = [];
  for (const [at, subject] of subjects.slice(0, plan.articles).entries()) {
    const write = (language: Language) => {
      const heldOutCount = countQuestions(plan, at, language);
      const [title = '', ...rest] = phraseSubject(
        subject,
        language,
        1 + plan.phrasings + heldOutCount,
        random,
      );
      for (const text of rest.slice(plan.phrasings)) questions.push({ language, text, id: subject.id });
      return { title, answer: title, phrasings: rest.slice(0, plan.phrasings) };
    };
    articles.push({ id: subject.id, zh: write('zh'), en: write('en'), related: [], version: '' });
  }
  const decoys = subjects.slice(plan.articles).map((subject) => growDecoy(subject, plan, random));
  const hash = createHash('sha256')
    .update(JSON.stringify([base.hash, articles, decoys]))
    .digest('hex');
  return {
    corpus: { ...base, articles, decoys, hash },
    questions: questions.map((question, at) => (at % SLIP_STEP === 0 ? mistype(question, random) : question)),
  };
}

/** Question number n is asked of article n, starting over where there are fewer articles, the languages in turns. */
function countQuestions({ articles, questions }: GrowthPlan, article: number, language: Language): number {
  let count = 0;
  for (let number = article; number < questions; number += articles) {
    if (LANGUAGES[number % LANGUAGES.length] === language) count += 1;
  }
  return count;
}

function growDecoy(subject: Subject, plan: GrowthPlan, random: () => number): Corpus['decoys'][number] {
  const write = (language: Language) => {
    const count = 1 + Math.ceil(plan.phrasings * DECOY_PHRASINGS_SHARE);
    const [about = '', ...phrasings] = phraseSubject(subject, language, count, random);
    return { subject: about, phrasings };
  };
  return { id: `decoy.${subject.id}`, zh: write('zh'), en: write('en') };
}

function mistype(question: GrownQuestion, random: () => number): GrownQuestion {
  const slip = question.language === 'zh' ? slipChinese : slipEnglish;
  return { ...question, text: addSlips(question.text, 1, slip, random) };
}
