import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AdapterError } from '../bot/errors.ts';
import {
  type Corpus,
  createMatcher,
  decodeModels,
  encodeModels,
  type Matcher,
  trainModels,
} from '../faq/index.ts';

const ROOT = join(import.meta.dirname, '..');

/** The corpus of this store. */
export const CONTENT_FOLDER = join(ROOT, 'faq', 'content');
/** Held-out questions, never used as phrasings. */
export const QUESTIONS_FOLDER = join(ROOT, 'faq', 'questions');
/** The trained model, stamped with the hash of the corpus. */
export const MODEL_FILE = join(ROOT, 'build', 'model.bin');

/** The matcher of the stored model, or undefined where none fits the corpus. */
export function findMatcher(corpus: Corpus, file: string = MODEL_FILE): Matcher | undefined {
  try {
    const models = decodeModels(readFileSync(file), corpus.hash);
    return models && createMatcher(corpus, models);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The matcher of the stored model. @throws AdapterError where it was built for another corpus, or never. */
export function requireMatcher(corpus: Corpus): Matcher {
  const matcher = findMatcher(corpus);
  if (matcher) return matcher;
  throw new AdapterError('model.stale', 'The model is not of this corpus. Build it: npm run build:model');
}

/** Trains and writes the model in one step, so that no reader sees half a file. Progress goes to standard error. */
export function buildModel(corpus: Corpus, file: string = MODEL_FILE): Matcher {
  const models = trainModels(corpus, (done, total, step) => {
    process.stderr.write(`Training the matcher: ${done} of ${total} (${step})\n`);
  });
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, encodeModels(models, corpus.hash));
  renameSync(unfinished, file);
  return createMatcher(corpus, models);
}

/** The matcher, built first where the corpus has changed. A clean clone has no model yet. */
export function ensureMatcher(corpus: Corpus): Matcher {
  return findMatcher(corpus) ?? buildModel(corpus);
}
