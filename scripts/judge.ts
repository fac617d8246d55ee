import type { HeldOutQuestion } from '../faq/index.ts';
import type { Asked } from './asked.ts';

/**
 * How an answer to a held-out question counts.
 * For one that has an answer: `right` (the expected id and no other), `choice` (asked back with it among at most
 * three), `miss` (no answer though there is one, or asked back without it), `wrong` (anything else delivered).
 * For one that must not be answered: `false` (answered from an article or account), `clarified`, `kept`.
 */
export type Verdict = 'right' | 'choice' | 'miss' | 'wrong' | 'false' | 'clarified' | 'kept';

const MOST_CHOICES = 3;

/** The articles that may stand beside an answer about the customer's own record. */
const BORDERING: Readonly<Record<string, readonly string[]>> = {
  'account.order': ['order.status', 'order.queue'],
  'account.refund': ['refund.time'],
  'account.points': ['points.check', 'points.earn', 'points.refund'],
  'account.invoice': ['invoice.delivery', 'invoice.request'],
};

/** Judges an answer to a question with one expected id, or with none. */
export function judge(expected: string | undefined, { decision, ids }: Asked): Verdict {
  if (expected === undefined) {
    if (decision === 'answer' || decision === 'account') return 'false';
    return decision === 'clarify' ? 'clarified' : 'kept';
  }
  if (decision === 'clarify') return ids.length <= MOST_CHOICES && ids.includes(expected) ? 'choice' : 'miss';
  const others = ids.filter((id) => id !== expected && !BORDERING[expected]?.includes(id));
  if (ids.includes(expected) && others.length === 0) return 'right';
  const isMiss = decision === 'fallback' || (decision === 'handoff' && ids.length === 1);
  return isMiss ? 'miss' : 'wrong';
}

/**
 * True where every expected id of a message with several questions was delivered. Where only one of its questions has an
 * answer, nothing else may be delivered but a way to a person.
 */
export function findsAll({ ids: expected }: Pick<HeldOutQuestion, 'ids'>, { decision, ids }: Asked): boolean {
  if (decision === 'clarify' || !expected.every((id) => ids.includes(id))) return false;
  if (expected.length > 1) return true;
  const allowed = ['handoff', ...expected.flatMap((id) => [id, ...(BORDERING[id] ?? [])])];
  return ids.every((id) => allowed.includes(id));
}

/** True where a turn of a conversation delivered what it must, or nothing where it must not. */
export function isRightTurn(expected: readonly string[], asked: Asked): boolean {
  if (expected.length > 1) return findsAll({ ids: expected }, asked);
  const verdict = judge(expected[0], asked);
  return verdict === 'right' || verdict === 'kept';
}
