import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadSigningKey } from '../../../adapters/lowdb/signing-key.ts';

describe('the signing key', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'help-center-key-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  test('is made at the first start and stays the same', async () => {
    const key = await loadSigningKey(dataDir);
    expect(key).toHaveLength(32);
    expect(Buffer.from(await loadSigningKey(dataDir))).toEqual(Buffer.from(key));
  });

  test('is for its owner alone', async () => {
    await loadSigningKey(dataDir);
    expect((await stat(join(dataDir, 'signing-key'))).mode & 0o777).toBe(0o600);
  });

  test('is not made anew in the place of a damaged one', async () => {
    await writeFile(join(dataDir, 'signing-key'), 'short');
    await expect(loadSigningKey(dataDir)).rejects.toMatchObject({ code: 'data-dir.bad-signing-key' });
  });
});
