import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { HandleTurn } from '../../bot/handle-turn.ts';
import { type ConversationState, initialState, type Reply } from '../../bot/turn.ts';
import type { Language } from '../../faq/index.ts';

interface ChatOptions {
  readonly handleTurn: HandleTurn;
  readonly pageLanguage: Language;
  readonly input: Readable;
  readonly output: Writable;
}

const PROMPT = '> ';

/** A conversation in the terminal: a line is an utterance. Ends with the input, or with an empty line. */
export async function chatInTerminal({
  handleTurn,
  pageLanguage,
  input,
  output,
}: ChatOptions): Promise<void> {
  let state: ConversationState = initialState(pageLanguage);
  output.write(PROMPT);
  for await (const utterance of createInterface({ input })) {
    if (utterance.trim() === '') break;
    const outcome = await handleTurn({ conversationId: 'terminal', utterance, pageLanguage }, state);
    state = outcome.state;
    for (const reply of outcome.replies) output.write(`\n${formatReply(reply)}\n`);
    output.write(`\n${PROMPT}`);
  }
}

/** A reply as plain text; choices are numbered, and the number may be typed. */
function formatReply({ markdown, actions, decision }: Reply): string {
  const text = markdown
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, (_, label: string, url: string) =>
      url.replace(/^(?:tel|mailto):/, '') === label ? label : `${label} (${url})`,
    );
  if (decision !== 'clarify') return text;
  const choices = actions.filter(({ kind }) => kind === 'say');
  return [text, ...choices.map(({ title }, place) => `  ${place + 1}. ${title}`)].join('\n');
}
