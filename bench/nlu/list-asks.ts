import { createRandom } from '../../faq/random.ts';
import type { QuestionSet } from './sets/question-set.ts';
import { shuffled } from './sets/shuffle.ts';
import { slipChinese } from './slips/chinese-slips.ts';
import { slipEnglish } from './slips/english-slips.ts';
import { addSlips } from './slips/slip.ts';

/** One question to ask, and what it is asked for. */
export interface Ask {
  readonly text: string;
  /** The right class; none where the question has no answer. */
  readonly label: string | undefined;
  readonly use: 'validation' | 'test';
  readonly slips: number;
}

/** Beside none. */
export const SLIP_COUNTS = [1, 2] as const;

const SEED = 20251202;

/**
 * Every question of a set, those with slips included, in an order that the seed decides: so that a run that ends
 * early has asked the same share of each kind. The slips of a question depend on its text alone.
 */
export function listAsks(set: QuestionSet): readonly Ask[] {
  const slip = set.language === 'zh' ? slipChinese : slipEnglish;
  const withSlips = (text: string, count: number) =>
    addSlips(text, count, slip, createRandom(SEED ^ hashText(text)));
  const test = set.test.map((question): Ask => ({ ...question, use: 'test', slips: 0 }));
  return shuffled(
    [
      ...set.validation.map((question): Ask => ({ ...question, use: 'validation', slips: 0 })),
      ...test,
      ...set.outOfScope.map((text): Ask => ({ text, label: undefined, use: 'test', slips: 0 })),
      ...(set.isAskedWithSlips ? SLIP_COUNTS : []).flatMap((slips) =>
        test.map((ask): Ask => ({ ...ask, text: withSlips(ask.text, slips), slips })),
      ),
    ],
    SEED,
  );
}

/** FNV-1a, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
