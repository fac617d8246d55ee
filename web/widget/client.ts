import type { Activity, ActivitySet, TokenAnswer } from '../../adapters/direct-line/wire.ts';
import { createSleeper } from './backoff.ts';
import { createCell } from './cell.ts';
import { createDelivery } from './deliver-outgoing.ts';
import type { DirectLine, OutgoingEvent, OutgoingMessage, Session } from './direct-line.ts';
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
  /** Which answers the customer has called helpful or not, by their id. */
  readonly ratings: Readonly<Record<string, boolean>>;
}

/** One customer's conversation, seen from one page. */
export interface ChatClient {
  get(): ChatState;
  /** Calls back after every change. Returns the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Connects; before this nothing is fetched, read or stored. Calling it again has no effect. */
  start(): void;
  say(text: string): void;
  /** Tells the server who the customer is, in this conversation and in those that follow it. */
  identify(token: string | undefined): void;
  rate(activityId: string, helpful: boolean): void;
  /** Tries at once what would be tried later by itself. */
  retry(): void;
  /** Ends every connection and wait. The client is of no use afterwards. */
  stop(): void;
}

interface ClientOptions {
  readonly directLine: DirectLine;
  readonly storage: ChatStorage;
  /** Asked whenever something is sent, because the customer may change it. */
  readonly locale: () => string;
  /** Called for each message of the bot that is new, and not for those of an earlier page. */
  readonly onReply: (reply: Activity) => void;
}

const FULL_HISTORY = '0';
/** After this long without a reply the dots would be a lie. */
const REPLY_EXPECTED_MS = 20_000;

/** Makes the client. */
export function createClient({ directLine, storage, locale, onReply }: ClientOptions): ChatClient {
  const sleeper = createSleeper();
  const state = createCell<ChatState>({ lines: [], replyExpected: false, unreachable: false, ratings: {} });
  const ownIds = new Set<string>();
  let transcript = emptyTranscript;
  let session: Session | undefined;
  let watermark = FULL_HISTORY;
  let round = new AbortController();
  let replyTimer: ReturnType<typeof setTimeout> | undefined;
  let refreshTimer: ReturnType<typeof setTimeout> | undefined;
  let events: readonly OutgoingEvent[] = [];
  let identity: OutgoingEvent | undefined;
  /** Whether what the conversation held before this page is on the screen. */
  let caughtUp = false;
  let started = false;
  let stopped = false;
  let ignoreSessionChanges = () => {};

  const change = (changes: Partial<ChatState>): void => state.set({ ...state.get(), ...changes });
  const update = (next: (before: typeof transcript) => typeof transcript): void => {
    transcript = next(transcript);
    change({ lines: listLines(transcript) });
    if (transcript.outgoing.some(({ delivery }) => delivery === 'waiting')) expectReply(false);
  };
  const expectReply = (expected: boolean): void => {
    clearTimeout(replyTimer);
    if (expected) replyTimer = setTimeout(() => expectReply(false), REPLY_EXPECTED_MS);
    if (state.get().replyExpected !== expected) change({ replyExpected: expected });
  };

  const deliver = createDelivery({
    directLine,
    sleeper,
    session: () => session,
    transcript: () => transcript,
    nextEvent: () => events[0],
    update,
    onEventSettled: (event) => {
      events = events.filter((one) => one !== event);
    },
    onSettled: (messageId) => {
      storage.removeFromOutbox(messageId);
      const newest = state.get().lines.at(-1);
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
    caughtUp = false;
    events = identity ? [identity] : [];
    update(beginAnew);
    const left = round;
    round = new AbortController();
    left.abort();
    sleeper.wake();
  }

  function onAnswer({ conversationId, token, expires_in: expiresInSeconds }: TokenAnswer): void {
    if (stopped) return;
    // A conversation that has just begun holds nothing of an earlier page.
    if (!session) caughtUp = true;
    session = { conversationId, token };
    storage.writeSession(session);
    if (state.get().unreachable) change({ unreachable: false });
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
    const known = new Set(transcript.logged);
    update((before) => addActivities(before, set.activities));
    const fresh = transcript.logged.filter((activity) => !known.has(activity));
    if (fresh.at(-1)?.from.role === 'bot') expectReply(false);
    for (const activity of fresh) {
      const clientId = activity.channelData?.clientActivityID;
      if (clientId) storage.removeFromOutbox(clientId);
      if (clientId && ownIds.has(clientId)) caughtUp = true;
      if (caughtUp && activity.from.role === 'bot') onReply(activity);
    }
    if (fresh.length > 0) caughtUp = true;
  }

  function post(event: OutgoingEvent): void {
    events = [...events.filter(({ name, about }) => name !== event.name || about !== event.about), event];
    void deliver();
  }

  function wake(): void {
    if (!document.hidden) sleeper.wake();
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    start() {
      if (started) return;
      started = true;
      session = storage.readSession();
      for (const message of storage.readOutbox()) {
        ownIds.add(message.id);
        update((before) => addOutgoing(before, message));
      }
      addEventListener('online', wake);
      document.addEventListener('visibilitychange', wake);
      ignoreSessionChanges = storage.onSessionChange(() => {
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
          isStopped: () => stopped,
        },
        () => round.signal,
      );
    },
    say(text) {
      const message: OutgoingMessage = { id: newMessageId(), text, locale: locale() };
      ownIds.add(message.id);
      storage.addToOutbox(message);
      update((before) => addOutgoing(before, message));
      expectReply(true);
      sleeper.wake();
      void deliver();
    },
    identify(token) {
      if (token === undefined && !identity) return;
      identity = { name: 'identity', about: '', value: token ?? null };
      post(identity);
    },
    rate(activityId, helpful) {
      change({ ratings: { ...state.get().ratings, [activityId]: helpful } });
      post({ name: 'feedback', about: activityId, value: { activityId, helpful } });
    },
    retry: () => sleeper.wake(),
    stop() {
      stopped = true;
      session = undefined;
      clearTimeout(replyTimer);
      clearTimeout(refreshTimer);
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
      ignoreSessionChanges();
      round.abort();
      sleeper.wake();
    },
  };
}

/** `crypto.randomUUID` exists on secure pages alone; a shop under development may be none. */
function newMessageId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
