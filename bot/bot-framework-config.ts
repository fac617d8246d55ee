import { z } from 'zod';

/** What an operator decides about the Azure Bot Service. */
export interface BotFrameworkConfig {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string;
  /** Who issues the tokens of incoming activities; it is the audience of the bot's own as well. */
  readonly tokenIssuer: string;
  /** The key set that the issuer signs with. */
  readonly tokenKeysUrl: string;
  /** Where the bot gets its own tokens. */
  readonly loginUrl: string;
  /** Whether this machine may stand in for Microsoft's, without TLS: for tests. */
  readonly allowLoopback: boolean;
}

const CREDENTIALS = ['BOT_APP_ID', 'BOT_APP_PASSWORD', 'BOT_TENANT_ID'] as const;
const ADDRESSES = ['BOT_TOKEN_ISSUER', 'BOT_TOKEN_KEYS_URL', 'BOT_LOGIN_URL'] as const;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

const address = z.string().trim();

/** The settings, as a part of the schema of all. */
export const BOT_FRAMEWORK_SETTINGS = {
  BOT_APP_ID: z
    .guid({ error: 'this is no application id. Set the "Microsoft App ID" of the Azure bot.' })
    .optional(),
  BOT_APP_PASSWORD: z
    .string()
    .regex(/^[\x21-\x7e]+$/, {
      error: 'a space or a letter outside ASCII is in it. Set the value of the client secret.',
    })
    .optional(),
  BOT_TENANT_ID: z
    .string()
    .regex(/^[A-Za-z0-9.-]+$/, { error: 'this is no tenant. Set the "App Tenant ID" of the Azure bot.' })
    .optional(),
  BOT_TOKEN_ISSUER: address.default('https://api.botframework.com'),
  BOT_TOKEN_KEYS_URL: address.default('https://login.botframework.com/v1/.well-known/keys'),
  BOT_LOGIN_URL: address.default('https://login.microsoftonline.com'),
  BOT_ALLOW_LOOPBACK: z
    .enum(['on', 'off'], { error: 'this is neither on nor off. Set on in tests alone.' })
    .default('off'),
};

type Settings = z.infer<z.ZodObject<typeof BOT_FRAMEWORK_SETTINGS>>;
type Given = Readonly<Record<string, string | undefined>>;

/** The configuration; `undefined` where the bot is not registered with Azure. */
export function readBotFramework(settings: Settings): BotFrameworkConfig | undefined {
  const { BOT_APP_ID: appId, BOT_APP_PASSWORD: appPassword, BOT_TENANT_ID: tenantId } = settings;
  if (appId === undefined || appPassword === undefined || tenantId === undefined) return undefined;
  return Object.freeze({
    appId,
    appPassword,
    tenantId,
    tokenIssuer: settings.BOT_TOKEN_ISSUER,
    tokenKeysUrl: settings.BOT_TOKEN_KEYS_URL,
    loginUrl: settings.BOT_LOGIN_URL,
    allowLoopback: settings.BOT_ALLOW_LOOPBACK === 'on',
  });
}

/** The faults that show only where the settings are seen together, each with the name of its setting. */
export function listBotFrameworkFaults(given: Given): readonly string[] {
  const isSet = (name: string) => given[name] !== undefined;
  const missing = CREDENTIALS.filter((name) => !isSet(name));
  const isAnySet = [...CREDENTIALS, ...ADDRESSES].some(isSet);
  const allowLoopback = given['BOT_ALLOW_LOOPBACK'] === 'on';
  return [
    ...(isAnySet ? missing : []).map(
      (name) => `${name}: this one is missing. Set ${CREDENTIALS.join(', ')}, or none of the BOT_ settings.`,
    ),
    ...ADDRESSES.filter((name) => isSet(name) && !isServiceAddress(given[name] ?? '', allowLoopback)).map(
      (name) => `${name}: this is no https address. Set one such as https://login.microsoftonline.us.`,
    ),
  ];
}

function isServiceAddress(text: string, allowLoopback: boolean): boolean {
  if (!URL.canParse(text.trim())) return false;
  const { protocol, hostname } = new URL(text.trim());
  return protocol === 'https:' || (allowLoopback && protocol === 'http:' && LOOPBACK.has(hostname));
}
