import { chatInTerminal } from '../adapters/console/chat.ts';
import { loadDialogue, runCommand } from './load-dialogue.ts';

await runCommand(async () => {
  const { dialogue } = loadDialogue();
  const pageLanguage = process.argv.includes('--en') ? 'en' : 'zh';
  process.stderr.write('Ask in Chinese or English; an empty line ends the chat.\n');
  await chatInTerminal({
    handleTurn: dialogue.handleTurn,
    pageLanguage,
    input: process.stdin,
    output: process.stdout,
  });
});
