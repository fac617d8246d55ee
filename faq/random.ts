/** A seeded source of numbers in [0, 1): mulberry32, by Tommy Ettinger, in the public domain. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Shuffles the first `count` in place (Fisher and Yates) and returns the same array. */
export function shuffle<T extends number[] | Int32Array>(
  items: T,
  random: () => number,
  count: number = items.length,
): T {
  for (let last = count - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    const kept = items[last] as number;
    items[last] = items[chosen] as number;
    items[chosen] = kept;
  }
  return items;
}
