import { ContentError, parseCorpus } from '../faq/index.ts';
import { buildModel, CONTENT_FOLDER, findMatcher, MODEL_FILE } from './model-store.ts';

try {
  const corpus = parseCorpus(CONTENT_FOLDER);
  if (process.argv.includes('--if-changed') && findMatcher(corpus)) process.exit(0);
  buildModel(corpus);
  process.stderr.write(`Wrote ${MODEL_FILE} for corpus ${corpus.hash.slice(0, 12)}.\n`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
