import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { ContestantName } from './load-contestant.ts';
import type { Contest, Figures } from './results.ts';
import type { SetId } from './sets/read-set.ts';

/** What a contest's process is told. */
export interface ContestTask {
  readonly set: SetId;
  readonly contestant: ContestantName;
  /** Where the public sets lie. */
  readonly folder: string;
  readonly step: number;
  readonly askBudgetMs: number;
}

/** What a contest's process tells. */
export type ContestMessage =
  | { readonly kind: 'trained'; readonly settings: string }
  | { readonly kind: 'figures'; readonly figures: Figures };

const PROGRAM = join(import.meta.dirname, 'contest.ts');
const HEAP_MEGABYTES = 8192;
/** Beyond its budget, for a question under way, the warm-up and the counting. */
const GRACE_MS = 120_000;
const LONGEST_REASON = 400;

/** Holds one contest in a fresh process, and ends it where training takes longer than it may. */
export function runContest(task: ContestTask, trainBudgetMs: number): Promise<Contest> {
  return new Promise((resolve) => {
    const child = fork(PROGRAM, [JSON.stringify(task)], {
      execArgv: [
        '--expose-gc',
        `--max-old-space-size=${HEAP_MEGABYTES}`,
        '--import',
        import.meta.resolve('tsx'),
      ],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let settings = '';
    let figures: Figures | undefined;
    let overtime: string | undefined;
    let complaints = '';
    const endAfter = (budgetMs: number, reason: string) =>
      setTimeout(() => {
        overtime = reason;
        child.kill('SIGKILL');
      }, budgetMs);
    let timer = endAfter(trainBudgetMs, `training took longer than ${inMinutes(trainBudgetMs)}`);

    child.stderr?.on('data', (chunk) => {
      complaints = `${complaints}${chunk}`.slice(-LONGEST_REASON);
    });
    child.on('message', (message: ContestMessage) => {
      if (message.kind === 'figures') {
        figures = message.figures;
        return;
      }
      settings = message.settings;
      clearTimeout(timer);
      timer = endAfter(task.askBudgetMs + GRACE_MS, `a question took longer than ${inMinutes(GRACE_MS)}`);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const reason = overtime ?? `ended with ${signal ?? code}: ${complaints.trim()}`;
      resolve({
        set: task.set,
        contestant: task.contestant,
        settings,
        outcome: figures ? { status: 'done', figures } : { status: 'failed', reason },
      });
    });
  });
}

function inMinutes(milliseconds: number): string {
  return `${Math.round(milliseconds / 6000) / 10} minutes`;
}
