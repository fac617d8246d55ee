/** A share of a whole with its 95 % interval, all in per cent. */
export interface Share {
  readonly percent: number;
  readonly low: number;
  readonly high: number;
}

const Z_95 = 1.959964;

/** Wilson's score interval (Wilson 1927), which stays inside 0 to 100 and is sound for small counts. */
export function shareOf(count: number, total: number): Share {
  if (total === 0) return { percent: 0, low: 0, high: 100 };
  const share = count / total;
  const spread = Z_95 ** 2 / total;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z_95 * Math.sqrt((share * (1 - share)) / total + spread / (4 * total))) / (1 + spread);
  return {
    percent: 100 * share,
    low: 100 * Math.max(0, middle - half),
    high: 100 * Math.min(1, middle + half),
  };
}

/** `93.5 (90.1 to 95.9)`, in per cent. */
export function formatShare(count: number, total: number): string {
  const { percent, low, high } = shareOf(count, total);
  return `${percent.toFixed(1).padStart(5)} (${low.toFixed(1)} to ${high.toFixed(1)})`;
}
