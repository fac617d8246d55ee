import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { AdapterError } from '../../bot/errors.ts';
import type { Clock } from '../../bot/ports.ts';

interface AuthenticatorOptions {
  readonly appId: string;
  readonly tokenIssuer: string;
  readonly tokenKeysUrl: string;
  readonly clock: Clock;
}

/** Whether a bearer is a channel's token for this bot, and which service it may speak for. */
export type Authentication = { readonly ok: true; readonly serviceUrl: string } | { readonly ok: false };

export type Authenticate = (bearer: string) => Promise<Authentication>;

/** Microsoft's clocks and the server's may differ by this much, as its documentation asks for. */
const CLOCK_TOLERANCE_SECONDS = 300;

// The name has no capital in a token, though it has one in an activity.
const claims = z.object({ serviceurl: z.url() });

/**
 * Checks tokens by the issuer's published keys. It throws where the keys cannot be had, so that the channel tries again.
 * The SDK's own check is not used: it fetches the keys from fixed hosts, takes a token without an expiry or a service,
 * and compares issuers only where it is told to.
 */
export function createAuthenticator(options: AuthenticatorOptions): Authenticate {
  const { appId, tokenIssuer, tokenKeysUrl, clock } = options;
  const keys = createRemoteJWKSet(new URL(tokenKeysUrl));
  return async (bearer) => {
    try {
      const { payload } = await jwtVerify(bearer, keys, {
        algorithms: ['RS256'],
        audience: appId,
        issuer: tokenIssuer,
        requiredClaims: ['exp'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: clock.now(),
      });
      const parsed = claims.safeParse(payload);
      return parsed.success ? { ok: true, serviceUrl: parsed.data.serviceurl } : { ok: false };
    } catch (cause) {
      if (isFaultOfToken(cause)) return { ok: false };
      const message = `BOT_TOKEN_KEYS_URL: the keys that channels sign with cannot be fetched from ${tokenKeysUrl}.`;
      throw new AdapterError('bot-framework.no-keys', message, { cause });
    }
  };
}

function isFaultOfToken(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return false;
  return !['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'].includes(error.code);
}

/** Whether two addresses are the same service: letter case and a slash at the end do not count. */
export function isSameService(one: string, other: string): boolean {
  return normalize(one) === normalize(other);
}

function normalize(url: string): string {
  return url.toLowerCase().replace(/\/$/, '');
}
