import { readdirSync } from 'node:fs';
import { extname, relative, sep } from 'node:path';
import express, { type RequestHandler, type Response } from 'express';

/** What the pages of any store may load: the loader, and what it fetches. Everything else is for own pages alone. */
const FOR_ANY_STORE = /^(widget\.js|widget\/.+)$/;
const ONE_YEAR = 'public, max-age=31536000, immutable';
const PACKED = '.gz';

/** The built pages, in the packed form that the build has put beside them where the browser takes it. */
export function serveWebPages(folder: string): RequestHandler {
  const packed = listPacked(folder);
  const serve = express.static(folder, { cacheControl: false, setHeaders });

  function setHeaders(response: Response, path: string): void {
    const isPacked = path.endsWith(PACKED);
    const name = relative(folder, isPacked ? path.slice(0, -PACKED.length) : path).replaceAll(sep, '/');
    // A file with its version in the address never changes there. Of the others browsers ask each time whether they
    // are still the same; the answer has no body where they are.
    response.setHeader('Cache-Control', response.req.query['v'] === undefined ? 'no-cache' : ONE_YEAR);
    response.vary('Accept-Encoding');
    if (isPacked) {
      response.type(extname(name));
      response.setHeader('Content-Encoding', 'gzip');
    }
    if (!FOR_ANY_STORE.test(name)) return;
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Access-Control-Allow-Origin', '*');
  }

  return (request, response, next) => {
    const [path = '', query] = request.url.split('?');
    const name = path === '/' ? '/index.html' : path;
    if (packed.has(name) && request.acceptsEncodings('gzip'))
      request.url = `${name}${PACKED}${query === undefined ? '' : `?${query}`}`;
    serve(request, response, next);
  };
}

/** The paths of the files that have a packed one beside them. */
function listPacked(folder: string): ReadonlySet<string> {
  const names = readFolder(folder).map((name) => `/${name.replaceAll(sep, '/')}`);
  return new Set(names.filter((name) => name.endsWith(PACKED)).map((name) => name.slice(0, -PACKED.length)));
}

/** Empty where the pages are not built: the server speaks its protocol without them. */
function readFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}
