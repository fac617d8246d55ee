import { type Corpus, LANGUAGES, type Language, normalize } from '../../faq/index.ts';

/** The words by which customers name what they talk about. */
export interface TopicWords {
  /** The families that a text names. */
  familiesIn(text: string, language: Language): ReadonlySet<string>;
  /** The word that brings the topic of an article or intent back to mind; its title where no word does. */
  cueOf(id: string, language: Language): string;
}

interface TopicWord {
  readonly family: string;
  /** All wordings, the store's own first. */
  readonly wordings: readonly string[];
  readonly count: number;
}

/** A word names a family where nearly all answered phrasings that have it are of that family ... */
const LEAST_SHARE_OF_ANSWERED = 0.85;
/** ... and most of all phrasings, those that the store does not answer included. */
const LEAST_SHARE_OF_ALL = 0.6;
const FEWEST_PHRASINGS = 5;

/** The customer's own record stands with the articles on the same matter. */
const OWN_RECORDS: Readonly<Record<string, string>> = {
  'account.order': 'order',
  'account.refund': 'refund',
  'account.points': 'points',
  'account.invoice': 'invoice',
};

/** Whether an id stands for a record of the customer's own. */
export function isOwnRecord(id: string): boolean {
  return OWN_RECORDS[id] !== undefined;
}

/** What an id is about: `points.use` and `account.points` are of one family; each way into the account is its own. */
export function familyOf(id: string): string {
  const own = OWN_RECORDS[id];
  if (own !== undefined) return own;
  return id.startsWith('account.') ? id : id.replace(/\..*$/, '');
}

/** Learns from the corpus which of its synonyms name a family. */
export function createTopicWords(
  corpus: Corpus,
  titleOf: (id: string, language: Language) => string,
): TopicWords {
  const words = Object.fromEntries(
    LANGUAGES.map((language) => [language, findTopicWords(corpus, language)]),
  ) as Readonly<Record<Language, readonly TopicWord[]>>;

  const cues = Object.fromEntries(
    LANGUAGES.map((language) => [language, findCues(corpus, language, words[language])]),
  ) as Readonly<Record<Language, ReadonlyMap<string, string>>>;

  return {
    familiesIn(text, language) {
      const prepared = prepare(text, language);
      const named = words[language].filter(({ wordings }) => hasAny(prepared, wordings, language));
      return new Set(named.map(({ family }) => family));
    },
    cueOf: (id, language) => cues[language].get(familyOf(id)) ?? titleOf(id, language),
  };
}

/** The word of each family that stands in most of its titles. */
function findCues(
  corpus: Corpus,
  language: Language,
  words: readonly TopicWord[],
): ReadonlyMap<string, string> {
  const cues = new Map<string, string>();
  for (const { family, wordings } of words) {
    const titles = corpus.articles
      .filter(({ id }) => familyOf(id) === family)
      .map((article) => prepare(article[language].title, language));
    const isHeading = titles.filter((title) => hasAny(title, wordings, language)).length > titles.length / 2;
    if (isHeading && wordings[0] !== undefined && !cues.has(family)) cues.set(family, wordings[0]);
  }
  return cues;
}

/** The most frequent first. */
function findTopicWords(corpus: Corpus, language: Language): readonly TopicWord[] {
  const prepareAll = ({ phrasings }: { readonly phrasings: readonly string[] }) =>
    phrasings.map((phrasing) => prepare(phrasing, language));
  const unanswered = corpus.decoys.flatMap((decoy) => prepareAll(decoy[language]));
  const topics = [...corpus.articles, ...corpus.intents].map((topic) => ({
    family: familyOf(topic.id),
    phrasings: prepareAll(topic[language]),
  }));
  return corpus.synonyms[language]
    .flatMap((wordings) => {
      const has = (prepared: string) => hasAny(prepared, wordings, language);
      const counts = new Map<string, number>();
      for (const topic of topics) {
        const count = topic.phrasings.filter(has).length;
        counts.set(topic.family, (counts.get(topic.family) ?? 0) + count);
      }
      const [family, count] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0]);
      const answered = [...counts.values()].reduce((sum, one) => sum + one, 0);
      const all = answered + unanswered.filter(has).length;
      const isOwn = count >= answered * LEAST_SHARE_OF_ANSWERED && count >= all * LEAST_SHARE_OF_ALL;
      return isOwn && count >= FEWEST_PHRASINGS ? [{ family, wordings, count }] : [];
    })
    .sort((a, b) => b.count - a.count);
}

/** Whether a prepared text has one of the wordings. */
function hasAny(prepared: string, wordings: readonly string[], language: Language): boolean {
  return wordings.some((wording) => {
    const sought = wording.toLowerCase();
    return prepared.includes(language === 'zh' ? sought : ` ${sought} `);
  });
}

/** A text as wordings are looked for in it: Chinese without spaces, English with one around every word. */
function prepare(text: string, language: Language): string {
  const question = normalize(text);
  return language === 'zh' ? question.replaceAll(' ', '') : ` ${question} `;
}
