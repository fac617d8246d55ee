import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Fault, tooManyRequests } from './fault.ts';

/** How often something may be asked for; 0 is without a limit. */
export interface LimitOptions {
  readonly messagesPerConversation: number;
  readonly messagesPerAddress: number;
  readonly tokensPerAddress: number;
}

/** Counts one use of a key; the fault where it was one too many. */
export type Limit = (key: string) => Promise<Fault | undefined>;

export type Limits = { readonly [name in keyof LimitOptions]: Limit };

/** Limits counted in memory: messages in 10 s and in a minute, tokens in a minute. */
export function createLimits(counts: LimitOptions): Limits {
  return {
    messagesPerConversation: createLimit(counts.messagesPerConversation, 10),
    messagesPerAddress: createLimit(counts.messagesPerAddress, 60),
    tokensPerAddress: createLimit(counts.tokensPerAddress, 60),
  };
}

function createLimit(count: number, seconds: number): Limit {
  if (count === 0) return async () => undefined;
  const limiter = new RateLimiterMemory({ points: count, duration: seconds });
  return async (key) => {
    try {
      await limiter.consume(key);
      return undefined;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return tooManyRequests(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
    }
  };
}
