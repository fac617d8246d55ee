import { type HeldOut, type HeldOutConversation, isDouble, type Language } from '../faq/index.ts';
import type { Asked, createAsker } from './asked.ts';
import { type Figure, LIMITS } from './figures.ts';
import { findsAll, isRightTurn, judge, type Verdict } from './judge.ts';

/** One thing that was asked, and how it counts. */
export interface Judged {
  readonly verdict: Verdict | 'double' | 'later turn';
  readonly isGood: boolean;
  /** What was said; in a conversation, all turns so far. */
  readonly said: readonly string[];
  readonly expected: readonly string[];
  readonly asked: Asked;
}

/** A later turn, and the kind of conversation that it stands in. */
export interface JudgedTurn extends Judged {
  readonly kind: HeldOutConversation['kind'];
}

/** All that was measured in one language. */
export interface Measured {
  readonly answerable: readonly Judged[];
  readonly unanswerable: readonly Judged[];
  readonly doubles: readonly Judged[];
  readonly laterTurns: readonly JudgedTurn[];
}

type Ask = ReturnType<typeof createAsker>;

/** Asks everything that is held out in one language; each question in a conversation of its own. */
export async function measure(
  { questions, conversations }: HeldOut,
  language: Language,
  ask: Ask,
): Promise<Measured> {
  const singles: Judged[] = [];
  const doubles: Judged[] = [];
  for (const question of questions.filter((one) => one.language === language)) {
    const { asked } = await ask(question.text, undefined, language);
    const judged = { said: [question.text], expected: question.ids, asked };
    if (isDouble(question)) {
      doubles.push({ ...judged, verdict: 'double', isGood: findsAll(question, asked) });
    } else {
      const verdict = judge(question.ids[0], asked);
      singles.push({ ...judged, verdict, isGood: verdict === 'right' || verdict === 'kept' });
    }
  }
  const laterTurns: JudgedTurn[] = [];
  for (const [place, conversation] of conversations.filter((one) => one.language === language).entries()) {
    laterTurns.push(...(await holdConversation(conversation, `${language}-${place}`, ask)));
  }
  return {
    answerable: singles.filter(({ expected }) => expected.length > 0),
    unanswerable: singles.filter(({ expected }) => expected.length === 0),
    doubles,
    laterTurns,
  };
}

/** The first turn is asked for what follows from it, and not judged. */
async function holdConversation(
  { kind, language, turns }: HeldOutConversation,
  name: string,
  ask: Ask,
): Promise<readonly JudgedTurn[]> {
  const judged: JudgedTurn[] = [];
  for (const [place, { text, ids }] of turns.entries()) {
    const { asked } = await ask(text, name, language);
    if (place === 0) continue;
    const said = turns.slice(0, place + 1).map((turn) => turn.text);
    judged.push({ kind, verdict: 'later turn', isGood: isRightTurn(ids, asked), said, expected: ids, asked });
  }
  return judged;
}

/** The figures of a language, each with its limit. */
export function figuresOf({ answerable, unanswerable, doubles, laterTurns }: Measured) {
  const share = (
    name: string,
    judged: readonly Judged[],
    verdicts: readonly Judged['verdict'][],
  ): Figure => ({
    name,
    count: judged.filter(({ verdict }) => verdicts.includes(verdict)).length,
    total: judged.length,
  });
  const good = (name: string, judged: readonly Judged[]): Figure => ({
    name,
    count: judged.filter(({ isGood }) => isGood).length,
    total: judged.length,
  });
  const kinds = [...new Set(laterTurns.map(({ kind }) => kind))];
  return {
    answerable: [
      { ...share('right', answerable, ['right']), limit: LIMITS.right },
      { ...share('right or choice', answerable, ['right', 'choice']), limit: LIMITS.rightOrChoice },
      share('miss', answerable, ['miss']),
      { ...share('wrong', answerable, ['wrong']), limit: LIMITS.wrong },
    ],
    unanswerable: [
      { ...share('false', unanswerable, ['false']), limit: LIMITS.false },
      { ...share('clarified', unanswerable, ['clarified']), limit: LIMITS.clarified },
    ],
    doubles: [{ ...good('all found', doubles), limit: LIMITS.doubles }],
    laterTurns: [
      { ...good('later turns right', laterTurns), limit: LIMITS.laterTurns },
      ...kinds.map((kind) =>
        good(
          `  ${kind}`,
          laterTurns.filter((turn) => turn.kind === kind),
        ),
      ),
    ],
  } satisfies Record<keyof Measured, readonly Figure[]>;
}
