import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type DataDirLock, lockDataDir } from '../../../adapters/lowdb/data-dir-lock.ts';

describe('the hold on DATA_DIR', () => {
  let folder: string;
  const held: DataDirLock[] = [];
  const lock = async (path: string): Promise<DataDirLock> => {
    const one = await lockDataDir(path);
    held.push(one);
    return one;
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'help-center-lock-'));
  });
  afterEach(async () => {
    await Promise.all(held.splice(0).map((one) => one.release()));
    await rm(folder, { recursive: true });
  });

  test('is for one process at a time, and the other is told what to do', async () => {
    await lock(folder);
    await expect(lockDataDir(folder)).rejects.toMatchObject({
      code: 'data-dir.owned',
      message: expect.stringMatching(/in use by another running server\. Stop that one, or set DATA_DIR/),
    });
  });

  test('is free again once released, and leaves nothing behind', async () => {
    await (await lockDataDir(folder)).release();
    expect(await readdir(folder)).toEqual([]);
    await expect(lock(folder)).resolves.toBeDefined();
  });

  test('goes to one of several that start together', async () => {
    const starts = await Promise.allSettled(Array.from({ length: 8 }, () => lock(folder)));
    expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(lockDataDir(folder)).rejects.toMatchObject({ code: 'data-dir.owned' });
  });

  test('is the same by another path to the folder', async () => {
    await lock(folder);
    const link = `${folder}-link`;
    await symlink(folder, link);
    await expect(lockDataDir(link)).rejects.toMatchObject({ code: 'data-dir.owned' });
    await rm(link);
  });

  test('works in a folder whose path is too long for a socket', async () => {
    const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    await lock(deep);
    await expect(lockDataDir(deep)).rejects.toMatchObject({ code: 'data-dir.owned' });
    expect(await readdir(deep)).toEqual([]);
  });

  test('is free at once when its process was killed, of several starters for one', async () => {
    const program = `
      const { lockDataDir } = await import(${JSON.stringify(new URL('../../../adapters/lowdb/data-dir-lock.ts', import.meta.url).href)});
      await lockDataDir(${JSON.stringify(folder)});
      process.stdout.write('locked');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await expect(lockDataDir(folder)).rejects.toMatchObject({ code: 'data-dir.owned' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await readdir(folder)).toEqual(['owner.sock']);
    const starts = await Promise.allSettled([lock(folder), lock(folder), lock(folder)]);
    expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
