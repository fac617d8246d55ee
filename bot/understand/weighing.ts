import type { Leaning } from './leaning.ts';
import { confidenceOf, type Part, sureAt, topConfidence, verySureAt } from './part.ts';
import { familyOf, isOwnRecord } from './topic-words.ts';

/** One text, read in three ways. */
export interface Readings {
  /** By itself. */
  readonly alone: Part;
  /** After the word for the earlier topic. */
  readonly cued: Part;
  /** After the whole earlier question. */
  readonly joined: Part;
}

/** A meaning in context must have this share of the confidence in the best one without. */
const LEAST_SUPPORT = { strong: 0.15, weak: 0.4 };
/** By itself the text must at least hint at what it is taken for: this share of what is needed to ask back. */
const LEAST_TRACE = 1 / 3;
const LEAST_HINT = 1 / 5;

/** Whether the text only repeats the earlier question, or puts another case of it. */
export function isSameCase(id: string, leaning: Leaning, { alone, cued, joined }: Readings): boolean {
  const asJoined = topConfidence(joined);
  if (leaning === 'repeat') return asJoined >= alone.answerAt;
  if (leaning !== 'detail') return false;
  if (alone.decoy !== undefined) return asJoined >= verySureAt(alone);
  if (asJoined >= sureAt(alone))
    return topConfidence(alone) < verySureAt(alone) || hasTrace(alone, id, LEAST_HINT);
  const agrees = cued.candidates[0]?.id === id && topConfidence(cued) >= verySureAt(alone);
  return agrees && asJoined >= alone.answerAt && topConfidence(alone) < alone.clarifyAt;
}

/** Whether enough speaks for the earlier answer, where the text by itself is not clear. */
export function isSupported(id: string, leaning: Leaning, { alone, cued, joined }: Readings): boolean {
  const asJoined = topConfidence(joined);
  if (asJoined < alone.answerAt) return false;
  const goesOn = leaning !== 'weak' && topConfidence(alone) < alone.answerAt;
  const agrees = cued.candidates[0]?.id === id && topConfidence(cued) >= alone.answerAt;
  const isTraced = agrees && hasTrace(alone, id, LEAST_TRACE);
  const isClaimed = alone.decoy !== undefined && leaning !== 'detail';
  if (goesOn && isTraced && !isClaimed && alone.candidates[0]?.id === id) return true;
  if (alone.decoy !== undefined || asJoined < verySureAt(alone)) return false;
  const isNear = confidenceOf(alone, id) >= LEAST_SUPPORT.weak * topConfidence(alone);
  return (goesOn && agrees) || (isTraced && isNear && topConfidence(alone) < sureAt(alone));
}

/** What else in the earlier topic's family the text asks for, where that is clear. */
export function findRelative(topicId: string, leaning: Leaning, readings: Readings): string | undefined {
  const { alone, cued } = readings;
  const family = familyOf(topicId);
  const best = alone.candidates[0];
  if (best === undefined || cued.decoy !== undefined) return undefined;
  if (alone.decoy !== undefined && topConfidence(cued) < verySureAt(alone)) return undefined;
  if (familyOf(best.id) === family && best.confidence >= alone.answerAt) return best.id;
  const support = leaning === 'weak' ? LEAST_SUPPORT.weak : LEAST_SUPPORT.strong;
  const [first] = cued.candidates
    .filter(({ id }) => familyOf(id) === family && supportOf(alone, id) >= support * best.confidence)
    .map(({ id }) => id)
    .sort((a, b) => fuse(readings, b) - fuse(readings, a));
  if (first === undefined || first === topicId || fuse(readings, first) < alone.answerAt) return undefined;
  if (leaning === 'weak') return first === best.id && best.confidence >= alone.clarifyAt ? first : undefined;
  if (best.confidence >= verySureAt(alone)) return undefined;
  // "Where is mine?" is about the record that the conversation is about.
  const isOwn = isOwnRecord(first) && isOwnRecord(best.id);
  const isClear = confidenceOf(cued, first) >= (isOwn ? alone.answerAt : sureAt(alone));
  return best.confidence < alone.answerAt || isClear ? first : undefined;
}

/** Two readings that agree are surer than either. */
export function fuse({ alone, cued, joined }: Readings, id: string): number {
  const inContext = Math.max(confidenceOf(cued, id), confidenceOf(joined, id));
  return 1 - (1 - confidenceOf(alone, id)) * (1 - inContext);
}

/** Whose record is meant, the words alone do not say: one own record speaks for another. */
function supportOf(alone: Part, id: string): number {
  if (!isOwnRecord(id)) return confidenceOf(alone, id);
  const own = alone.candidates.filter((candidate) => isOwnRecord(candidate.id));
  return Math.max(0, ...own.map(({ confidence }) => confidence));
}

function hasTrace(alone: Part, id: string, share: number): boolean {
  return confidenceOf(alone, id) >= share * alone.clarifyAt;
}
