import { describe, expect, test } from '@jest/globals';
import { createLeaseCache } from '../../../adapters/lowdb/lease-cache.ts';

describe('a lease cache', () => {
  const counting = (capacity: number) => {
    const made: string[] = [];
    const cache = createLeaseCache(capacity, async (key) => {
      made.push(key);
      return { key };
    });
    return { made, cache, use: (key: string) => cache.withValue(key, (value) => value) };
  };

  test('makes a value once for all who ask at the same time', async () => {
    const { made, use } = counting(2);
    const [first, second] = await Promise.all([use('a'), use('a')]);
    expect(first).toBe(second);
    expect(made).toEqual(['a']);
  });

  test('lets go of the value that was used least recently', async () => {
    const { made, use } = counting(2);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await use(key);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  test('never lets go of a value in use', async () => {
    const { cache, made, use } = counting(1);
    const { value, release } = await cache.lease('a');
    for (const key of ['b', 'c']) await use(key);
    expect(await use('a')).toBe(value);
    release();
    for (const key of ['b', 'a']) await use(key);
    expect(made.filter((key) => key === 'a')).toHaveLength(2);
  });

  test('tries again after a value could not be made', async () => {
    let attempts = 0;
    const cache = createLeaseCache(2, async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('not now');
      return attempts;
    });
    await expect(cache.withValue('a', (value) => value)).rejects.toThrow('not now');
    expect(await cache.withValue('a', (value) => value)).toBe(2);
  });
});
