/** One contestant on one set, in a process of its own, so that memory and time are its own. Started by run-contest.ts. */
import { holdContest } from './hold-contest.ts';
import { loadContestant } from './load-contestant.ts';
import type { ContestMessage, ContestTask } from './run-contest.ts';
import { thinOut } from './sets/question-set.ts';
import { readSet } from './sets/read-set.ts';

const task = JSON.parse(process.argv[2] ?? '') as ContestTask;
const set = readSet(task.set, task.folder);
if ('fault' in set) throw new Error(set.fault);
const contestant = await loadContestant(task.contestant);

const figures = await holdContest(contestant, thinOut(set, task.step), {
  now: () => performance.now(),
  measureMemory,
  onTrained: () => tell({ kind: 'trained', settings: contestant.describeSettings(set.language) }),
  askBudgetMs: task.askBudgetMs,
});
tell({ kind: 'figures', figures });
process.disconnect();

function tell(message: ContestMessage): void {
  process.send?.(message);
}

/** Collects twice: what a finalizer lets go of is gone only after the second time. */
function measureMemory(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
