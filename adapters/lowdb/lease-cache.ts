/** Values by key that are made when first asked for and kept while in use; of the unused, the latest ones stay. */
export interface LeaseCache<Value> {
  /** Runs `use` with the value; it cannot leave the cache meanwhile. */
  withValue<Result>(key: string, use: (value: Value) => Result | Promise<Result>): Promise<Result>;
  /** As `withValue`, until `release` is called. */
  lease(key: string): Promise<{ readonly value: Value; readonly release: () => void }>;
  isLeased(key: string): boolean;
  /** Puts a value that is in the making in the place of the key's own, which nobody may be using. */
  replace(key: string, making: Promise<Value>): void;
}

interface Slot<Value> {
  readonly making: Promise<Value>;
  leases: number;
}

/** A cache that keeps at most `capacity` values which nobody uses. */
export function createLeaseCache<Value>(
  capacity: number,
  make: (key: string) => Promise<Value>,
): LeaseCache<Value> {
  // A Map keeps the order of insertion: the first key is the one that was used least recently.
  const slots = new Map<string, Slot<Value>>();

  const evict = (): void => {
    for (const [key, slot] of slots) {
      if (slots.size <= capacity) return;
      if (slot.leases === 0) slots.delete(key);
    }
  };

  const put = (key: string, making: Promise<Value>): Slot<Value> => {
    const slot = { making, leases: 0 };
    slots.delete(key);
    slots.set(key, slot);
    // A value that could not be made is not kept: the next caller tries again.
    making.catch(() => slots.get(key) === slot && slots.delete(key));
    return slot;
  };

  const lease: LeaseCache<Value>['lease'] = async (key) => {
    const slot = slots.get(key) ?? put(key, make(key));
    slot.leases += 1;
    slots.delete(key);
    slots.set(key, slot);
    evict();
    let held = true;
    const release = (): void => {
      if (held) slot.leases -= 1;
      held = false;
    };
    try {
      return { value: await slot.making, release };
    } catch (error) {
      release();
      throw error;
    }
  };

  return {
    lease,
    async withValue(key, use) {
      const { value, release } = await lease(key);
      try {
        return await use(value);
      } finally {
        release();
      }
    },
    isLeased: (key) => (slots.get(key)?.leases ?? 0) > 0,
    replace: (key, making) => void put(key, making),
  };
}
