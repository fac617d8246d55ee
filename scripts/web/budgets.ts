/** A file of the built web folder and what it weighs on the wire. */
export interface BuiltFile {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** Files that a customer fetches for one purpose, and the most that they may weigh together. */
export interface Budget {
  readonly purpose: string;
  readonly files: readonly string[];
  readonly gzipBytes: number;
}

/** What is asked of every build: the launcher, the chat once it is opened, and the suggestions once somebody types. */
export function budgetsFor(languages: readonly string[]): readonly Budget[] {
  return [
    { purpose: 'the launcher', files: ['widget.js'], gzipBytes: 3_000 },
    { purpose: 'the opened chat', files: ['widget.js', 'widget/chat.js'], gzipBytes: 20_000 },
    ...languages.flatMap((code) => [
      { purpose: `the words (${code})`, files: [`widget/${code}.json`], gzipBytes: 1_500 },
      {
        purpose: `the suggestions (${code})`,
        files: ['widget/suggest.js', `widget/${code}.questions.json`],
        gzipBytes: 15_000,
      },
    ]),
  ];
}

/** What the budget's files weigh together. */
export function weightOf({ files }: Budget, built: readonly BuiltFile[]): number {
  return built.filter(({ name }) => files.includes(name)).reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
}

/** @throws where a budget is exceeded, with every one that is. */
export function keepBudgets(budgets: readonly Budget[], built: readonly BuiltFile[]): void {
  const exceeded = budgets.filter((budget) => weightOf(budget, built) > budget.gzipBytes);
  if (exceeded.length === 0) return;
  const lines = exceeded.map(
    (budget) =>
      `${budget.purpose}: ${weightOf(budget, built)} bytes gzip of at most ${budget.gzipBytes} (${budget.files.join(', ')})`,
  );
  throw new Error(
    `The page's files are too heavy. Take out what customers can do without.\n${lines.join('\n')}`,
  );
}
