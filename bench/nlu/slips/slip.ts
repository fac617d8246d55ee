/** One slip of the fingers, or the text as it is where nothing in it can be mistyped. */
export type Slip = (text: string, random: () => number) => string;

/** A slip can undo the one before; so often a new one is tried. */
const MOST_TRIES = 20;

/** The text with so many slips, never the text itself again unless nothing in it can be mistyped. */
export function addSlips(text: string, count: number, slip: Slip, random: () => number): string {
  const seen = new Set([text]);
  let typed = text;
  for (let made = 0; made < count; made++) {
    let next = typed;
    for (let tries = 0; tries < MOST_TRIES && seen.has(next); tries++) next = slip(typed, random);
    if (seen.has(next)) return typed;
    seen.add(next);
    typed = next;
  }
  return typed;
}

/** One of the items, each as likely as the others. */
export function pick<T>(items: readonly [T, ...T[]], random: () => number): T;
export function pick<T>(items: readonly T[], random: () => number): T | undefined;
export function pick<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)];
}
