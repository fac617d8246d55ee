/** What a page can be told of. */
export interface WidgetEvents {
  readonly open: undefined;
  readonly close: undefined;
  /** The store has said something new. */
  readonly message: { readonly id: string; readonly text: string };
  readonly unread: { readonly count: number };
  readonly error: { readonly code: 'not-loaded' | 'unreachable' | 'command-unknown' };
}

export type Emit = <Name extends keyof WidgetEvents>(name: Name, detail: WidgetEvents[Name]) => void;

/** The page's listeners. One that throws harms neither the others nor the chat. */
export function createEvents(): { readonly emit: Emit; on(name: unknown, listener: unknown): void } {
  const listeners: (readonly [name: unknown, listener: unknown])[] = [];
  return {
    on: (name, listener) => void listeners.push([name, listener]),
    emit(name, detail) {
      for (const [wanted, listener] of listeners) {
        if (wanted !== name || typeof listener !== 'function') continue;
        try {
          listener(detail);
        } catch (error) {
          console.error(error);
        }
      }
    },
  };
}
