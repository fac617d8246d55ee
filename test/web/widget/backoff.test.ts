import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { backoffMs, createSleeper } from '../../../web/widget/backoff.ts';

describe('backoffMs', () => {
  it('doubles and then stays', () => {
    expect([0, 1, 2, 6, 60].map((attempt) => backoffMs(attempt, () => 1))).toEqual([
      500, 1000, 2000, 30_000, 30_000,
    ]);
  });

  it('leaves half of the delay to chance, so that customers do not return all at once', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
        const longest = backoffMs(attempt, () => 1);
        const delay = backoffMs(attempt, () => chance);
        expect(delay).toBeGreaterThanOrEqual(longest / 2);
        expect(delay).toBeLessThanOrEqual(longest);
      }),
    );
  });
});

describe('createSleeper', () => {
  it('ends every wait when woken', async () => {
    const sleeper = createSleeper();
    const woken = Promise.all([sleeper.sleep(1_000_000), sleeper.sleep(2_000_000)]);
    sleeper.wake();
    expect(await woken).toEqual([undefined, undefined]);
  });
});
