import { basename } from 'node:path';
import express, { type RequestHandler } from 'express';

/** The built pages. The widget's program may be loaded by the pages of any store, everything else by own pages alone. */
export function serveWebPages(folder: string): RequestHandler {
  return express.static(folder, {
    cacheControl: false,
    setHeaders(response, path) {
      // Browsers ask each time whether it is still the same; the answer has no body where it is.
      response.setHeader('Cache-Control', 'no-cache');
      if (basename(path) !== 'widget.js') return;
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      response.setHeader('Access-Control-Allow-Origin', '*');
    },
  });
}
