import { join } from 'node:path';
import { parseCorpus } from '../../faq/index.ts';
import { type GrownCorpus, growCorpus } from './grow-corpus.ts';

const CONTENT_FOLDER = join(import.meta.dirname, '..', '..', 'faq', 'content');
const PHRASINGS = 20;
const QUESTIONS = 500;
const SEED = 20251203;

/** The help center of a size, the same in every process; intents, background and synonyms are this store's. */
export function growHelpCenter(articles: number): GrownCorpus {
  return growCorpus(parseCorpus(CONTENT_FOLDER), {
    articles,
    phrasings: PHRASINGS,
    questions: QUESTIONS,
    seed: SEED,
  });
}
