import { parseConfig } from '../../bot/config.ts';
import { startServer } from '../../bot/start-server.ts';

/** A program of its own that serves an echoing bot, to be killed in the middle of its work. It prints its port. */
const reply = (language: 'zh' | 'en', markdown: string) =>
  ({ language, markdown, actions: [], decision: 'answer', ids: [] }) as const;

const server = await startServer({
  config: parseConfig(process.env),
  handleTurn: async ({ utterance, pageLanguage }, state) => ({
    replies: [reply(pageLanguage, `You said ${utterance}`)],
    state,
  }),
  apologize: ({ pageLanguage }) => reply(pageLanguage, 'Sorry.'),
  greet: (language) => reply(language, 'Hello.'),
  webFolder: process.argv[2] ?? '',
});
process.stdout.write(`${server.port}\n`);
