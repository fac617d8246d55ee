import type { Candidate, Explanation, Language, Matcher } from '../faq/index.ts';
import type { Decision } from './decide.ts';
import type { DecisionKind } from './turn.ts';
import type { Part } from './understand/part.ts';
import type { Understanding } from './understand/understand.ts';

/** Why a turn was answered as it was, for the operator. It has the customer's words. */
export interface TurnExplanation {
  readonly language: Language;
  readonly decisions: readonly DecisionExplanation[];
}

interface DecisionExplanation {
  readonly decision: DecisionKind;
  readonly ids: readonly string[];
  readonly confidence: number;
  /** What was asked, and what the matcher found in it; absent where no question had to be matched. */
  readonly asked?: AskedExplanation;
}

interface AskedExplanation extends Pick<Explanation, 'corrections' | 'weighedMost' | 'gate'> {
  readonly text: string;
  /** The earlier question that the text was read against, where that counted. */
  readonly carriedQuestion?: string;
  /** The best reading of the text by itself, and the next. */
  readonly matched?: Candidate;
  readonly runnerUp?: Candidate;
  readonly decoy?: string;
  readonly thresholds: { readonly answerAt: number; readonly clarifyAt: number };
}

/** Is told why a turn was answered as it was. */
export type OnExplained = (conversationId: string, explanation: TurnExplanation) => void;

/** Explains every decision of a turn. */
export function explainTurn(
  { language }: Understanding,
  decisions: readonly Decision[],
  matcher: Matcher,
): TurnExplanation {
  return {
    language,
    decisions: decisions.map(({ kind, ids, confidence, part }) => ({
      decision: kind,
      ids,
      confidence,
      ...(part ? { asked: explainPart(part, language, matcher) } : {}),
    })),
  };
}

function explainPart(
  { text, carriedQuestion }: Part,
  language: Language,
  matcher: Matcher,
): AskedExplanation {
  const { match, corrections, weighedMost, gate } = matcher.explain(text, language);
  const [matched, runnerUp] = match.candidates;
  return {
    text,
    ...(carriedQuestion === undefined ? {} : { carriedQuestion }),
    ...(matched ? { matched } : {}),
    ...(runnerUp ? { runnerUp } : {}),
    ...(match.decoy === undefined ? {} : { decoy: match.decoy }),
    corrections,
    weighedMost,
    gate,
    thresholds: match.policy,
  };
}
