import type { ConversationState, Reply, Turn } from './turn.ts';

/** What came of a turn: the replies in order, and what to remember. */
export interface TurnOutcome {
  readonly replies: readonly Reply[];
  readonly state: ConversationState;
}

/** The whole dialogue, seen from outside: a turn and what is remembered, in; replies, out. */
export type HandleTurn = (turn: Turn, state: ConversationState) => Promise<TurnOutcome>;
