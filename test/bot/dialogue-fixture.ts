import { createDialogue, type Dialogue } from '../../bot/create-dialogue.ts';
import { requireMatcher } from '../../scripts/model-store.ts';
import { storeCorpus } from '../faq/corpus-fixture.ts';

let dialogue: Dialogue | undefined;

/** The dialogue over this store's corpus and its stored model, made once a test file. */
export function storeDialogue(): Dialogue {
  if (!dialogue) {
    const corpus = storeCorpus();
    dialogue = createDialogue(corpus, requireMatcher(corpus));
  }
  return dialogue;
}
