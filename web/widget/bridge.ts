import type { LanguagePack } from './language-pack.ts';

/** One call of the page's: a command's name and what it is given. */
export type Call = readonly unknown[];

/** The function that pages call. Before the loader runs it is the page's own stub, which keeps the calls in `q`. */
export interface CommandFunction {
  (...call: Call): void;
  q?: readonly ArrayLike<unknown>[];
  /** Set once the loader has taken over. */
  ready?: boolean;
}

declare global {
  interface Window {
    HelpCenter?: CommandFunction | undefined;
  }
}

/** What the chat finds on the page when it arrives. */
export interface ChatPlace {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly button: HTMLButtonElement;
  /** The attributes of the script tag: what the store has set. */
  readonly settings: Readonly<DOMStringMap>;
  /** Where the server is. */
  readonly origin: string;
  /** The address of a file that is fetched after the first touch. */
  readonly urlOf: (name: string) => string;
  /** What the page has called so far, in order. */
  readonly calls: readonly Call[];
  /** Open because it was open before, and not because somebody has asked for it on this page. */
  readonly reopening: boolean;
}

/** The chat once it is on the page. */
export interface MountedChat {
  run(call: Call): void;
  toggle(): void;
}

/** Puts the chat on the page and makes up for the calls so far. */
export type MountChat = (place: ChatPlace, pack: LanguagePack) => MountedChat;

/** Written in `sessionStorage` while the chat is open, and read by the loader of the next page. */
export const OPEN_KEY = 'help-center.open';
