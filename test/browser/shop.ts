import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A shop's own server on another origin, with one page under a content policy that allows nothing inline. */
export interface Shop {
  readonly origin: string;
  /** What the next request for the page gets: attributes of the script tag, and the page's own script and style. */
  dress(page: ShopPage): void;
  close(): void;
}

export interface ShopPage {
  readonly helpCenter: string;
  readonly attributes?: string;
  /** Runs before the widget's tag. */
  readonly script?: string;
  readonly style?: string;
  readonly body?: string;
}

/** Starts a shop on a free port. */
export async function openShop(): Promise<Shop> {
  let dressed: ShopPage = { helpCenter: '' };
  const server: Server = createServer((request, response) => {
    const { helpCenter, attributes = '', script = '', style = '', body = '' } = dressed;
    if (request.url === '/shop.js') response.setHeader('content-type', 'text/javascript').end(script);
    else if (request.url === '/shop.css') response.setHeader('content-type', 'text/css').end(style);
    else {
      const { host } = new URL(helpCenter);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader(
        'content-security-policy',
        `default-src 'none'; script-src 'self' ${helpCenter}; style-src 'self'; connect-src ${helpCenter} ws://${host}; img-src data:; require-trusted-types-for 'script'`,
      );
      response.end(
        `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Shop</title>
        <link rel="icon" href="data:,"><link rel="stylesheet" href="/shop.css"><script src="/shop.js"></script>
        <script src="${helpCenter}/widget.js" async ${attributes}></script></head>
        <body><main><h1>Shop</h1><button id="own">Own button</button>${body}</main></body></html>`,
      );
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    dress: (page) => {
      dressed = page;
    },
    close: () => void server.close(),
  };
}
