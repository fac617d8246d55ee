import { type Language, type Matcher, toKey } from '../../faq/index.ts';
import type { ConversationState } from '../turn.ts';
import { findChosen } from './choosing.ts';
import { isBareOrderNumber } from './order-number.ts';
import type { Part } from './part.ts';
import { wantsPerson } from './person-wanted.ts';
import { readQuestions } from './questions.ts';
import { isOwnRecord, type TopicWords } from './topic-words.ts';

/** What an utterance was found to say. */
export interface Understanding {
  readonly language: Language;
  /** The utterance has neither letters nor digits: emoji, punctuation. */
  readonly isWordless: boolean;
  /** What the customer means for certain: a choice that was taken, or the order behind a number. */
  readonly chosen?: string;
  /** A person is asked for in so many words, whatever else is said. */
  readonly wantsPerson: boolean;
  /** The questions in the order asked; one where the utterance is not to be split. */
  readonly parts: readonly Part[];
}

interface UnderstandDeps {
  readonly matcher: Matcher;
  readonly topicWords: TopicWords;
  /** The id of the article or intent that has this title in any language. */
  readonly findByTitle: (key: string) => string | undefined;
}

/** Finds the language, the questions in an utterance, and what each could mean. */
export function understand(
  utterance: string,
  state: ConversationState,
  pageLanguage: Language,
  { matcher, topicWords, findByTitle }: UnderstandDeps,
): Understanding {
  const isWordless = toKey(utterance) === '';
  const chosen =
    findChosen(utterance, state.offered) ??
    findByTitle(toKey(utterance)) ??
    (isBareOrderNumber(utterance) ? findOpenRecord(state) : undefined);
  const hasOwnLanguage = /\p{L}/u.test(utterance.normalize('NFKC').replace(/\bIM(?=[\s\d])/giu, ''));
  const usual = chosen === undefined ? pageLanguage : state.language;
  const language = hasOwnLanguage ? matcher.detectLanguage(utterance, pageLanguage) : usual;
  const read = (text: string): Part => {
    const { candidates, policy, decoy, isBareTopic, isElsewhere } = matcher.match(text, language);
    return { text, candidates, isBareTopic, isElsewhere, ...policy, ...(decoy ? { decoy } : {}) };
  };
  const parts = isWordless ? [] : readQuestions(utterance, language, state, topicWords, read);
  return {
    language,
    isWordless,
    wantsPerson: wantsPerson(utterance),
    parts,
    ...(chosen === undefined ? {} : { chosen }),
  };
}

/** The own record that an order number is given for: the one last asked about, the order itself where there is none. */
function findOpenRecord({ offered, topics }: ConversationState): string {
  const asked = [...offered, ...topics.map(({ id }) => id)];
  return asked.find((id) => id !== undefined && isOwnRecord(id)) ?? 'account.order';
}
