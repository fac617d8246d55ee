import { createDialogue, type Dialogue } from '../../bot/create-dialogue.ts';
import { findMatcher } from '../../scripts/model-store.ts';
import { storeCorpus } from '../faq/corpus-fixture.ts';

let dialogue: Dialogue | undefined;

/** The dialogue over this store's corpus and its stored model, made once a test file. */
export function storeDialogue(): Dialogue {
  if (!dialogue) {
    const corpus = storeCorpus();
    const matcher = findMatcher(corpus);
    if (!matcher) throw new Error('The stored model is not of this corpus: npm run build:model');
    dialogue = createDialogue(corpus, matcher);
  }
  return dialogue;
}
