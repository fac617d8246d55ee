import type { Scores } from './engine.ts';
import { type LogisticModel, predictLogistic } from './logistic.ts';
import { BACKGROUND, isAnswerable, type Topic } from './topics.ts';

/** Sharpens the softmax over scores that mostly lie between -1.5 and 1.5. */
const SOFTMAX_SHARPNESS = 4;
/** How much the nearest phrasing helps the linear score. */
const NEAREST_WEIGHT = 0.3;
/** Margins beyond this are all one. */
const WIDEST_MARGIN = 1;
/** More candidates than a clarifying question can offer are of no use. */
const MOST_CANDIDATES = 5;

/** One class that the bot could deliver, with what speaks for it. */
export interface RankedTopic {
  readonly label: number;
  readonly score: number;
  /** What the gate looks at; see `signalsOf`. */
  readonly signals: readonly number[];
}

/** The names of the signals, for `explain`. */
export const SIGNAL_NAMES = [
  'score',
  'margin over the best other topic',
  'margin over the background',
  'softmax share',
  'cosine of the nearest phrasing of all',
  'cosine of its own nearest phrasing',
  'nearest phrasing is its own',
  'known share of the question',
  'score of the background',
  'score of the best decoy',
  'cosine of the nearest decoy',
] as const;

/** The best deliverable classes by score, ties by id, which is the order of labels. */
export function rankTopics(topics: readonly Topic[], scores: Scores): readonly RankedTopic[] {
  const labels = topics.flatMap((topic, label) => (isAnswerable(topic) ? [label] : []));
  const scoreOf = (label: number) => combinedScore(scores, label);
  return labels
    .sort((a, b) => scoreOf(b) - scoreOf(a) || a - b)
    .slice(0, MOST_CANDIDATES)
    .map((label) => ({ label, score: scoreOf(label), signals: signalsOf(topics, scores, label) }));
}

/**
 * The calibrated probabilities, 0 to 1, that each class is what the customer means: the gate speaks for the
 * first, and the others fall off from it with their scores.
 */
export function confidencesOf(gate: LogisticModel, ranked: readonly RankedTopic[]): readonly number[] {
  const top = ranked[0];
  if (!top) return [];
  const first = predictLogistic(gate, top.signals);
  return ranked.map(({ score }) => first * Math.exp(SOFTMAX_SHARPNESS * (score - top.score)));
}

/** Beyond a clear lead, or a clear defeat, more of it says nothing. */
function clip(margin: number): number {
  return Math.max(-WIDEST_MARGIN, Math.min(WIDEST_MARGIN, margin));
}

/** The linear score, helped by the nearest phrasing: close to a known phrasing the neighbour knows better. */
export function combinedScore({ linear, cosines }: Scores, label: number): number {
  return (linear[label] as number) + NEAREST_WEIGHT * (cosines[label] as number);
}

function signalsOf(topics: readonly Topic[], scores: Scores, label: number): readonly number[] {
  const score = combinedScore(scores, label);
  let bestOther = -Infinity;
  let bestDecoy = -Infinity;
  let nearestDecoy = 0;
  let nearest = 0;
  let background = 0;
  let softmax = 0;
  for (const [other, topic] of topics.entries()) {
    const otherScore = combinedScore(scores, other);
    const cosine = scores.cosines[other] as number;
    softmax += Math.exp(SOFTMAX_SHARPNESS * (otherScore - score));
    nearest = Math.max(nearest, cosine);
    if (topic.id === BACKGROUND) background = otherScore;
    if (other !== label && topic.id !== BACKGROUND) bestOther = Math.max(bestOther, otherScore);
    if (topic.kind === 'decoy') {
      bestDecoy = Math.max(bestDecoy, otherScore);
      nearestDecoy = Math.max(nearestDecoy, cosine);
    }
  }
  const own = scores.cosines[label] as number;
  return [
    score,
    clip(score - bestOther),
    clip(score - background),
    1 / softmax,
    nearest,
    own,
    own > 0 && own === nearest ? 1 : 0,
    scores.vector.knownShare,
    background,
    Math.max(bestDecoy, -2),
    nearestDecoy,
  ];
}
