import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Express, Request } from 'express';
import { AdapterError } from '../../bot/errors.ts';

/** A server that is being listened on. */
export interface HttpServer {
  readonly port: number;
  /** Takes no new requests and resolves once those under way are answered, or cut off after a while. */
  close(): Promise<void>;
}

interface HttpServerOptions {
  readonly app: Express;
  readonly host: string;
  /** 0 chooses a free one. */
  readonly port: number;
  /** Takes a WebSocket handshake or returns false. */
  readonly upgrade: (request: Request, socket: Duplex, head: Buffer) => boolean;
}

const CLOSE_TIMEOUT_MS = 5_000;

/** Listens, or throws an error that says how to mend it. */
export async function listenHttp({ app, host, port, upgrade }: HttpServerOptions): Promise<HttpServer> {
  const server = createServer(app);
  server.on('upgrade', (message: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Express's view of a request knows which proxies to believe about the host.
    const request: Request = Object.setPrototypeOf(message, app.request);
    if (!upgrade(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(toAdapterError(cause, host, port)));
    server.listen(port, host, resolve);
  });

  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const cutOff = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS);
      await closed;
      clearTimeout(cutOff);
    },
  };
}

function toAdapterError(cause: NodeJS.ErrnoException, host: string, port: number): AdapterError {
  const where = `${host}:${port}`;
  switch (cause.code) {
    case 'EADDRINUSE':
      return new AdapterError(
        'http.port-in-use',
        `PORT: ${where} is in use by another program. Stop that one, or set PORT to another number.`,
        { cause },
      );
    case 'EACCES':
      return new AdapterError(
        'http.port-forbidden',
        `PORT: this user may not listen on ${where}. Set PORT to a number from 1024 on.`,
        { cause },
      );
    default:
      return new AdapterError(
        'http.cannot-listen',
        `HOST: cannot listen on ${where} (${cause.code}). Set HOST to an address of this machine.`,
        { cause },
      );
  }
}
