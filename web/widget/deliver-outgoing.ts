import { backoffMs, pause, type Sleeper } from './backoff.ts';
import type { DirectLine, OutgoingEvent, Session } from './direct-line.ts';
import { type Delivery, markOutgoing, type Transcript } from './transcript.ts';

interface DeliveryDeps {
  readonly directLine: DirectLine;
  readonly sleeper: Sleeper;
  readonly session: () => Session | undefined;
  readonly transcript: () => Transcript;
  /** The event to post before the next message. */
  readonly nextEvent: () => OutgoingEvent | undefined;
  readonly onEventSettled: (event: OutgoingEvent) => void;
  readonly update: (change: (transcript: Transcript) => Transcript) => void;
  /** The message needs no further attempt. */
  readonly onSettled: (messageId: string) => void;
  readonly onGone: (session: Session) => void;
}

/**
 * Makes the function that posts what is undelivered, events before messages, oldest first and one at a time.
 * A message keeps its id at every attempt, so that the server takes it once however often it arrives.
 */
export function createDelivery(deps: DeliveryDeps): () => Promise<void> {
  const { directLine, sleeper, update } = deps;
  let running = false;

  async function deliverAll(): Promise<void> {
    let attempt = 0;
    for (;;) {
      const session = deps.session();
      const event = deps.nextEvent();
      const next = deps.transcript().outgoing.find((message) => isUndelivered(message.delivery));
      if (!session || !(event || next)) return;
      const outcome = event
        ? await directLine.postEvent(session, event)
        : next && (await directLine.post(session, next));
      if (!outcome) return;
      const settle = (delivery: Delivery, refusal?: string) => {
        if (event) return deps.onEventSettled(event);
        if (!next) return;
        update((transcript) => markOutgoing(transcript, next.id, delivery, refusal));
        deps.onSettled(next.id);
      };
      if (outcome.ok) {
        attempt = 0;
        settle('sent');
        continue;
      }
      const { fault } = outcome;
      switch (fault.kind) {
        case 'gone':
          deps.onGone(session);
          return;
        case 'refused':
          settle('refused', fault.code);
          break;
        case 'busy':
          await pause(fault.retryAfterMs);
          break;
        case 'unreachable':
          if (next) update((transcript) => markOutgoing(transcript, next.id, 'waiting'));
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
