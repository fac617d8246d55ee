import type { Corpus, Language } from '../faq/index.ts';
import type { Decision } from './decide.ts';
import { WORDING } from './replies/wording.ts';
import type { Reply, ReplyAction } from './turn.ts';

/** What a reply needs to know besides the decision. */
export interface RenderContext {
  readonly language: Language;
  /** The decoy that the question came nearest to, if it did. */
  readonly decoy?: string;
  readonly isWordless: boolean;
  /** Turns in a row without an answer, this one included. */
  readonly misses: number;
  /** Another question of the same message was answered. */
  readonly isBesideAnswer: boolean;
}

export interface Renderer {
  render(decision: Decision, context: RenderContext): Reply;
  /** The bot's first word, with what customers ask most. */
  greet(language: Language): Reply;
  /** The reply to a turn that failed. */
  apologize(language: Language): Reply;
  /** How a choice reads. */
  titleOf(id: string, language: Language): string;
}

/** From this many misses in a row on, the person comes first. */
const MISSES_TILL_PERSON = 2;
/** So many articles a greeting offers where the store names none. */
const MOST_ASKED_COUNT = 4;

/** Turns decisions into published answers and fixed wording, and nothing else. */
export function createRenderer(corpus: Corpus): Renderer {
  const articles = new Map(corpus.articles.map((article) => [article.id, article]));
  const decoys = new Map(corpus.decoys.map((decoy) => [decoy.id, decoy]));
  const { store } = corpus;
  const mostAsked =
    store.mostAsked.length > 0
      ? store.mostAsked
      : corpus.articles.slice(0, MOST_ASKED_COUNT).map(({ id }) => id);

  const titleOf = (id: string, language: Language) =>
    articles.get(id)?.[language].title ?? WORDING[language].choiceTitles[id] ?? id;

  const toPerson = (language: Language): readonly ReplyAction[] => [
    { kind: 'link', title: WORDING[language].callAction(store), url: `tel:${store.hotline}` },
    { kind: 'link', title: WORDING[language].mailAction, url: `mailto:${store.mailbox}` },
  ];
  const withPerson = (language: Language, sentence: string) =>
    `${sentence}\n\n${WORDING[language].person(store)}`;
  const relatedTo = (id: string, language: Language): readonly ReplyAction[] =>
    (articles.get(id)?.related ?? []).map((related) => ({ kind: 'say', title: titleOf(related, language) }));
  const smalltalk = (id: string, language: Language): string => {
    const wording = WORDING[language];
    if (id === 'smalltalk.thanks') return wording.thanks;
    if (id === 'smalltalk.bye') return wording.bye(store);
    return id === 'smalltalk.bot' ? wording.whoAnswers(store) : wording.greeting(store);
  };
  const fallbackSentence = (context: RenderContext): string => {
    const { language, decoy, isWordless, misses, isBesideAnswer } = context;
    const wording = WORDING[language];
    const subject = decoy === undefined ? undefined : decoys.get(decoy)?.[language].subject;
    if (isBesideAnswer) return subject === undefined ? wording.notHere : wording.notHereOn(subject);
    if (subject !== undefined) return wording.fallbackOn(subject);
    if (misses >= MISSES_TILL_PERSON) return wording.personFirst;
    return isWordless ? wording.wordless : wording.fallback;
  };

  const content = (
    decision: Decision,
    context: RenderContext,
  ): Pick<Reply, 'markdown' | 'actions' | 'version'> => {
    const { language, misses } = context;
    const wording = WORDING[language];
    const articleId = decision.ids.find((id) => articles.has(id));
    const article = articleId === undefined ? undefined : articles.get(articleId);
    switch (decision.kind) {
      case 'answer':
      case 'account': {
        const answer = article?.[language].answer.trim() ?? '';
        const markdown = decision.kind === 'account' ? `${wording.ownRecord}\n\n${answer}` : answer;
        const actions = articleId === undefined ? [] : relatedTo(articleId, language);
        return { markdown, actions, ...(article ? { version: article.version } : {}) };
      }
      case 'clarify': {
        const choices = decision.ids.map((id) => ({ kind: 'say' as const, title: titleOf(id, language) }));
        if (misses < MISSES_TILL_PERSON) return { markdown: wording.clarify, actions: choices };
        const markdown = `${withPerson(language, wording.personFirst)}\n\n${wording.clarify}`;
        return { markdown, actions: [...toPerson(language), ...choices] };
      }
      case 'handoff':
        return { markdown: withPerson(language, wording.handoff), actions: toPerson(language) };
      case 'smalltalk':
        return { markdown: smalltalk(decision.ids[0] ?? '', language), actions: [] };
      case 'fallback':
        return { markdown: withPerson(language, fallbackSentence(context)), actions: toPerson(language) };
    }
  };

  return {
    titleOf,
    render: (decision, context) => ({
      language: context.language,
      decision: decision.kind,
      ids: decision.ids,
      ...content(decision, context),
    }),
    greet: (language) => ({
      language,
      decision: 'smalltalk',
      ids: ['smalltalk.greeting'],
      markdown: WORDING[language].greeting(store),
      actions: mostAsked.map((id) => ({ kind: 'say', title: titleOf(id, language) })),
    }),
    apologize: (language) => ({
      language,
      decision: 'fallback',
      ids: [],
      markdown: withPerson(language, WORDING[language].apology),
      actions: toPerson(language),
    }),
  };
}
