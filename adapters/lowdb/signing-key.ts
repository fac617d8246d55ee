import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { AdapterError } from '../../bot/errors.ts';

const KEY_BYTES = 32;

/** The key that signs the customers' tokens: `DATA_DIR/signing-key`, made at the first start. */
export async function loadSigningKey(dataDir: string): Promise<Uint8Array> {
  const path = join(dataDir, 'signing-key');
  const stored = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (stored === undefined) {
    await mkdir(dataDir, { recursive: true });
    const key = randomBytes(KEY_BYTES);
    await writeFileAtomic(path, key, { mode: 0o600, fsync: true });
    return key;
  }
  if (stored.length !== KEY_BYTES) {
    throw new AdapterError(
      'data-dir.bad-signing-key',
      `${path} has ${stored.length} bytes and not ${KEY_BYTES}. Restore it from a backup, or remove it: a new one is made at the next start and customers begin new conversations.`,
    );
  }
  return stored;
}
