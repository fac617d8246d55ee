import { createHash, randomBytes } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { mkdir, realpath } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AdapterError } from '../../bot/errors.ts';

/** The hold on a DATA_DIR. */
export interface DataDirLock {
  release(): Promise<void>;
}

/** The address of a Unix socket has room for 104 bytes on macOS and 108 on Linux, with the closing zero. */
const SOCKET_PATH_BYTES = 100;
/** How long another starter that saw the same stale socket has to put its own in the place of ours. */
const SETTLE_MS = 50;
const ANSWER_TIMEOUT_MS = 2_000;

/**
 * Makes this process the owner of DATA_DIR, or throws. The hold is a listening local socket: the kernel lets go of it
 * when the process ends, however it ends, so that a start after `kill -9` never waits for a hold to grow stale.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  await mkdir(dataDir, { recursive: true });
  const folder = await realpath(dataDir);
  const path = socketPathOf(folder);
  const token = randomBytes(16).toString('hex');

  if ((await askOwner(path)) !== undefined) throw ownedByAnother(folder);
  const server = await listen(`${path}.${token.slice(0, 8)}`, token);
  // The rename replaces a stale socket in one step. Of two starters the later one wins, and the earlier one finds its
  // token gone.
  renameSync(`${path}.${token.slice(0, 8)}`, path);
  await delay(SETTLE_MS);
  if ((await askOwner(path)) !== token) {
    await close(server);
    throw ownedByAnother(folder);
  }
  return {
    async release() {
      rmSync(path, { force: true });
      await close(server);
    },
  };
}

/** In the folder itself where the name is short enough, else under a name that follows from the folder's. */
function socketPathOf(folder: string): string {
  const inside = join(folder, 'owner.sock');
  if (Buffer.byteLength(inside) + '.12345678'.length <= SOCKET_PATH_BYTES) return inside;
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return join(tmpdir(), `help-center-${hash}.sock`);
}

/** The token of the process that listens at the path; `undefined` where none does. */
function askOwner(path: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = createConnection(path);
    // An owner too busy to answer is an owner.
    socket.setTimeout(ANSWER_TIMEOUT_MS, () => socket.destroy());
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
    });
    socket.once('connect', () => socket.once('close', () => resolve(answer)));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(undefined);
      else if (error.code === 'ECONNRESET' || error.code === 'EPIPE') resolve(answer);
      else reject(notLockable(path, error));
    });
  });
}

function listen(path: string, token: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(token);
    });
    server.once('error', (error) => reject(notLockable(path, error)));
    server.listen(path, () => resolve(server.unref()));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

function ownedByAnother(folder: string): AdapterError {
  return new AdapterError(
    'data-dir.owned',
    `DATA_DIR: ${folder} is in use by another running server. Stop that one, or set DATA_DIR to a folder of its own.`,
  );
}

function notLockable(path: string, cause: unknown): AdapterError {
  return new AdapterError(
    'data-dir.not-lockable',
    `DATA_DIR: no local socket can be made at ${path}. Set DATA_DIR to a folder on a local disk that this user may write.`,
    { cause },
  );
}
