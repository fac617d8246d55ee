import { type Corpus, LANGUAGES, type Matcher, toKey } from '../faq/index.ts';
import { type Decision, decide } from './decide.ts';
import { explainTurn, type OnExplained } from './explain-turn.ts';
import type { TurnOutcome } from './handle-turn.ts';
import { remember } from './remember.ts';
import { createRenderer, type Renderer } from './render.ts';
import { WORDING } from './replies/wording.ts';
import type { ConversationState, Turn } from './turn.ts';
import { createTopicWords } from './understand/topic-words.ts';
import { type Understanding, understand } from './understand/understand.ts';

/** What one turn was understood as and decided on, beside its replies. */
export interface DialogueOutcome extends TurnOutcome {
  readonly understanding: Understanding;
  readonly decisions: readonly Decision[];
}

export interface Dialogue {
  handleTurn(turn: Turn, state: ConversationState): Promise<DialogueOutcome>;
  readonly renderer: Renderer;
}

/**
 * The conversation over one corpus: understand, decide, render, remember.
 * @param onExplained where it is given, every turn is explained to it
 */
export function createDialogue(corpus: Corpus, matcher: Matcher, onExplained?: OnExplained): Dialogue {
  const renderer = createRenderer(corpus);
  const topicWords = createTopicWords(corpus, renderer.titleOf);
  const findByTitle = indexTitles(corpus);

  return {
    renderer,
    async handleTurn({ conversationId, utterance, pageLanguage }, state) {
      const understanding = understand(utterance, state, pageLanguage, { matcher, topicWords, findByTitle });
      const decisions = decide(understanding);
      onExplained?.(conversationId, explainTurn(understanding, decisions, matcher));
      const { language, isWordless } = understanding;
      const next = remember(state, utterance, understanding, decisions);
      const hasAnswer = decisions.some(({ kind }) => kind !== 'fallback' && kind !== 'clarify');
      const replies = decisions.map((decision) => {
        const decoy = decision.kind === 'fallback' ? decision.part?.decoy : undefined;
        const context = { language, isWordless, misses: next.misses, isBesideAnswer: hasAnswer };
        return renderer.render(decision, { ...context, ...(decoy ? { decoy } : {}) });
      });
      return { understanding, decisions, replies, state: next };
    },
  };
}

function indexTitles(corpus: Corpus): (key: string) => string | undefined {
  const ids = new Map<string, string>();
  for (const language of LANGUAGES) {
    for (const article of corpus.articles) ids.set(toKey(article[language].title), article.id);
    for (const [id, title] of Object.entries(WORDING[language].choiceTitles)) ids.set(toKey(title), id);
  }
  return (key) => ids.get(key);
}
