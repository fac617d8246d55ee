import type { Scores } from './engine.ts';
import { findLeading } from './leading.ts';
import { type LogisticModel, predictLogistic } from './logistic.ts';
import { BACKGROUND, isAnswerable, type Topic } from './topics.ts';

/** Sharpens the softmax over scores that mostly lie between -1.5 and 1.5. */
const SOFTMAX_SHARPNESS = 4;
/** Margins beyond this are all one. */
const WIDEST_MARGIN = 1;
/** More candidates than a clarifying question can offer are of no use. */
const MOST_CANDIDATES = 5;

/** One class that the bot could deliver, with what speaks for it. */
export interface RankedTopic {
  readonly label: number;
  readonly score: number;
}

/** The deliverable classes that a question could mean, and what the gate looks at. */
export interface Ranking {
  /** Best first; ties by id, which is the order of labels. */
  readonly topics: readonly RankedTopic[];
  /** What speaks for the first of them; see `SIGNAL_NAMES`. */
  readonly signals: readonly number[];
}

/** The names of the signals, for `explain`. */
export const SIGNAL_NAMES = [
  'score',
  'margin over the next answer',
  'margin over the best without an answer',
  'margin over the background',
  'softmax share',
  'cosine of the nearest phrasing of all',
  'cosine of its own nearest phrasing',
  'nearest phrasing is its own',
  'known share of the question',
  'score of the background',
  'score of the best without an answer',
  'cosine of the nearest without an answer',
  'length of the question',
] as const;

/** Ranks what could be delivered, and finds what speaks for the first. */
export function rankTopics(topics: readonly Topic[], found: Scores): Ranking {
  const leading = findLeading(found.scores, MOST_CANDIDATES, (label) => isAnswerable(topics[label] as Topic));
  const ranked = leading.map((label) => ({ label, score: found.scores[label] as number }));
  return { topics: ranked, signals: ranked[0] ? signalsOf(topics, found, ranked) : [] };
}

/**
 * The calibrated probabilities, 0 to 1, that each class is what the customer means: the gate speaks for the
 * first, and the others fall off from it with their scores.
 */
export function confidencesOf(gate: LogisticModel, { topics, signals }: Ranking): readonly number[] {
  const top = topics[0];
  if (!top) return [];
  const first = predictLogistic(gate, signals);
  return topics.map(({ score }) => first * Math.exp(SOFTMAX_SHARPNESS * (score - top.score)));
}

/** Beyond a clear lead, or a clear defeat, more of it says nothing. */
function clip(margin: number): number {
  return Math.max(-WIDEST_MARGIN, Math.min(WIDEST_MARGIN, margin));
}

function signalsOf(
  topics: readonly Topic[],
  { scores, cosines, vector }: Scores,
  ranked: readonly RankedTopic[],
): readonly number[] {
  const { label, score } = ranked[0] as RankedTopic;
  let bestDecoy = -WIDEST_MARGIN * 2;
  let nearestDecoy = 0;
  let nearest = 0;
  let background = 0;
  let softmax = 0;
  for (let other = 0; other < scores.length; other++) {
    const otherScore = scores[other] as number;
    const cosine = cosines[other] as number;
    const { id, kind } = topics[other] as Topic;
    softmax += Math.exp(SOFTMAX_SHARPNESS * (otherScore - score));
    if (cosine > nearest) nearest = cosine;
    if (id === BACKGROUND) background = otherScore;
    if (kind !== 'decoy') continue;
    if (otherScore > bestDecoy) bestDecoy = otherScore;
    if (cosine > nearestDecoy) nearestDecoy = cosine;
  }
  const own = cosines[label] as number;
  return [
    score,
    clip(score - (ranked[1]?.score ?? -WIDEST_MARGIN)),
    clip(score - bestDecoy),
    clip(score - background),
    1 / softmax,
    nearest,
    own,
    own > 0 && own === nearest ? 1 : 0,
    vector.knownShare,
    background,
    bestDecoy,
    nearestDecoy,
    Math.log(1 + vector.whole.indices.length),
  ];
}
