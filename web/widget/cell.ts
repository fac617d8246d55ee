import { useEffect, useState } from 'preact/hooks';

/** A value that can be watched. */
export interface Cell<T> {
  get(): T;
  set(value: T): void;
  /** Calls back after every change. Returns the function that ends it. */
  subscribe(listener: () => void): () => void;
}

/** Makes a cell. Setting what it holds already tells nobody. */
export function createCell<T>(initial: T): Cell<T> {
  const listeners = new Set<() => void>();
  let held = initial;
  return {
    get: () => held,
    set(value) {
      if (Object.is(held, value)) return;
      held = value;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The cell's value, for a component that is drawn anew whenever it changes. */
export function useCell<T>(cell: Pick<Cell<T>, 'get' | 'subscribe'>): T {
  const [value, setValue] = useState(() => cell.get());
  useEffect(() => {
    const follow = () => setValue(() => cell.get());
    follow();
    return cell.subscribe(follow);
  }, [cell]);
  return value;
}
