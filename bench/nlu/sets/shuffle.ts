import { createRandom } from '../../../faq/random.ts';

/** The items in an order that the seed decides (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const random = createRandom(seed);
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    [order[last], order[chosen]] = [order[chosen] as T, order[last] as T];
  }
  return order;
}
