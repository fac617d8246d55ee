import type { Corpus } from './article.ts';
import type { Language } from './language.ts';

/** What a class of the classifier stands for. */
export type TopicKind = 'article' | 'intent' | 'decoy' | 'background';

/** One class of the classifier and the ways to say it. */
export interface Topic {
  readonly id: string;
  readonly kind: TopicKind;
  readonly phrasings: readonly string[];
}

/** The id of the class that stands for every other walk of life. */
export const BACKGROUND = 'background';

/** All classes of a language, sorted by id; an article's title and a decoy's subject are phrasings, too. */
export function listTopics(corpus: Corpus, language: Language): readonly Topic[] {
  const topics: Topic[] = [
    ...corpus.articles.map((article) => ({
      id: article.id,
      kind: 'article' as const,
      phrasings: [article[language].title, ...article[language].phrasings],
    })),
    ...corpus.intents.map(({ id, [language]: text }) => ({
      id,
      kind: 'intent' as const,
      phrasings: text.phrasings,
    })),
    ...corpus.decoys.map(({ id, [language]: text }) => ({
      id,
      kind: 'decoy' as const,
      // What it is about is a way to ask for it, unless the phrasings have that already.
      phrasings: text.phrasings.includes(text.subject) ? text.phrasings : [text.subject, ...text.phrasings],
    })),
    { id: BACKGROUND, kind: 'background', phrasings: corpus.background[language] },
  ];
  return topics.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** True for what the bot can deliver: an article, the own record, a person, small talk. */
export function isAnswerable(topic: Topic): boolean {
  return topic.kind === 'article' || topic.kind === 'intent';
}
