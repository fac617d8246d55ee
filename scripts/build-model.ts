import { ContentError, parseCorpus } from '../faq/index.ts';
import { buildModel, CONTENT_FOLDER, findMatcher, MODEL_FILE } from './model-store.ts';

try {
  const corpus = parseCorpus(CONTENT_FOLDER);
  const file = process.argv.find((word) => word.startsWith('--out='))?.slice(6) ?? MODEL_FILE;
  if (process.argv.includes('--if-changed') && findMatcher(corpus, file)) process.exit(0);
  buildModel(corpus, file);
  process.stderr.write(`Wrote ${file} for corpus ${corpus.hash.slice(0, 12)}.\n`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
