import { type Adapter, Low } from 'lowdb';
import { AdapterError } from '../../bot/errors.ts';
import type { Clock, LogListener } from '../../bot/ports.ts';
import type { Change } from './changes.ts';
import type { StoredConversation } from './stored-conversation.ts';

/** One conversation in memory. What it shows is on disk; what is not on disk yet, it does not show. */
export interface HeldConversation {
  /** The durable state; `undefined` where the conversation does not exist. */
  current(): StoredConversation | undefined;
  /** Applies the change and resolves once it is durable; rejects, with nothing changed, where it cannot be. */
  change<Result>(change: Change<Result>): Promise<Result>;
  /** Delivers the entries after `after`, then whatever comes. Returns the function that ends it. */
  subscribe(after: number, listener: LogListener): () => void;
}

interface HeldConversationOptions {
  readonly initial: StoredConversation | undefined;
  readonly file: Adapter<StoredConversation>;
  readonly clock: Clock;
  /** Called with every new durable state, before the callers of the changes are told. */
  readonly onDurable: (conversation: StoredConversation) => void;
}

interface PendingChange {
  /** Steps on; returns what tells the caller once the step is durable. */
  readonly apply: (current: StoredConversation | undefined) => Step;
  readonly reject: (error: unknown) => void;
}

interface Step {
  readonly next: StoredConversation | undefined;
  readonly resolve: () => void;
}

/**
 * Holds a conversation and writes its changes in groups: those that arrive while the file is being written go into the
 * next write together, so that a burst costs a few writes and not one each.
 */
export function createHeldConversation(options: HeldConversationOptions): HeldConversation {
  const { file, clock, onDurable } = options;
  const listeners = new Set<LogListener>();
  let durable = options.initial;
  let pending: PendingChange[] = [];
  let writing = false;

  const commit = async (group: readonly PendingChange[]): Promise<void> => {
    const resolves: (() => void)[] = [];
    let next = durable;
    try {
      for (const { apply } of group) {
        const step = apply(next);
        next = step.next;
        resolves.push(step.resolve);
      }
      if (next && next !== durable) await new Low(file, next).write();
    } catch (cause) {
      const error = new AdapterError('store.write-failed', 'A conversation could not be written.', { cause });
      for (const { reject } of group) reject(error);
      return;
    }
    const known = durable?.log.length ?? 0;
    if (next && next !== durable) {
      durable = next;
      onDurable(next);
    }
    for (const resolve of resolves) resolve();
    const added = durable?.log.slice(known) ?? [];
    if (added.length > 0) for (const listener of [...listeners]) listener(added);
  };

  const writeAll = async (): Promise<void> => {
    writing = true;
    while (pending.length > 0) {
      const group = pending;
      pending = [];
      await commit(group);
    }
    writing = false;
  };

  return {
    current: () => durable,
    change(change) {
      return new Promise((resolve, reject) => {
        const apply = (current: StoredConversation | undefined): Step => {
          const { next, result } = change(current, clock.now());
          return { next, resolve: () => resolve(result) };
        };
        pending.push({ apply, reject });
        if (!writing) void writeAll();
      });
    },
    subscribe(after, listener) {
      listeners.add(listener);
      const backlog = durable?.log.slice(Math.max(0, after)) ?? [];
      if (backlog.length > 0) listener(backlog);
      return () => listeners.delete(listener);
    },
  };
}
