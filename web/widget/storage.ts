import type { OutgoingMessage, Session } from './direct-line.ts';

/** What the widget keeps in the browser. Tabs of one page share it. */
export interface ChatStorage {
  readSession(): Session | undefined;
  writeSession(session: Session | undefined): void;
  /** Messages that no server has acknowledged, oldest first. */
  readOutbox(): readonly OutgoingMessage[];
  addToOutbox(message: OutgoingMessage): void;
  removeFromOutbox(messageId: string): void;
  /** Calls back when another tab has changed the session. Returns the function that ends it. */
  onSessionChange(listener: () => void): () => void;
}

const SESSION_KEY = 'help-center.session';
const OUTBOX_KEY = 'help-center.outbox';

/** Keeps the chat in `localStorage`, or in memory where the browser forbids that. */
export function createChatStorage(area: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): ChatStorage {
  const read = (key: string): unknown => {
    try {
      return JSON.parse(area.getItem(key) ?? 'null');
    } catch {
      return undefined;
    }
  };
  const readOutbox = () => {
    const stored = read(OUTBOX_KEY);
    return Array.isArray(stored) ? stored.filter(isMessage) : [];
  };
  const writeOutbox = (messages: readonly OutgoingMessage[]) =>
    messages.length === 0 ? area.removeItem(OUTBOX_KEY) : write(area, OUTBOX_KEY, messages);

  return {
    readSession() {
      const stored = read(SESSION_KEY);
      return isSession(stored) ? stored : undefined;
    },
    writeSession(session) {
      if (session) write(area, SESSION_KEY, session);
      else area.removeItem(SESSION_KEY);
    },
    readOutbox,
    addToOutbox: (message) => writeOutbox([...readOutbox(), message]),
    removeFromOutbox: (messageId) => writeOutbox(readOutbox().filter(({ id }) => id !== messageId)),
    onSessionChange(listener) {
      const onStorage = (event: StorageEvent) => {
        if (event.key === SESSION_KEY && event.newValue !== null) listener();
      };
      addEventListener('storage', onStorage);
      return () => removeEventListener('storage', onStorage);
    },
  };
}

/** The page's own storage; a private window or a blocked third party gets one that lasts as long as the page. */
export function findStorageArea(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  try {
    localStorage.getItem(SESSION_KEY);
    return localStorage;
  } catch {
    const items = new Map<string, string>();
    return {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, value),
      removeItem: (key) => void items.delete(key),
    };
  }
}

/** A full storage must not stop a customer from asking: the message then lives as long as the page. */
function write(area: Pick<Storage, 'setItem'>, key: string, value: unknown): void {
  try {
    area.setItem(key, JSON.stringify(value));
  } catch {}
}

function isSession(value: unknown): value is Session {
  return hasTexts(value, ['conversationId', 'token']);
}

function isMessage(value: unknown): value is OutgoingMessage {
  return hasTexts(value, ['id', 'text', 'locale']);
}

function hasTexts(value: unknown, names: readonly string[]): boolean {
  const fields = (value ?? {}) as Record<string, unknown>;
  return names.every((name) => typeof fields[name] === 'string');
}
