import { createSecretKey } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../bot/ports.ts';
import { FAULTS, type Fault } from './fault.ts';

/** The right to speak as one user in one conversation. */
export interface Grant {
  readonly conversationId: string;
  readonly userId: string;
}

export type Verified =
  | { readonly ok: true; readonly grant: Grant }
  | { readonly ok: false; readonly fault: Fault };

export interface Tokens {
  /** A token for a page to keep. */
  issue(grant: Grant): Promise<string>;
  /** A ticket for the address of a stream: addresses end up in logs, so that it does not live long. */
  issueTicket(grant: Grant): Promise<string>;
  verify(token: string): Promise<Verified>;
  /** Takes a ticket and, because clients pass what they have, a token as well. */
  verifyForStream(ticketOrToken: string): Promise<Verified>;
}

/** A laptop may sleep through a night without losing its conversation. */
export const TOKEN_LIFETIME_SECONDS = 24 * 60 * 60;
const TICKET_LIFETIME_SECONDS = 60;

const ALGORITHM = 'HS256';
const TOKEN_AUDIENCE = 'direct-line';
const TICKET_AUDIENCE = 'direct-line-stream';

const claims = z.object({ conv: z.string().min(1), user: z.string().min(1) });

/** Tokens signed with the server's own key. */
export function createTokens(signingKey: Uint8Array, clock: Clock): Tokens {
  // As a key object it is imported once and not for every token.
  const key = createSecretKey(signingKey);
  const sign = (
    { conversationId, userId }: Grant,
    audience: string,
    lifetimeSeconds: number,
  ): Promise<string> => {
    const issuedAt = Math.floor(clock.now().getTime() / 1000);
    return new SignJWT({ conv: conversationId, user: userId })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetimeSeconds)
      .sign(key);
  };
  const verify = async (token: string, audience: string[]): Promise<Verified> => {
    try {
      const options = {
        algorithms: [ALGORITHM],
        audience,
        currentDate: clock.now(),
        requiredClaims: ['exp', 'iat'],
      };
      const { conv, user } = claims.parse((await jwtVerify(token, key, options)).payload);
      return { ok: true, grant: { conversationId: conv, userId: user } };
    } catch (error) {
      const fault = error instanceof errors.JWTExpired ? FAULTS.tokenExpired : FAULTS.tokenForged;
      return { ok: false, fault };
    }
  };

  return {
    issue: (grant) => sign(grant, TOKEN_AUDIENCE, TOKEN_LIFETIME_SECONDS),
    issueTicket: (grant) => sign(grant, TICKET_AUDIENCE, TICKET_LIFETIME_SECONDS),
    verify: (token) => verify(token, [TOKEN_AUDIENCE]),
    verifyForStream: (token) => verify(token, [TICKET_AUDIENCE, TOKEN_AUDIENCE]),
  };
}
