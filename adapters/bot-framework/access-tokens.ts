import { z } from 'zod';
import { AdapterError } from '../../bot/errors.ts';
import type { Clock } from '../../bot/ports.ts';

interface AccessTokensOptions {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string;
  readonly loginUrl: string;
  /** Whom the tokens are for. */
  readonly audience: string;
  readonly clock: Clock;
}

/** The tokens that the bot shows to connectors. */
export interface AccessTokens {
  /** A token that is good for a while yet. Rejects where the login service gives none. */
  get(): Promise<string>;
  /** Has the next `get` ask for a new one, because this one was refused. */
  forget(token: string): void;
}

interface Held {
  readonly token: string;
  readonly goodUntilMs: number;
}

const TIMEOUT_MS = 10_000;
const RENEW_BEFORE_MS = 5 * 60_000;

const grant = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const refusal = z.object({ error: z.string() });

/**
 * Tokens by the client's credentials, kept until shortly before they expire. The SDK's MSAL is not used for this one
 * call: it cannot be pointed at a login service on loopback, so that nothing of it could be tested.
 */
export function createAccessTokens(options: AccessTokensOptions): AccessTokens {
  const { loginUrl, tenantId, clock } = options;
  const endpoint = `${loginUrl.replace(/\/$/, '')}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`;
  let held: Held | undefined;
  let asking: Promise<Held> | undefined;

  const ask = async (): Promise<Held> => {
    const askedMs = clock.now().getTime();
    const { access_token: token, expires_in: seconds } = await request(endpoint, options);
    held = { token, goodUntilMs: askedMs + seconds * 1000 - RENEW_BEFORE_MS };
    return held;
  };

  return {
    async get() {
      if (held && clock.now().getTime() < held.goodUntilMs) return held.token;
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return (await asking).token;
    },
    forget(token) {
      if (held?.token === token) held = undefined;
    },
  };
}

async function request(endpoint: string, options: AccessTokensOptions): Promise<z.infer<typeof grant>> {
  const { appId, appPassword, audience } = options;
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: appPassword,
    scope: `${audience}/.default`,
  });
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(endpoint, { method: 'POST', body, signal, redirect: 'error' });
  const answer: unknown = await response.json().catch(() => undefined);
  const parsed = grant.safeParse(answer);
  if (response.ok && parsed.success) return parsed.data;
  const reason = refusal.safeParse(answer).data?.error ?? 'no reason given';
  throw new AdapterError(
    'bot-framework.no-token',
    `BOT_APP_ID: the login service gave no token (${response.status}, ${reason}). Set BOT_APP_ID, BOT_APP_PASSWORD and BOT_TENANT_ID to those of the Azure bot.`,
  );
}
