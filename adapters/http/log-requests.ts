import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** Logs every answered request: neither bodies nor queries, which hold what customers wrote and their tickets. */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const startedMs = performance.now();
    response.once('close', () => {
      const [path] = request.originalUrl.split('?');
      const durationMs = Math.round(performance.now() - startedMs);
      logger.info({ method: request.method, path, status: response.statusCode, durationMs }, 'request');
    });
    next();
  };
}
