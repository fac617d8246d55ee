import { parseConfig } from '../../../bot/config.ts';
import { startServer } from '../../../bot/start-server.ts';
import type { Reply } from '../../../bot/turn.ts';
import type { Language } from '../../../faq/index.ts';

const reply = (language: Language, markdown: string): Reply => ({
  language,
  markdown,
  actions: [],
  decision: 'answer',
  ids: [],
});

// A program of its own, to be killed; it needs no model, so that it is up at once.
const server = await startServer({
  config: parseConfig(process.env),
  handleTurn: async ({ utterance, pageLanguage }, state) => ({
    replies: [reply(pageLanguage, `You said ${utterance}`)],
    state,
  }),
  apologize: ({ pageLanguage }) => reply(pageLanguage, 'Sorry.'),
  greet: (language) => reply(language, 'Welcome.'),
  webFolder: '/nonexistent',
});
process.on('SIGTERM', () => void server.stop());
