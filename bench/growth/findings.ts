/** What building a model of one size took. */
export interface BuildFindings {
  readonly buildMs: number;
  readonly fileBytes: number;
  /** The most memory that the process held. */
  readonly peakBytes: number;
}

/** What serving from the model takes. */
export interface ServeFindings {
  readonly loadMs: number;
  /** Heap and external memory once loaded and collected, the corpus included. */
  readonly memoryBytes: number;
  readonly questionMs: { readonly p50: number; readonly p99: number };
  /** The right article came first. */
  readonly right: { readonly hits: number; readonly of: number };
}

export interface SizeFindings extends BuildFindings, ServeFindings {
  readonly articles: number;
}

/** At ten or a hundred times the articles a question may take this much longer in the slowest hundredth. */
export const MOST_P99_RATIO = 10;
/** Loading may take this share of building. */
export const MOST_LOAD_SHARE = 0.1;

/** What the findings break, in words; none where they hold. */
export function judgeGrowth(sizes: readonly SizeFindings[]): readonly string[] {
  const faults = sizes
    .filter(({ loadMs, buildMs }) => loadMs > MOST_LOAD_SHARE * buildMs)
    .map(({ articles, loadMs, buildMs }) => {
      const share = ((100 * loadMs) / buildMs).toFixed(1);
      return `${articles} articles: loading took ${share} % of building, more than ${100 * MOST_LOAD_SHARE}`;
    });
  const ratio = p99Ratio(sizes);
  return ratio !== undefined && ratio > MOST_P99_RATIO
    ? [...faults, `p99 grew ${ratio.toFixed(1)}-fold, more than ${MOST_P99_RATIO}`]
    : faults;
}

/** The p99 of the largest size over that of the smallest; none where there is but one size. */
export function p99Ratio(sizes: readonly SizeFindings[]): number | undefined {
  const [smallest, ...others] = [...sizes].sort((a, b) => a.articles - b.articles);
  const largest = others.at(-1);
  return smallest && largest && largest.questionMs.p99 / smallest.questionMs.p99;
}
