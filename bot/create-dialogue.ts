import { type Corpus, LANGUAGES, type Matcher, toKey } from '../faq/index.ts';
import { type Decision, decide } from './decide.ts';
import type { TurnOutcome } from './handle-turn.ts';
import { createRenderer, type Renderer } from './render.ts';
import { WORDING } from './replies/wording.ts';
import type { ConversationState, Turn } from './turn.ts';
import { type Understanding, understand } from './understand.ts';

/** What one turn was understood as and decided on, beside its replies. */
export interface DialogueOutcome extends TurnOutcome {
  readonly understanding: Understanding;
  readonly decisions: readonly Decision[];
}

export interface Dialogue {
  handleTurn(turn: Turn, state: ConversationState): Promise<DialogueOutcome>;
  readonly renderer: Renderer;
}

/** The conversation over one corpus: understand, decide, render, remember. */
export function createDialogue(corpus: Corpus, matcher: Matcher): Dialogue {
  const renderer = createRenderer(corpus);
  const findByTitle = indexTitles(corpus);

  return {
    renderer,
    async handleTurn({ utterance, pageLanguage }, state) {
      const understanding = understand(utterance, state, pageLanguage, { matcher, findByTitle });
      const decisions = decide(understanding);
      const { language, isWordless } = understanding;
      const misses = decisions.every(isMiss) ? state.misses + 1 : 0;
      const replies = decisions.map((decision, place) => {
        const decoy = decision.kind === 'fallback' ? understanding.parts[place]?.decoy : undefined;
        return renderer.render(decision, { language, isWordless, misses, ...(decoy ? { decoy } : {}) });
      });
      const offered = decisions.find(({ kind }) => kind === 'clarify')?.ids ?? [];
      const answered = decisions.filter(({ kind }) => kind === 'answer').flatMap(({ ids }) => ids);
      return { understanding, decisions, replies, state: { language, misses, offered, answered } };
    },
  };
}

function isMiss({ kind }: Decision): boolean {
  return kind === 'fallback' || kind === 'clarify';
}

function indexTitles(corpus: Corpus): (key: string) => string | undefined {
  const ids = new Map<string, string>();
  for (const language of LANGUAGES) {
    for (const article of corpus.articles) ids.set(toKey(article[language].title), article.id);
    for (const [id, title] of Object.entries(WORDING[language].choiceTitles)) ids.set(toKey(title), id);
  }
  return (key) => ids.get(key);
}
