import { setInterval } from 'node:timers';
import { type Logger, pino } from 'pino';
import type { BotFramework, BotFrameworkOptions } from '../adapters/bot-framework/bot-framework.ts';
import { createDirectLine } from '../adapters/direct-line/direct-line.ts';
import { createApp } from '../adapters/http/create-app.ts';
import { listenHttp } from '../adapters/http/http-server.ts';
import { openConversationLog } from '../adapters/lowdb/conversation-log.ts';
import { lockDataDir } from '../adapters/lowdb/data-dir-lock.ts';
import { loadSigningKey } from '../adapters/lowdb/signing-key.ts';
import type { Language } from '../faq/index.ts';
import type { Config } from './config.ts';
import type { HandleTurn } from './handle-turn.ts';
import type { Clock, CustomerEntry } from './ports.ts';
import { createTurnRunner } from './run-turns.ts';
import type { Reply } from './turn.ts';

interface ServerOptions {
  readonly config: Config;
  /** One that writes at the configuration's level to standard output, where it is left out. */
  readonly logger?: Logger;
  readonly handleTurn: HandleTurn;
  readonly apologize: (entry: CustomerEntry) => Reply;
  readonly greet: (language: Language) => Reply;
  /** The folder of the built pages. */
  readonly webFolder: string;
}

/** A server at work. */
export interface RunningServer {
  readonly port: number;
  /** Answers what is under way, then lets go of DATA_DIR. */
  stop(): Promise<void>;
}

const DAY_MS = 86_400_000;
/** A turn whose replies could not be written, on a full disk say, is tried again this often. */
const OWED_TURNS_INTERVAL_MS = 30_000;

/** Puts the parts together and serves. Throws, with nothing held, where it cannot. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, handleTurn, apologize, greet, webFolder } = options;
  const logger = options.logger ?? pino({ level: config.logLevel });
  const clock: Clock = { now: () => new Date() };
  const lock = await lockDataDir(config.dataDir);
  try {
    const signingKey = await loadSigningKey(config.dataDir);
    const log = await openConversationLog({
      dataDir: config.dataDir,
      clock,
      onBroken: (path, err) => logger.error({ path, err }, 'a file is no conversation and was set aside'),
    });
    const turns = createTurnRunner({
      log,
      handleTurn,
      apologize,
      onFailure: (conversationId, err) => logger.error({ conversationId, err }, 'a turn failed'),
    });
    const directLine = createDirectLine({
      log,
      clock,
      signingKey,
      ...(config.directLineSecret === undefined ? {} : { secret: config.directLineSecret }),
      allowedOrigins: config.allowedOrigins,
      limits: config.limits,
      greet,
      onUtterance: (conversationId) => void turns.run(conversationId),
    });
    const botFramework =
      config.botFramework &&
      (await loadBotFramework({
        ...config.botFramework,
        log,
        clock,
        messagesPerConversation: config.limits.messagesPerConversation,
        greet,
        runTurns: turns.run,
        onRefused: (conversationId, reason) =>
          logger.warn({ conversationId, reason }, 'a reply is never sent'),
        onFailure: (conversationId, err) => logger.error({ conversationId, err }, 'a reply was not sent'),
      }));
    const removeOld = async (): Promise<void> => {
      const instant = new Date(clock.now().getTime() - config.retentionDays * DAY_MS);
      const removed = await log.removeOlderThan(instant);
      if (removed > 0) logger.info({ removed }, 'removed conversations older than RETENTION_DAYS');
    };
    const tryToRemoveOld = (): Promise<void> =>
      removeOld().catch((err: unknown) => logger.error({ err }, 'old conversations could not be removed'));

    await tryToRemoveOld();
    const recovered = await turns.recover();
    if (recovered > 0) logger.info({ recovered }, 'gave turns that were owed');
    const recover = async (): Promise<void> => {
      await turns.recover();
      await botFramework?.recover();
    };

    let serving = true;
    const app = createApp({
      logger,
      trustProxy: config.trustProxy,
      webFolder,
      routers: {
        '/v3/directline': directLine.router,
        ...(botFramework ? { '/api/messages': botFramework.router } : {}),
      },
      isServing: () => serving,
    });
    const { host, port } = config;
    const server = await listenHttp({ app, host, port, upgrade: directLine.upgrade });
    const timers = [
      setInterval(() => void tryToRemoveOld(), DAY_MS),
      setInterval(() => void recover(), OWED_TURNS_INTERVAL_MS),
    ];
    logger.info({ host, port: server.port }, 'listening');
    void botFramework?.recover();

    return {
      port: server.port,
      async stop() {
        serving = false;
        for (const timer of timers) clearInterval(timer);
        directLine.close();
        await server.close();
        await botFramework?.close();
        await turns.idle();
        await lock.release();
        logger.info('stopped');
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Microsoft's SDK takes a quarter of a second and 30 MB to load, so that only those who serve its channels load it. */
async function loadBotFramework(options: BotFrameworkOptions): Promise<BotFramework> {
  const { createBotFramework } = await import('../adapters/bot-framework/bot-framework.ts');
  return createBotFramework(options);
}
