import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** An activity that the bot sent, and where to. */
export interface SentActivity {
  readonly conversationId: string;
  readonly replyToId: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever came.
  readonly activity: any;
}

/** What the bot answered to a posted activity. */
export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever came.
  readonly body: any;
}

/** How a request is made to differ from a good one. */
export interface Forgery {
  /** `null` sends none. */
  readonly authorization?: string | null;
  readonly claims?: JWTPayload;
  readonly activity?: object;
}

/** Microsoft's side on loopback: the login service, the key set, and the connector of a channel. */
export interface TestConnector {
  readonly serviceUrl: string;
  /** The settings by which a bot takes it for the real one. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the bot sent, in order. */
  readonly sent: readonly SentActivity[];
  readonly loginCount: () => number;
  /** Resolves once so many activities were not taken. */
  refuse(count: number): Promise<void>;
  /** Resolves once the bot has sent so many activities. */
  receive(count: number): Promise<readonly SentActivity[]>;
  /** Posts an activity as the channel does, with a good token unless it is told otherwise. */
  post(botOrigin: string, activity: object, forgery?: Forgery): Promise<Answered>;
  /** A bearer with these claims in place of the good ones; by a key of another where one is given. */
  sign(claims?: JWTPayload, key?: CryptoKey): Promise<string>;
  /** From now on replies are answered with this status; `undefined` for taking them. */
  answerWith(status: number | undefined): void;
  /** The next replies find that the token they show has been withdrawn. */
  withdrawTokens(): void;
  /** Whether the login service gives tokens. */
  openLogin(isOpen: boolean): void;
  close(): Promise<void>;
}

export const APP_ID = '11111111-2222-4333-8444-555555555555';
const PASSWORD = 'a~secret.of-the.bot';
const TENANT = '99999999-8888-4777-8666-555555555555';
const ISSUER = 'https://api.botframework.com';

// Making a key takes longer than anything else here.
const { publicKey, privateKey } = await generateKeyPair('RS256');

export async function startTestConnector(): Promise<TestConnector> {
  const jwk = {
    ...(await exportJWK(publicKey)),
    kid: 'key-1',
    use: 'sig',
    endorsements: ['msteams', 'webchat'],
  };
  const sent: SentActivity[] = [];
  const waiting = new Set<() => void>();
  let refused = 0;
  const goodTokens = new Set<string>();
  let logins = 0;
  let isLoginOpen = true;
  let failure: number | undefined;

  const app = express().use(express.json(), express.urlencoded({ extended: false }));
  app.get('/keys', (_request, response) => void response.json({ keys: [jwk] }));
  app.post('/:tenant/oauth2/v2.0/token', ({ params, body }, response) => {
    logins += 1;
    const isGood =
      isLoginOpen &&
      params.tenant === TENANT &&
      body.grant_type === 'client_credentials' &&
      body.client_id === APP_ID &&
      body.client_secret === PASSWORD &&
      body.scope === `${ISSUER}/.default`;
    if (!isGood) return void response.status(401).json({ error: 'invalid_client' });
    const token = `bot-token-${logins}`;
    goodTokens.add(token);
    response.json({ token_type: 'Bearer', expires_in: 3599, access_token: token });
  });
  app.post(
    ['/teams/v3/conversations/:id/activities', '/teams/v3/conversations/:id/activities/:replyToId'],
    ({ params, headers, body }, response) => {
      const bearer = headers.authorization?.replace('Bearer ', '') ?? '';
      const status = goodTokens.has(bearer) ? failure : 401;
      if (status === undefined) {
        const { id, replyToId } = params as Record<string, string>;
        sent.push({ conversationId: id ?? '', replyToId, activity: body });
        response.status(201).json({ id: `sent-${sent.length}` });
      } else {
        refused += 1;
        response.status(status).json({ error: { code: 'Refused' } });
      }
      for (const check of waiting) check();
    },
  );
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serviceUrl = `${origin}/teams/`;

  const until = (isReached: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const check = () => {
        if (!isReached()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  const sign: TestConnector['sign'] = (claims = {}, key = privateKey) => {
    const now = Math.floor(Date.now() / 1000);
    // These five are what a live token has.
    const good = { iss: ISSUER, aud: APP_ID, nbf: now, exp: now + 3600, serviceurl: serviceUrl };
    return new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'key-1' }).sign(key);
  };

  return {
    serviceUrl,
    environment: {
      BOT_APP_ID: APP_ID,
      BOT_APP_PASSWORD: PASSWORD,
      BOT_TENANT_ID: TENANT,
      BOT_TOKEN_KEYS_URL: `${origin}/keys`,
      BOT_LOGIN_URL: origin,
      BOT_ALLOW_LOOPBACK: 'on',
    },
    sent,
    loginCount: () => logins,
    sign,
    refuse: (count) => until(() => refused >= count),
    async receive(count) {
      await until(() => sent.length >= count);
      return sent;
    },
    async post(botOrigin, activity, { authorization, claims, activity: changes } = {}) {
      const header = authorization === undefined ? `Bearer ${await sign(claims)}` : authorization;
      const response = await fetch(`${botOrigin}/api/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...(header === null ? {} : { authorization: header }),
        },
        body: JSON.stringify({ ...envelope(serviceUrl), ...activity, ...changes }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    answerWith(status) {
      failure = status;
    },
    withdrawTokens: () => goodTokens.clear(),
    openLogin(isOpen) {
      isLoginOpen = isOpen;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What Teams writes around every activity of a personal chat. */
function envelope(serviceUrl: string) {
  return {
    channelId: 'msteams',
    serviceUrl,
    timestamp: new Date().toISOString(),
    from: { id: '29:customer', name: 'Customer', aadObjectId: '7a7a7a7a-0000-4000-8000-000000000000' },
    recipient: { id: `28:${APP_ID}`, name: 'Help center' },
    conversation: { conversationType: 'personal', tenantId: TENANT, id: 'a:1dF_x-8', name: null },
    attachments: null,
    entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web' }],
    channelData: { tenant: { id: TENANT } },
  };
}

/** A message that a customer typed. */
export function message(id: string, text: string | null, changes: object = {}) {
  return { type: 'message', id, text, textFormat: 'plain', locale: 'en-US', ...changes };
}
