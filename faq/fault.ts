/** One thing that is wrong with the content: where, what, and how to mend it. */
export interface Fault {
  /** Path below the content or questions folder. */
  readonly file: string;
  /** Path inside the file, such as `zh.phrasings.3`; empty for the whole file. */
  readonly field: string;
  readonly fault: string;
  readonly cure: string;
}

/** Thrown when content that must be sound is not; the message lists every fault. */
export class ContentError extends Error {
  readonly code = 'content.invalid';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(formatFaults(faults));
    this.name = 'ContentError';
    this.faults = faults;
  }
}

/** A report for a person: a line for where and what, and one for the cure. */
export function formatFaults(faults: readonly Fault[]): string {
  const lines = faults.map(({ file, field, fault, cure }) => {
    const place = field === '' ? file : `${file}: ${field}`;
    return `${place}\n  fault: ${fault}\n  cure:  ${cure}`;
  });
  return [`The content has ${faults.length} fault${faults.length === 1 ? '' : 's'}.`, ...lines].join('\n');
}
