import type { Request, Response } from 'express';
import { FAULTS, sendFault } from './fault.ts';
import type { Grant, Tokens } from './tokens.ts';

/** The bearer of a request; `undefined` where it has none. */
export function bearerOf({ headers: { authorization } }: Request): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization?.trim() ?? '')?.[1];
}

/** The grant of the request's token. Where there is none, answers the request and returns `undefined`. */
export async function authorize(
  tokens: Tokens,
  request: Request,
  response: Response,
): Promise<Grant | undefined> {
  const bearer = bearerOf(request);
  if (bearer === undefined) {
    sendFault(response, FAULTS.tokenMissing);
    return undefined;
  }
  const verified = await tokens.verify(bearer);
  if (!verified.ok) {
    sendFault(response, verified.fault);
    return undefined;
  }
  const { id } = request.params;
  if (id !== undefined && id !== verified.grant.conversationId) {
    sendFault(response, FAULTS.tokenOfAnother);
    return undefined;
  }
  return verified.grant;
}
