import { createDialogue, type Dialogue } from '../bot/create-dialogue.ts';
import type { OnExplained } from '../bot/explain-turn.ts';
import { ContentError, type Corpus, type Matcher, parseCorpus } from '../faq/index.ts';
import { CONTENT_FOLDER, ensureMatcher, requireMatcher } from './model-store.ts';

/** The dialogue over this store's corpus, with the model built first where it is out of date. */
export function loadDialogue(): {
  readonly corpus: Corpus;
  readonly matcher: Matcher;
  readonly dialogue: Dialogue;
} {
  const corpus = parseCorpus(CONTENT_FOLDER);
  const matcher = ensureMatcher(corpus);
  return { corpus, matcher, dialogue: createDialogue(corpus, matcher) };
}

/** The same for a server, which never trains: it must serve within a moment, and beside others. */
export function loadBuiltDialogue(onExplained?: OnExplained): Dialogue {
  const corpus = parseCorpus(CONTENT_FOLDER);
  return createDialogue(corpus, requireMatcher(corpus), onExplained);
}

/** Runs a command; a broken corpus ends it with the report, anything unexpected with its stack. */
export async function runCommand(command: () => Promise<void> | void): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${error instanceof ContentError ? error.message : (error as Error).stack}\n`);
    process.exitCode = 1;
  }
}
