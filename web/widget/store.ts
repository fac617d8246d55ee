import type { Language } from './texts.ts';

/** What the bundle knows of the store, put in by the build from the published content. */
interface Store {
  readonly name: Readonly<Record<Language, string>>;
  /** The titles of the most asked articles. */
  readonly questions: Readonly<Record<Language, readonly string[]>>;
}

declare const STORE: Store;

export const store: Store = STORE;
