import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const PERIOD_SECONDS = 10;

/** Counts one message of a conversation; resolves to the seconds to wait where it was one too many. */
export function createLimit(count: number): (conversationId: string) => Promise<number | undefined> {
  if (count === 0) return async () => undefined;
  const limiter = new RateLimiterMemory({ points: count, duration: PERIOD_SECONDS });
  return async (conversationId) => {
    try {
      await limiter.consume(conversationId);
      return undefined;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    }
  };
}
