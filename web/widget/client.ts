import type { ActivitySet, TokenAnswer } from '../../adapters/direct-line/wire.ts';
import { createSleeper } from './backoff.ts';
import { createDelivery } from './deliver-outgoing.ts';
import type { DirectLine, OutgoingMessage, Session } from './direct-line.ts';
import { stayConnected } from './stay-connected.ts';
import type { ChatStorage } from './storage.ts';
import {
  addActivities,
  addOutgoing,
  beginAnew,
  emptyTranscript,
  type Line,
  listLines,
} from './transcript.ts';

/** What the chat shows. */
export interface ChatState {
  readonly lines: readonly Line[];
  /** A reply is to be expected any moment. */
  readonly replyExpected: boolean;
  /** The server has not been reached at the latest attempt. */
  readonly unreachable: boolean;
}

/** One customer's conversation, seen from one page. */
export interface ChatClient {
  state(): ChatState;
  /** Calls back after every change. Returns the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Connects; before this nothing is fetched, read or stored. Calling it again has no effect. */
  start(): void;
  say(text: string): void;
  /** Tries at once what would be tried later by itself. */
  retry(): void;
}

const FULL_HISTORY = '0';
/** After this long without a reply the dots would be a lie. */
const REPLY_EXPECTED_MS = 20_000;

/** Makes the client. `locale` is asked whenever something is sent, because the customer may change it. */
export function createClient(directLine: DirectLine, storage: ChatStorage, locale: () => string): ChatClient {
  const sleeper = createSleeper();
  const listeners = new Set<() => void>();
  let transcript = emptyTranscript;
  let session: Session | undefined;
  let watermark = FULL_HISTORY;
  let round = new AbortController();
  let replyTimer: ReturnType<typeof setTimeout> | undefined;
  let refreshTimer: ReturnType<typeof setTimeout> | undefined;
  let state: ChatState = { lines: [], replyExpected: false, unreachable: false };
  let started = false;

  const change = (changes: Partial<ChatState>): void => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };
  const update = (next: (before: typeof transcript) => typeof transcript): void => {
    transcript = next(transcript);
    change({ lines: listLines(transcript) });
    if (transcript.outgoing.some(({ delivery }) => delivery === 'waiting')) expectReply(false);
  };
  const expectReply = (expected: boolean): void => {
    clearTimeout(replyTimer);
    if (expected) replyTimer = setTimeout(() => expectReply(false), REPLY_EXPECTED_MS);
    if (state.replyExpected !== expected) change({ replyExpected: expected });
  };

  const deliver = createDelivery({
    directLine,
    sleeper,
    session: () => session,
    transcript: () => transcript,
    update,
    onSettled: (messageId) => {
      storage.removeFromOutbox(messageId);
      const newest = state.lines.at(-1);
      expectReply(newest?.from === 'customer' && newest.delivery === 'sent');
    },
    onGone,
  });

  /** Leaves a conversation that has ended, for the one that another tab has begun or a new one. */
  function onGone(gone: Session): void {
    if (session?.conversationId !== gone.conversationId) return;
    const stored = storage.readSession();
    const other = stored && stored.conversationId !== gone.conversationId ? stored : undefined;
    if (!other) storage.writeSession(undefined);
    moveTo(other);
  }

  function moveTo(next: Session | undefined): void {
    session = next;
    watermark = FULL_HISTORY;
    update(beginAnew);
    const left = round;
    round = new AbortController();
    left.abort();
    sleeper.wake();
  }

  function onAnswer({ conversationId, token, expires_in: expiresInSeconds }: TokenAnswer): void {
    session = { conversationId, token };
    storage.writeSession(session);
    if (state.unreachable) change({ unreachable: false });
    scheduleRefresh(expiresInSeconds);
    void deliver();
  }

  /** A page that stays open for days must not let its token lapse: it renews at half of its life. */
  function scheduleRefresh(expiresInSeconds: number): void {
    clearTimeout(refreshTimer);
    refreshTimer = setTimeout(async () => {
      const refreshed = session && (await directLine.refresh(session));
      if (refreshed?.ok && refreshed.value.conversationId === session?.conversationId)
        onAnswer(refreshed.value);
    }, expiresInSeconds * 500);
  }

  function onActivities(set: ActivitySet): void {
    watermark = set.watermark;
    const before = transcript.logged.length;
    update((known) => addActivities(known, set.activities));
    for (const { channelData } of set.activities) {
      if (channelData?.clientActivityID) storage.removeFromOutbox(channelData.clientActivityID);
    }
    const newest = transcript.logged.at(-1);
    if (transcript.logged.length > before && newest?.from.role === 'bot') expectReply(false);
  }

  function wake(): void {
    if (!document.hidden) sleeper.wake();
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      if (started) return;
      started = true;
      session = storage.readSession();
      for (const message of storage.readOutbox()) update((before) => addOutgoing(before, message));
      addEventListener('online', wake);
      document.addEventListener('visibilitychange', wake);
      storage.onSessionChange(() => {
        const stored = storage.readSession();
        if (stored && stored.conversationId !== session?.conversationId) moveTo(stored);
      });
      void stayConnected(
        {
          directLine,
          sleeper,
          locale,
          session: () => session,
          watermark: () => watermark,
          onAnswer,
          onActivities,
          onUnreachable: () => change({ unreachable: true }),
          onGone,
        },
        () => round.signal,
      );
    },
    say(text) {
      const message: OutgoingMessage = { id: newMessageId(), text, locale: locale() };
      storage.addToOutbox(message);
      update((before) => addOutgoing(before, message));
      expectReply(true);
      sleeper.wake();
      void deliver();
    },
    retry: () => sleeper.wake(),
  };
}

/** `crypto.randomUUID` exists on secure pages alone; a shop under development may be none. */
function newMessageId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
