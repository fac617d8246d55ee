import { type Corpus, parseCorpus } from '../../faq/index.ts';
import { CONTENT_FOLDER } from '../../scripts/model-store.ts';

let corpus: Corpus | undefined;

/** This store's corpus, read once a test file. */
export function storeCorpus(): Corpus {
  corpus ??= parseCorpus(CONTENT_FOLDER);
  return corpus;
}
