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

  const cueWordOf = (family: string, language: Language): string | undefined => {
    const titles = corpus.articles
      .filter(({ id }) => familyOf(id) === family)
      .map((one) => one[language].title);
    const heading = words[language].find(
      (word) =>
        word.family === family &&
        titles.filter((title) => hasAny(title, word.wordings, language)).length > titles.length / 2,
    );
    return heading?.wordings[0];
  };

  return {
    familiesIn: (text, language) =>
      new Set(
        words[language]
          .filter(({ wordings }) => hasAny(text, wordings, language))
          .map(({ family }) => family),
      ),
    cueOf: (id, language) => cueWordOf(familyOf(id), language) ?? titleOf(id, language),
  };
}

/** The most frequent first. */
function findTopicWords(corpus: Corpus, language: Language): readonly TopicWord[] {
  const unanswered = corpus.decoys.flatMap((decoy) => decoy[language].phrasings);
  return corpus.synonyms[language]
    .flatMap((wordings) => {
      const has = (phrasing: string) => hasAny(phrasing, wordings, language);
      const counts = new Map<string, number>();
      for (const topic of [...corpus.articles, ...corpus.intents]) {
        const count = topic[language].phrasings.filter(has).length;
        counts.set(familyOf(topic.id), (counts.get(familyOf(topic.id)) ?? 0) + count);
      }
      const [family, count] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0]);
      const answered = [...counts.values()].reduce((sum, one) => sum + one, 0);
      const all = answered + unanswered.filter(has).length;
      const isOwn = count >= answered * LEAST_SHARE_OF_ANSWERED && count >= all * LEAST_SHARE_OF_ALL;
      return isOwn && count >= FEWEST_PHRASINGS ? [{ family, wordings, count }] : [];
    })
    .sort((a, b) => b.count - a.count);
}

function hasAny(text: string, wordings: readonly string[], language: Language): boolean {
  const question = normalize(text);
  const sought = language === 'zh' ? question.replaceAll(' ', '') : ` ${question} `;
  return wordings.some((wording) =>
    sought.includes(language === 'zh' ? wording.toLowerCase() : ` ${wording.toLowerCase()} `),
  );
}
