const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;

/** How long to wait before attempt number `attempt` (0 is the first again): doubling, with half of it left to chance. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(attempt, 10));
  return ceiling / 2 + (ceiling / 2) * random();
}

/** A wait that nothing cuts short: the server has asked for it. */
export function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

export interface Sleeper {
  /** Resolves after the delay, or at once when woken. */
  sleep(delayMs: number): Promise<void>;
  wake(): void;
}

/** Waits that the network coming back, or the customer looking again, cuts short. */
export function createSleeper(): Sleeper {
  const sleeping = new Set<() => void>();
  return {
    sleep: (delayMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => end(), delayMs);
        const end = () => {
          clearTimeout(timer);
          sleeping.delete(end);
          resolve();
        };
        sleeping.add(end);
      }),
    wake() {
      for (const end of [...sleeping]) end();
    },
  };
}
