import type { Corpus } from './article.ts';
import { confidencesOf, rankTopics, SIGNAL_NAMES } from './confidence.ts';
import { detectLanguage } from './detect-language.ts';
import { createEngine, type Scores } from './engine.ts';
import type { Language } from './language.ts';
import { findLeading } from './leading.ts';
import { normalize, toKey } from './normalize.ts';
import type { Policy } from './policy.ts';
import { BACKGROUND, isAnswerable, listTopics } from './topics.ts';
import { countEnglishWords, createAnalyzer, type Models } from './train.ts';
import { findWeighedMost, type WeighedFeature } from './weighed-features.ts';

/** A class that could be what the customer means. */
export interface Candidate {
  readonly id: string;
  /** Calibrated, 0 to 1, higher is better. */
  readonly confidence: number;
  /** The engine's raw number. */
  readonly score: number;
}

/** What an utterance was found to mean. */
export interface Match {
  readonly language: Language;
  readonly question: string;
  /** Deliverable classes, best first. */
  readonly candidates: readonly Candidate[];
  /** The id of the decoy that the question clearly belongs to, where there is one. */
  readonly decoy?: string;
  /** The question is one of the store's topic words, or another word for it, and nothing more. */
  readonly isBareTopic: boolean;
  /** Another walk of life claims the question so clearly that asking back would only puzzle. */
  readonly isElsewhere: boolean;
  /** Where answering and asking back begin. */
  readonly policy: Policy;
}

/** Why a match came out as it did, for a person. */
export interface Explanation {
  readonly match: Match;
  readonly corrections: readonly { readonly typed: string; readonly read: string }[];
  /** The features that weighed most for the best candidate. */
  readonly weighedMost: readonly WeighedFeature[];
  readonly gate: readonly { readonly signal: string; readonly value: number }[];
}

export interface Matcher {
  /** The language of the utterance, or `fallback` where it has none of its own. */
  detectLanguage(utterance: string, fallback: Language): Language;
  match(utterance: string, language: Language): Match;
  explain(utterance: string, language: Language): Explanation;
}

const MOST_FEATURES_EXPLAINED = 8;
/** A decoy that is only the least unlikely class does not name the subject of the question. */
const LEAST_DECOY_SCORE = -0.3;
/** So far must the background lead over the best candidate to claim a question. */
const CLEAR_LEAD = 0.6;

/** Makes trained models ready for questions. The corpus must be the one that the models were trained on. */
export function createMatcher(corpus: Corpus, models: Models): Matcher {
  const englishWords = countEnglishWords(corpus);
  const matchers = {
    zh: createLanguageMatcher(corpus, models, 'zh'),
    en: createLanguageMatcher(corpus, models, 'en'),
  };
  return {
    detectLanguage: (utterance, fallback) =>
      detectLanguage(utterance, (word) => englishWords.has(word)) ?? fallback,
    match: (utterance, language) => matchers[language].match(utterance),
    explain: (utterance, language) => matchers[language].explain(utterance),
  };
}

function createLanguageMatcher(corpus: Corpus, models: Models, language: Language) {
  const { engine: engineModel, gate, policy } = models[language];
  const topics = listTopics(corpus, language);
  const engine = createEngine(engineModel, createAnalyzer(corpus, language));
  const exact = new Map<string, string>();
  for (const topic of topics.filter(isAnswerable)) {
    for (const phrasing of topic.phrasings) exact.set(toKey(phrasing), topic.id);
  }

  const topicWords = new Set(corpus.synonyms[language].flat().map(toKey));

  const judge = (utterance: string) => {
    const question = normalize(utterance);
    const scores = engine.score(question);
    const ranking = rankTopics(topics, scores);
    const known = exact.get(question.replaceAll(' ', ''));
    const confidences = confidencesOf(gate, ranking);
    const candidates = ranking.topics
      .map((one, place) => {
        const id = topics[one.label]?.id ?? '';
        // A phrasing of the corpus, word for word, needs no probability.
        return { id, confidence: id === known ? 1 : (confidences[place] ?? 0), score: one.score };
      })
      .sort((a, b) => b.confidence - a.confidence || b.score - a.score);
    const decoy = findDecoy(scores);
    const isBareTopic = topicWords.has(question.replaceAll(' ', ''));
    const match: Match = {
      language,
      question,
      candidates,
      isBareTopic,
      isElsewhere: known === undefined && isElsewhere(scores, ranking.topics[0]?.score ?? 0),
      policy,
      ...(decoy && !known ? { decoy } : {}),
    };
    return { match, scores, ranking };
  };

  const background = topics.findIndex(({ id }) => id === BACKGROUND);
  const isElsewhere = ({ scores }: Scores, best: number) =>
    background >= 0 && (scores[background] as number) - best > CLEAR_LEAD;

  const findDecoy = ({ scores }: Scores): string | undefined => {
    const [best = 0] = findLeading(scores, 1);
    const isClaimed = (scores[best] as number) > LEAST_DECOY_SCORE;
    return isClaimed && topics[best]?.kind === 'decoy' ? topics[best]?.id : undefined;
  };

  return {
    match: (utterance: string) => judge(utterance).match,
    explain(utterance: string): Explanation {
      const { match, scores, ranking } = judge(utterance);
      const top = ranking.topics[0];
      const { whole } = scores.vector;
      const weighedMost = top ? findWeighedMost(engineModel, whole, top.label, MOST_FEATURES_EXPLAINED) : [];
      const gateSignals = SIGNAL_NAMES.map((signal, at) => ({ signal, value: ranking.signals[at] ?? 0 }));
      return { match, corrections: scores.analysis.corrections, weighedMost, gate: gateSignals };
    },
  };
}
