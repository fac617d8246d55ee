import { backoffMs, pause, type Sleeper } from './backoff.ts';
import type { DirectLine, Session } from './direct-line.ts';
import { markOutgoing, type Transcript } from './transcript.ts';

interface DeliveryDeps {
  readonly directLine: DirectLine;
  readonly sleeper: Sleeper;
  readonly session: () => Session | undefined;
  readonly transcript: () => Transcript;
  readonly update: (change: (transcript: Transcript) => Transcript) => void;
  /** The message needs no further attempt. */
  readonly onSettled: (messageId: string) => void;
  readonly onGone: (session: Session) => void;
}

/**
 * Makes the function that posts undelivered messages, oldest first and one at a time, until none is left.
 * A message keeps its id at every attempt, so that the server takes it once however often it arrives.
 */
export function createDelivery(deps: DeliveryDeps): () => Promise<void> {
  const { directLine, sleeper, update } = deps;
  let running = false;

  async function deliverAll(): Promise<void> {
    let attempt = 0;
    for (;;) {
      const session = deps.session();
      const next = deps.transcript().outgoing.find((message) => isUndelivered(message.delivery));
      if (!session || !next) return;
      const outcome = await directLine.post(session, next);
      if (outcome.ok) {
        attempt = 0;
        update((transcript) => markOutgoing(transcript, next.id, 'sent'));
        deps.onSettled(next.id);
        continue;
      }
      const { fault } = outcome;
      switch (fault.kind) {
        case 'gone':
          deps.onGone(session);
          return;
        case 'refused':
          update((transcript) => markOutgoing(transcript, next.id, 'refused', fault.code));
          deps.onSettled(next.id);
          break;
        case 'busy':
          await pause(fault.retryAfterMs);
          break;
        case 'unreachable':
          update((transcript) => markOutgoing(transcript, next.id, 'waiting'));
          await sleeper.sleep(backoffMs(attempt++));
      }
    }
  }

  return async () => {
    if (running) return;
    running = true;
    await deliverAll().finally(() => {
      running = false;
    });
  };
}

function isUndelivered(delivery: string): boolean {
  return delivery === 'sending' || delivery === 'waiting';
}
