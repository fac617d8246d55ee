import type { HandleTurn } from './handle-turn.ts';
import type { ConversationLog, CustomerEntry, LogEntry } from './ports.ts';
import type { Reply } from './turn.ts';

interface TurnRunnerDeps {
  readonly log: ConversationLog;
  readonly handleTurn: HandleTurn;
  /** The reply for a turn that failed: one apology and the way to a person. */
  readonly apologize: (entry: CustomerEntry) => Reply;
  readonly onFailure: (conversationId: string, error: unknown) => void;
}

export interface TurnRunner {
  /** Gives every unanswered utterance of the conversation its turn, in order. Never rejects. */
  run(conversationId: string): Promise<void>;
  /** Gives the turns that an earlier process owed. Resolves to how many conversations had any. */
  recover(): Promise<number>;
  /** Resolves once no turn is under way. */
  idle(): Promise<void>;
}

/** Runs the turns of a conversation one at a time, and those of different conversations side by side. */
export function createTurnRunner(deps: TurnRunnerDeps): TurnRunner {
  const queues = new Map<string, Promise<void>>();

  const run = (conversationId: string): Promise<void> => {
    const turns = (queues.get(conversationId) ?? Promise.resolve())
      .then(() => answerPending(conversationId, deps))
      .catch((error: unknown) => deps.onFailure(conversationId, error))
      .finally(() => {
        if (queues.get(conversationId) === turns) queues.delete(conversationId);
      });
    queues.set(conversationId, turns);
    return turns;
  };

  return {
    run,
    async recover() {
      const owed = await deps.log.listUnanswered();
      await Promise.all(owed.map(run));
      return owed.length;
    },
    async idle() {
      while (queues.size > 0) await Promise.all(queues.values());
    },
  };
}

async function answerPending(id: string, deps: TurnRunnerDeps): Promise<void> {
  const conversation = await deps.log.find(id);
  if (!conversation || conversation.lastHandled >= conversation.lastSequence) return;
  let state = conversation.state;
  const pending = ((await deps.log.read(id, conversation.lastHandled)) ?? []).filter(isCustomerEntry);
  for (const entry of pending) {
    const turn = { conversationId: id, utterance: entry.utterance, pageLanguage: entry.pageLanguage };
    try {
      const outcome = await deps.handleTurn(turn, state);
      state = outcome.state;
      await deps.log.appendReplies(id, entry.sequence, outcome.replies, state);
    } catch (error) {
      deps.onFailure(id, error);
      await deps.log.appendReplies(id, entry.sequence, [deps.apologize(entry)], state);
    }
  }
}

function isCustomerEntry(entry: LogEntry): entry is CustomerEntry {
  return entry.from === 'customer';
}
