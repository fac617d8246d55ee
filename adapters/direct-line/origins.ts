import type { NextFunction, Request, Response } from 'express';
import { FAULTS, sendFault } from './fault.ts';

/** Tells whether a page may speak to the server. */
export type OriginCheck = (request: Pick<Request, 'headers' | 'host'>) => boolean;

/**
 * Allows pages of the listed origins, pages of the server's own host, and programs that are no page: those send no
 * Origin. The schemes of the own host are not compared, because a proxy may have ended TLS in front of the server.
 */
export function createOriginCheck(allowedOrigins: readonly string[]): OriginCheck {
  const allowed = new Set(allowedOrigins);
  return ({ headers: { origin }, host }) =>
    origin === undefined || allowed.has(origin) || (URL.canParse(origin) && new URL(origin).host === host);
}

/** Refuses foreign pages, tells browsers that the others may read, and answers their preflight. */
export function cors(isAllowed: OriginCheck) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const { origin } = request.headers;
    response.vary('Origin');
    if (!isAllowed(request)) {
      sendFault(response, FAULTS.originForeign);
      return;
    }
    if (origin !== undefined) {
      response.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': 'Retry-After' });
    }
    if (request.method !== 'OPTIONS') {
      next();
      return;
    }
    response
      .set({
        'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
        'Access-Control-Allow-Headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
        'Access-Control-Max-Age': '7200',
      })
      .status(204)
      .end();
  };
}
