import express, { type ErrorRequestHandler, type Express, type Router } from 'express';
import type { Logger } from 'pino';
import { logRequests } from './log-requests.ts';
import { securityHeaders } from './security-headers.ts';
import { serveWebPages } from './web-pages.ts';

/** Which proxies in front are believed about a client's address, host and protocol: none, all, so many, or these. */
export type TrustProxy = boolean | number | readonly string[];

export interface AppOptions {
  readonly logger: Logger;
  readonly trustProxy: TrustProxy;
  /** The folder of the built pages. */
  readonly webFolder: string;
  /** Routers by the path where they are mounted. */
  readonly routers: Readonly<Record<string, Router>>;
  /** Whether the server is up and not about to stop. */
  readonly isServing: () => boolean;
}

/** Everything that is served over HTTP. */
export function createApp({ logger, trustProxy, webFolder, routers, isServing }: AppOptions): Express {
  const app = express();
  app.set('trust proxy', trustProxy);
  app.set('query parser', 'simple');
  app.use(securityHeaders(), logRequests(logger));
  app.get('/healthz', (_request, response) => {
    if (isServing()) response.json({ status: 'ok' });
    else response.status(503).json({ status: 'stopping' });
  });
  for (const [path, router] of Object.entries(routers)) app.use(path, router);
  app.use(serveWebPages(webFolder));
  app.use((_request, response) => {
    response.status(404).json({ error: { code: 'NotFound', message: 'There is nothing at this address.' } });
  });
  app.use(answerError(logger));
  return app;
}

/** What went wrong goes to the log; the client learns no more than that something did. */
function answerError(logger: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    const status: unknown = error?.status;
    if (typeof status === 'number' && status >= 400 && status < 500 && !response.headersSent) {
      response.status(status).json({ error: { code: 'BadArgument', message: 'The request is malformed.' } });
      return;
    }
    const [path] = request.originalUrl.split('?');
    logger.error({ err: error, method: request.method, path }, 'request failed');
    if (response.headersSent) next(error);
    else
      response
        .status(500)
        .json({ error: { code: 'ServiceError', message: 'The server failed. Try again.' } });
  };
}
