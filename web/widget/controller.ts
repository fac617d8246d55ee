import type { Activity } from '../../adapters/direct-line/wire.ts';
import { type ChatPlace, OPEN_KEY } from './bridge.ts';
import { type Cell, createCell } from './cell.ts';
import { type ChatClient, createClient } from './client.ts';
import { createDirectLine } from './direct-line.ts';
import type { Emit } from './events.ts';
import { fetchJson } from './fetch-json.ts';
import { fill, type LanguagePack } from './language-pack.ts';
import { createLauncherState } from './launcher-state.ts';
import { toPlainText } from './parse-markdown.ts';
import { createChatStorage, findStorageArea } from './storage.ts';

/** `reopened`: open without having been asked to on this page, so that the focus stays where it is. */
export type Visibility = 'closed' | 'opened' | 'reopened';

/** What a screen reader is told, once. */
export interface Announcement {
  readonly key: string;
  readonly text: string;
  readonly locale: string;
}

/** The chat without its looks: what the page, the customer and the server do to it. */
export interface Controller {
  readonly client: ChatClient;
  readonly pack: Cell<LanguagePack>;
  readonly visibility: Cell<Visibility>;
  readonly draft: Cell<string>;
  /** The newest few, the oldest first. */
  readonly announcements: Cell<readonly Announcement[]>;
  open(how: Exclude<Visibility, 'closed'>): void;
  close(): void;
  /** Fetches a language and speaks it from then on; keeps to the present one where there is none. */
  speak(code: string): void;
  stop(): void;
}

const KEPT_ANNOUNCEMENTS = 3;

/** Makes the controller. It connects once it is opened. */
export function createController(place: ChatPlace, firstPack: LanguagePack, emit: Emit): Controller {
  const { host, root, button, origin, urlOf } = place;
  const pack = createCell(firstPack);
  const visibility = createCell<Visibility>('closed');
  const announcements = createCell<readonly Announcement[]>([]);
  const showLauncher = createLauncherState(button);
  let wantedLanguage = firstPack.code;
  let unread = 0;
  let returnTo: Element | null = null;
  let wasUnreachable = false;

  const client = createClient({
    directLine: createDirectLine(origin),
    storage: createChatStorage(findStorageArea()),
    locale: () => pack.get().answerLocale,
    onReply,
  });
  const isOpen = () => visibility.get() !== 'closed';

  function onReply({ id, text, locale }: Activity): void {
    const plain = toPlainText(text);
    emit('message', { id, text: plain });
    announcements.set([...announcements.get(), { key: id, text: plain, locale }].slice(-KEPT_ANNOUNCEMENTS));
    if (!isOpen()) countUnread(unread + 1);
  }

  function countUnread(next: number): void {
    if (unread === next) return;
    unread = next;
    updateLauncher();
    emit('unread', { count: unread });
  }

  function updateLauncher(): void {
    const { open, texts } = pack.get();
    const name = isOpen() ? texts.close : unread > 0 ? fill(texts.openUnread, unread) : open;
    showLauncher({ name, open: isOpen(), unread });
  }

  client.subscribe(() => {
    const { unreachable } = client.get();
    if (unreachable && !wasUnreachable) emit('error', { code: 'unreachable' });
    wasUnreachable = unreachable;
  });
  updateLauncher();

  return {
    client,
    pack,
    visibility,
    draft: createCell(''),
    announcements,
    open(how) {
      if (isOpen()) return;
      returnTo = document.activeElement;
      client.start();
      visibility.set(how);
      rememberOpen(true);
      countUnread(0);
      updateLauncher();
      emit('open', undefined);
    },
    close() {
      if (!isOpen()) return;
      const hadFocus = root.activeElement !== null;
      visibility.set('closed');
      rememberOpen(false);
      updateLauncher();
      // Back to where the customer was on the page; on an opening by the launcher, or from nowhere, to the launcher.
      const isElsewhere =
        returnTo instanceof HTMLElement &&
        returnTo.isConnected &&
        returnTo !== host &&
        returnTo !== document.body;
      if (hadFocus) (isElsewhere ? (returnTo as HTMLElement) : button).focus();
      emit('close', undefined);
    },
    async speak(code) {
      wantedLanguage = code;
      if (code === pack.get().code) return;
      try {
        const next = await fetchJson<LanguagePack>(urlOf(`${code}.json`));
        if (code === wantedLanguage) pack.set(next);
        updateLauncher();
      } catch {
        emit('error', { code: 'unreachable' });
      }
    },
    stop() {
      client.stop();
      rememberOpen(false);
    },
  };
}

/** The one thing that tells the next page of this tab to open the chat. A browser may forbid it. */
function rememberOpen(open: boolean): void {
  try {
    if (open) sessionStorage.setItem(OPEN_KEY, '1');
    else sessionStorage.removeItem(OPEN_KEY);
  } catch {}
}
