import type { Candidate } from '../faq/index.ts';
import type { DecisionKind } from './turn.ts';
import type { Part } from './understand/part.ts';
import type { Understanding } from './understand/understand.ts';

/** What to do with one part of a turn. `ids` as in a reply: for `clarify` the choices. */
export interface Decision {
  readonly kind: DecisionKind;
  readonly ids: readonly string[];
  /** The confidence that it rests on, 0 to 1. */
  readonly confidence: number;
  /** The part that it decides on; absent where the turn as a whole decided. */
  readonly part?: Part;
}

/** A question back offers no more than this. */
const MOST_CHOICES = 3;
/** A choice this much less likely than the first is no help to the customer. */
const LEAST_CHOICE_SHARE = 0.12;

/** "Points" alone is no question; it is answered only where hardly anything else can be meant. */
const SURE_OF_BARE_TOPIC = 0.95;

/** The how-to that stands beside the customer's own record. */
const HOW_TO: Readonly<Record<string, string>> = {
  'account.order': 'order.status',
  'account.refund': 'refund.time',
  'account.points': 'points.check',
  'account.invoice': 'invoice.delivery',
};

/** Decides on every part; a person comes first where one was asked for. */
export function decide(understanding: Understanding): readonly Decision[] {
  if (understanding.chosen !== undefined) return [deliver({ id: understanding.chosen, confidence: 1 })];
  if (understanding.isWordless) return [fallback(0)];
  const decisions = understanding.parts.map(decidePart);
  if (!understanding.wantsPerson || decisions.some(({ kind }) => kind === 'handoff')) return decisions;
  const handoff: Decision = { kind: 'handoff', ids: ['handoff'], confidence: 1 };
  const answered = decisions.length > 1 ? decisions.filter(({ kind }) => kind === 'answer') : [];
  return [handoff, ...answered];
}

function decidePart(part: Part): Decision {
  return { ...weigh(part), part };
}

function weigh({ candidates, isBareTopic, isElsewhere, answerAt, clarifyAt, offers }: Part): Decision {
  if (offers !== undefined && offers.length > 0) {
    return { kind: 'clarify', ids: offers.slice(0, MOST_CHOICES), confidence: 0 };
  }
  const top = candidates[0];
  if (!top || (top.confidence < clarifyAt && !isBareTopic)) return fallback(top?.confidence ?? 0);
  if (top.confidence >= (isBareTopic ? SURE_OF_BARE_TOPIC : answerAt)) return deliver(top);
  if (isElsewhere) return fallback(top.confidence);
  const choices = candidates
    .filter(({ id }) => !id.startsWith('smalltalk.'))
    .filter((one, place) => place < 2 || one.confidence >= top.confidence * LEAST_CHOICE_SHARE)
    .slice(0, MOST_CHOICES);
  return { kind: 'clarify', ids: choices.map(({ id }) => id), confidence: top.confidence };
}

function deliver({ id, confidence }: Pick<Candidate, 'id' | 'confidence'>): Decision {
  if (id === 'handoff') return { kind: 'handoff', ids: [id], confidence };
  if (id.startsWith('smalltalk.')) return { kind: 'smalltalk', ids: [id], confidence };
  const howTo = HOW_TO[id];
  if (howTo !== undefined) return { kind: 'account', ids: [id, howTo], confidence };
  return { kind: 'answer', ids: [id], confidence };
}

function fallback(confidence: number): Decision {
  return { kind: 'fallback', ids: [], confidence };
}
