import { z } from 'zod';
import {
  BOT_FRAMEWORK_SETTINGS,
  type BotFrameworkConfig,
  listBotFrameworkFaults,
  readBotFramework,
} from './bot-framework-config.ts';
import { ConfigError } from './errors.ts';

/** Everything that an operator decides. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly allowedOrigins: readonly string[];
  readonly directLineSecret?: string;
  /** Present where channels of the Azure Bot Service are served. */
  readonly botFramework?: BotFrameworkConfig;
  readonly trustProxy: boolean | number | readonly string[];
  readonly retentionDays: number;
  readonly logLevel: LogLevel;
  /** Whether the log says for each turn why it was answered as it was, the customer's words among it. */
  readonly logExplanations: boolean;
  readonly limits: {
    readonly messagesPerConversation: number;
    readonly messagesPerAddress: number;
    readonly tokensPerAddress: number;
  };
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The environment as a configuration. An empty value is as good as none. Throws one error that lists every fault. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const parsed = schema.safeParse(given);
  const joint = listBotFrameworkFaults(given);
  if (!parsed.success || joint.length > 0) {
    // What was given is not repeated: it may be a secret that was put under the wrong name.
    const single = parsed.error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`) ?? [];
    throw new ConfigError([...single, ...joint]);
  }
  const env = parsed.data;
  const botFramework = readBotFramework(env);
  return Object.freeze({
    host: env.HOST,
    port: env.PORT,
    dataDir: env.DATA_DIR,
    allowedOrigins: env.ALLOWED_ORIGINS,
    ...(env.DIRECT_LINE_SECRET === undefined ? {} : { directLineSecret: env.DIRECT_LINE_SECRET }),
    ...(botFramework === undefined ? {} : { botFramework }),
    trustProxy: env.TRUST_PROXY,
    retentionDays: env.RETENTION_DAYS,
    logLevel: env.LOG_LEVEL,
    logExplanations: env.LOG_EXPLANATIONS,
    limits: Object.freeze({
      messagesPerConversation: env.LIMIT_MESSAGES_PER_CONVERSATION,
      messagesPerAddress: env.LIMIT_MESSAGES_PER_ADDRESS,
      tokensPerAddress: env.LIMIT_TOKENS_PER_ADDRESS,
    }),
  });
}

const origin = z.string().refine(isOrigin, {
  error: ({ input }) =>
    `"${input}" is not an origin. Write scheme and host as a browser does, such as https://shop.example, separated by commas.`,
});

const proxy = z.union([
  z.ipv4(),
  z.ipv6(),
  z.cidrv4(),
  z.cidrv6(),
  z.enum(['loopback', 'linklocal', 'uniquelocal']),
]);

const schema = z.object({
  HOST: z.string().trim().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535, 'a port').default(3978),
  DATA_DIR: z.string().default('./data'),
  ALLOWED_ORIGINS: z.string().transform(splitList).pipe(z.array(origin)).default([]),
  DIRECT_LINE_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]+$/, { error: 'the secret has a space or a letter outside ASCII. Take another one.' })
    .optional(),
  ...BOT_FRAMEWORK_SETTINGS,
  TRUST_PROXY: z.string().transform(readTrustProxy).default(false),
  RETENTION_DAYS: wholeNumber(1, 36_500, 'a number of days').default(90),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `there is no such level. Set one of ${LOG_LEVELS.join(', ')}.` })
    .default('info'),
  LOG_EXPLANATIONS: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.enum(['on', 'off'], { error: 'this is neither on nor off. Set one of the two.' }))
    .transform((text) => text === 'on')
    .default(false),
  LIMIT_MESSAGES_PER_CONVERSATION: limit(30),
  LIMIT_MESSAGES_PER_ADDRESS: limit(600),
  LIMIT_TOKENS_PER_ADDRESS: limit(120),
});

function limit(count: number) {
  return wholeNumber(0, 1_000_000_000, 'a limit (0 for none)').default(count);
}

function wholeNumber(least: number, most: number, what: string) {
  const error = `this is not ${what}. Set a whole number from ${least} to ${most}.`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,10}$/, { error, abort: true })
    .transform(Number)
    .pipe(z.number().min(least, { error }).max(most, { error }));
}

function readTrustProxy(text: string, context: z.RefinementCtx): Config['trustProxy'] {
  const value = text.trim().toLowerCase();
  if (value === 'off' || value === 'on') return value === 'on';
  if (/^\d{1,2}$/.test(value)) return Number(value);
  const list = z.array(proxy).min(1).safeParse(splitList(value));
  if (list.success) return list.data;
  context.addIssue(
    'this names no proxies. Set off, on, the number of proxies in front, or their addresses separated by commas.',
  );
  return z.NEVER;
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
