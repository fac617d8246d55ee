import type { ActivitySet, ConversationAnswer } from '../../adapters/direct-line/wire.ts';
import { backoffMs, pause, type Sleeper } from './backoff.ts';
import type { DirectLine, Session } from './direct-line.ts';
import { followStream } from './stream.ts';

interface ConnectionDeps {
  readonly directLine: DirectLine;
  readonly sleeper: Sleeper;
  readonly locale: () => string;
  readonly session: () => Session | undefined;
  readonly watermark: () => string;
  readonly onAnswer: (answer: ConversationAnswer) => void;
  readonly onActivities: (set: ActivitySet) => void;
  readonly onUnreachable: () => void;
  readonly onGone: (session: Session) => void;
  readonly isStopped: () => boolean;
}

const POLL_INTERVAL_MS = 1_500;
const POLL_INTERVAL_HIDDEN_MS = 10_000;
/** How often a page whose stream is blocked tries the stream again. */
const POLL_SPELL_MS = 60_000;
/** A stream that lived this long was a good one: the next attempt follows without delay. */
const GOOD_STREAM_MS = 10_000;

/** Keeps the page in touch with its conversation for as long as the page lives: a stream, or polling where that is blocked. */
export async function stayConnected(deps: ConnectionDeps, roundSignal: () => AbortSignal): Promise<void> {
  const { directLine, sleeper } = deps;
  let attempt = 0;

  while (!deps.isStopped()) {
    const signal = roundSignal();
    const session = deps.session();
    const outcome = session
      ? await directLine.resume(session, deps.watermark())
      : await directLine.start(deps.locale());
    if (deps.isStopped()) return;
    if (outcome.ok) {
      deps.onAnswer(outcome.value);
      const since = Date.now();
      const end = await follow(outcome.value.streamUrl, signal);
      if (end === 'polled' || Date.now() - since > GOOD_STREAM_MS) attempt = 0;
    } else if (session && outcome.fault.kind === 'gone') {
      deps.onGone(session);
    } else {
      deps.onUnreachable();
    }
    if (!outcome.ok && outcome.fault.kind === 'busy') await pause(outcome.fault.retryAfterMs);
    else await sleeper.sleep(backoffMs(attempt++));
  }

  async function follow(streamUrl: string, signal: AbortSignal): Promise<'closed' | 'polled'> {
    const end = await followStream(streamUrl, deps.watermark(), deps.onActivities, signal);
    if (end === 'closed') return 'closed';
    const until = Date.now() + POLL_SPELL_MS;
    while (!signal.aborted && Date.now() < until) {
      const session = deps.session();
      if (!session) return 'closed';
      const read = await directLine.read(session, deps.watermark());
      if (!read.ok) return 'closed';
      if (!signal.aborted) deps.onActivities(read.value);
      await sleeper.sleep(document.hidden ? POLL_INTERVAL_HIDDEN_MS : POLL_INTERVAL_MS);
    }
    return 'polled';
  }
}
