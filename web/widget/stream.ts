import type { ActivitySet } from '../../adapters/direct-line/wire.ts';

/** How a stream ended: `blocked` where it never opened, as behind a proxy that knows no WebSocket. */
export type StreamEnd = 'blocked' | 'closed';

const OPEN_TIMEOUT_MS = 5_000;
/** The server pings every 20 s: after two missed pings the line is dead, whatever the socket believes. */
const SILENCE_MS = 45_000;

/** Delivers what the server pushes until the stream ends or `signal` aborts. Never rejects. */
export function followStream(
  streamUrl: string,
  watermark: string,
  deliver: (set: ActivitySet) => void,
  signal: AbortSignal,
): Promise<StreamEnd> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve('closed');
    let opened = false;
    let timer: ReturnType<typeof setTimeout>;
    const url = new URL(streamUrl);
    url.searchParams.set('watermark', watermark);
    const socket = openSocket(url.href);
    if (!socket) return resolve('blocked');

    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
      resolve(opened ? 'closed' : 'blocked');
    };
    const endAfter = (delayMs: number) => {
      clearTimeout(timer);
      timer = setTimeout(end, delayMs);
    };

    endAfter(OPEN_TIMEOUT_MS);
    signal.addEventListener('abort', end);
    socket.onclose = end;
    socket.onopen = () => {
      opened = true;
      endAfter(SILENCE_MS);
    };
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      endAfter(SILENCE_MS);
      if (data === '') return socket.send('');
      const set = parseSet(data);
      if (set) deliver(set);
    };
  });
}

/** The constructor throws where the page's own policy forbids the connection. */
function openSocket(url: string): WebSocket | undefined {
  try {
    return new WebSocket(url);
  } catch {
    return undefined;
  }
}

function parseSet(frame: unknown): ActivitySet | undefined {
  try {
    const set = JSON.parse(String(frame)) as ActivitySet;
    return Array.isArray(set.activities) ? set : undefined;
  } catch {
    return undefined;
  }
}
