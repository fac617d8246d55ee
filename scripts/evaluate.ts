import { join } from 'node:path';
import {
  ContentError,
  type HeldOutQuestion,
  inspectQuestions,
  LANGUAGES,
  type Language,
} from '../faq/index.ts';
import { type Asked, createAsker } from './asked.ts';
import { formatShare } from './interval.ts';
import { findsAll, judge, type Verdict } from './judge.ts';
import { loadDialogue, runCommand } from './load-dialogue.ts';
import { QUESTIONS_FOLDER } from './model-store.ts';

/** What a release must hold, in per cent. */
const LIMITS = { right: 85, wrong: 5, false: 8 };

interface Judged {
  readonly question: HeldOutQuestion;
  readonly asked: Asked;
  readonly verdict: Verdict;
}

await runCommand(async () => {
  const folder = process.argv.find((word) => word.startsWith('--questions='))?.slice(12) ?? QUESTIONS_FOLDER;
  const { questions, faults } = inspectQuestions(join(folder));
  if (faults.length > 0) throw new ContentError(faults);
  const { dialogue } = loadDialogue();
  const ask = createAsker(dialogue);
  const showAll = process.argv.includes('--list');

  for (const language of LANGUAGES) {
    const own = questions.filter((question) => question.language === language);
    const singles: Judged[] = [];
    let doubles = 0;
    let doublesFound = 0;
    for (const question of own) {
      const { asked } = await ask(question.text, undefined, language);
      if (question.file.endsWith('/doubles.yaml')) {
        doubles += 1;
        if (findsAll(question, asked)) doublesFound += 1;
        else if (showAll) process.stdout.write(formatCase('double', question, asked));
        continue;
      }
      singles.push({ question, asked, verdict: judge(question.ids[0], asked) });
    }
    if (showAll) for (const one of singles) process.stdout.write(formatUnlessGood(one));
    process.stdout.write(report(language, singles, doubles, doublesFound));
  }
});

function report(
  language: Language,
  judged: readonly Judged[],
  doubles: number,
  doublesFound: number,
): string {
  const answerable = judged.filter(({ question }) => question.ids.length > 0);
  const unanswerable = judged.filter(({ question }) => question.ids.length === 0);
  const line = (verdict: Verdict, among: readonly Judged[], limit = '') => {
    const count = among.filter((one) => one.verdict === verdict).length;
    return `  ${verdict.padEnd(10)} ${formatShare(count, among.length)} ${limit}\n`;
  };
  return [
    `${language}: ${answerable.length} questions with an answer, per cent and 95 % interval\n`,
    line('right', answerable, `at least ${LIMITS.right}`),
    line('choice', answerable),
    line('miss', answerable),
    line('wrong', answerable, `at most ${LIMITS.wrong}`),
    `${language}: ${unanswerable.length} questions that must not be answered\n`,
    line('false', unanswerable, `at most ${LIMITS.false}`),
    line('clarified', unanswerable),
    doubles === 0 ? '' : `${language}: ${doubles} messages with two questions\n`,
    doubles === 0 ? '' : `  both found ${formatShare(doublesFound, doubles)}\n`,
  ].join('');
}

function formatUnlessGood({ question, asked, verdict }: Judged): string {
  return verdict === 'right' || verdict === 'kept' ? '' : formatCase(verdict, question, asked);
}

function formatCase(verdict: string, question: HeldOutQuestion, asked: Asked): string {
  const expected = question.ids.join(', ') || 'nothing';
  return `${verdict} [${expected}] ${asked.decision} ${asked.ids.join(', ')} ${asked.confidence}: ${question.text}\n`;
}
