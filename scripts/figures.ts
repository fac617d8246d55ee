import { formatShare } from './interval.ts';

/** A share that a release must hold, and whether it does. */
export interface Figure {
  readonly name: string;
  readonly count: number;
  readonly total: number;
  /** In per cent. */
  readonly limit?: { readonly kind: 'at least' | 'at most'; readonly percent: number };
}

/** What a release must hold in each language, in per cent. */
export const LIMITS = {
  right: { kind: 'at least', percent: 94 },
  rightOrChoice: { kind: 'at least', percent: 97 },
  wrong: { kind: 'at most', percent: 2 },
  false: { kind: 'at most', percent: 3 },
  clarified: { kind: 'at most', percent: 15 },
  doubles: { kind: 'at least', percent: 85 },
  laterTurns: { kind: 'at least', percent: 90 },
} as const satisfies Record<string, Figure['limit']>;

/** Whether a figure holds its limit; one that was not measured, or has none, does. */
export function isMet({ count, total, limit }: Figure): boolean {
  if (limit === undefined || total === 0) return true;
  const percent = (100 * count) / total;
  return limit.kind === 'at least' ? percent >= limit.percent : percent <= limit.percent;
}

/** `  right           93.5 (90.1 to 95.9)  at least 94: missed`; nothing where nothing was measured. */
export function formatFigure(figure: Figure): string {
  const { name, count, total, limit } = figure;
  if (total === 0) return '';
  const row = `  ${name.padEnd(17)} ${formatShare(count, total)}`;
  if (limit === undefined) return `${row}\n`;
  return `${row}  ${limit.kind} ${limit.percent}: ${isMet(figure) ? 'met' : 'missed'}\n`;
}
