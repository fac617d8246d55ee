import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Headers that leave a browser nothing to do but what the pages need: own scripts, own styles, own connections. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    // The store's other hosts under this name are not this server's to decide on.
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  });
}
