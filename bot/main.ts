import { fileURLToPath } from 'node:url';
import { type Logger, pino } from 'pino';
import { ContentError } from '../faq/index.ts';
import { loadBuiltDialogue } from '../scripts/load-dialogue.ts';
import { parseConfig } from './config.ts';
import { AdapterError, ConfigError } from './errors.ts';
import type { OnExplained } from './explain-turn.ts';
import { type RunningServer, startServer } from './start-server.ts';

const webFolder = fileURLToPath(new URL('../build/web', import.meta.url));

try {
  const config = parseConfig(process.env);
  const logger = pino({ level: config.logLevel });
  const { handleTurn, renderer } = loadBuiltDialogue(config.logExplanations ? logTo(logger) : undefined);
  const apologize = ({ pageLanguage }: { readonly pageLanguage: 'zh' | 'en' }) =>
    renderer.apologize(pageLanguage);
  const starting = startServer({
    config,
    logger,
    handleTurn,
    apologize,
    greet: renderer.greet,
    webFolder,
  });
  stopOnSignal(starting);
  const server = await starting;
  if (config.logLevel !== 'silent') process.stderr.write(welcome(server.port));
} catch (error) {
  // What an operator can mend needs its sentence alone; a defect needs its stack.
  const isForOperator =
    error instanceof ConfigError || error instanceof AdapterError || error instanceof ContentError;
  process.stderr.write(`${isForOperator ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}

/** The only place where what customers wrote gets into the log. */
function logTo(logger: Logger): OnExplained {
  return (conversationId, explanation) => logger.info({ conversationId, ...explanation }, 'explained a turn');
}

/** Listens before the server does, so that no signal finds it serving and deaf. */
function stopOnSignal(starting: Promise<RunningServer>): void {
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= starting.then((server) => server.stop());
    stopping.catch((error: unknown) => {
      process.stderr.write(`${(error as Error).stack}\n`);
      process.exit(1);
    });
  };
  // These listeners stay: where write-file-atomic is in the middle of a write and finds none, it ends the process.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
}

/** What an operator can try first. */
function welcome(port: number): string {
  return `
The help center is open: http://localhost:${port} (Chinese), http://localhost:${port}/?lang=en (English)
  on the page   发票什么时候寄 · fapiao diu le zenme ban · do points expire · 转人工
  here          npm run chat, or npm run ask -- "积分会过期吗"
  Ctrl+C stops it.

`;
}
