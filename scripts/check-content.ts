import { checkQuestions, formatFaults, inspectCorpus, inspectQuestions } from '../faq/index.ts';
import { CONTENT_FOLDER, QUESTIONS_FOLDER } from './model-store.ts';

const folderOf = (name: string, usual: string) =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? usual;

const { corpus, faults } = inspectCorpus(folderOf('content', CONTENT_FOLDER));
const held = inspectQuestions(folderOf('questions', QUESTIONS_FOLDER));
const all = [...faults, ...held.faults, ...(corpus ? checkQuestions(corpus, held) : [])];

if (all.length > 0) {
  process.stderr.write(`${formatFaults(all)}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(
    `${corpus?.articles.length} articles, ${corpus?.intents.length} intents, ${corpus?.decoys.length} decoys, ` +
      `${held.questions.length} test questions, ${held.conversations.length} conversations: no fault.\n`,
  );
}
