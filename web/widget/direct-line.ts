import type {
  ActivitySet,
  ConversationAnswer,
  ErrorAnswer,
  TokenAnswer,
} from '../../adapters/direct-line/wire.ts';

/** What can go wrong with a call, as far as the widget acts differently on it. */
export type Fault =
  /** No answer, or one that says nothing about the request: the same call may work later. */
  | { readonly kind: 'unreachable' }
  /** The conversation or its token is no longer good. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'busy'; readonly retryAfterMs: number }
  /** The server will never accept this request. */
  | { readonly kind: 'refused'; readonly code: string };

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault };

/** The right to speak in one conversation. */
export interface Session {
  readonly conversationId: string;
  readonly token: string;
}

/** A message of the customer on its way. `id` is the same at every attempt. */
export interface OutgoingMessage {
  readonly id: string;
  readonly text: string;
  readonly locale: string;
}

/** Something that is told to the server and that nobody reads: servers that do not know the name ignore it. */
export interface OutgoingEvent {
  readonly name: 'identity' | 'feedback';
  /** What the event is about. A newer one on the same takes its place. */
  readonly about: string;
  readonly value: unknown;
}

/** The calls of Direct Line 3.0 that the widget makes. None of them rejects. */
export interface DirectLine {
  start(locale: string): Promise<Outcome<ConversationAnswer>>;
  resume(session: Session, watermark: string): Promise<Outcome<ConversationAnswer>>;
  refresh(session: Session): Promise<Outcome<TokenAnswer>>;
  post(session: Session, message: OutgoingMessage): Promise<Outcome<{ readonly id: string }>>;
  postEvent(session: Session, event: OutgoingEvent): Promise<Outcome<{ readonly id: string }>>;
  read(session: Session, watermark: string): Promise<Outcome<ActivitySet>>;
}

const REQUEST_TIMEOUT_MS = 15_000;
const DEFAULT_RETRY_AFTER_MS = 2_000;

/** Speaks to the server at `origin`. */
export function createDirectLine(origin: string, fetchFrom: typeof fetch = fetch): DirectLine {
  const base = `${origin}/v3/directline`;

  async function call<T>(method: string, path: string, token?: string, body?: unknown): Promise<Outcome<T>> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), REQUEST_TIMEOUT_MS);
    try {
      const response = await fetchFrom(base + path, {
        method,
        signal: abort.signal,
        credentials: 'omit',
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) return { ok: false, fault: await readFault(response) };
      return { ok: true, value: (await response.json()) as T };
    } catch {
      return { ok: false, fault: { kind: 'unreachable' } };
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async start(locale) {
      const granted = await call<TokenAnswer>('POST', '/tokens/generate', undefined, {});
      if (!granted.ok) return granted;
      return call('POST', '/conversations', granted.value.token, { locale });
    },
    resume: ({ conversationId, token }, watermark) =>
      call('GET', `/conversations/${conversationId}?watermark=${watermark}`, token),
    refresh: ({ token }) => call('POST', '/tokens/refresh', token),
    post: ({ conversationId, token }, { id, text, locale }) =>
      call('POST', `/conversations/${conversationId}/activities`, token, {
        type: 'message',
        text,
        locale,
        from: { id: 'customer' },
        channelData: { clientActivityID: id },
      }),
    postEvent: ({ conversationId, token }, { name, value }) =>
      call('POST', `/conversations/${conversationId}/activities`, token, {
        type: 'event',
        name,
        value,
        from: { id: 'customer' },
      }),
    read: ({ conversationId, token }, watermark) =>
      call('GET', `/conversations/${conversationId}/activities?watermark=${watermark}`, token),
  };
}

async function readFault(response: Response): Promise<Fault> {
  if ([401, 403, 404].includes(response.status)) return { kind: 'gone' };
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    return { kind: 'busy', retryAfterMs: seconds > 0 ? seconds * 1000 : DEFAULT_RETRY_AFTER_MS };
  }
  if (response.status >= 500) return { kind: 'unreachable' };
  const answer = (await response.json().catch(() => undefined)) as ErrorAnswer | undefined;
  return { kind: 'refused', code: answer?.error?.code ?? String(response.status) };
}
