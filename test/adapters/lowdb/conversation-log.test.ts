import { mkdir, mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openConversationLog } from '../../../adapters/lowdb/conversation-log.ts';
import { describeConversationLog, type StoreUnderTest } from '../../contract/conversation-log.ts';

async function createStore(): Promise<StoreUnderTest> {
  const dataDir = await mkdtemp(join(tmpdir(), 'help-center-log-'));
  let fixed: Date | undefined;
  const clock = { now: () => fixed ?? new Date() };
  // A cache of two makes the three conversations of the property come and go.
  const open = () => openConversationLog({ dataDir, clock, onBroken: unexpected, cachedConversations: 2 });
  return {
    log: await open(),
    reopen: open,
    breakWrites: () => rename(join(dataDir, 'open'), join(dataDir, 'away')),
    mendWrites: () => rename(join(dataDir, 'away'), join(dataDir, 'open')),
    setTime: (instant) => {
      fixed = instant;
    },
    dispose: () => rm(dataDir, { recursive: true }),
  };
}

function unexpected(path: string): void {
  throw new Error(`${path} should not be broken.`);
}

describeConversationLog('files', createStore);

describe('the folder of conversations', () => {
  const clock = { now: () => new Date() };
  const conversation = { id: 'c1', userId: 'dl_1', pageLanguage: 'zh' } as const;
  let dataDir: string;
  let broken: string[];
  const open = () => openConversationLog({ dataDir, clock, onBroken: (path) => broken.push(path) });
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'help-center-log-'));
    broken = [];
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  test.each([
    ['cut off', (path: string) => truncate(path, 40)],
    ['empty', (path: string) => truncate(path, 0)],
    ['not JSON', (path: string) => writeFile(path, 'hello')],
    ['JSON of another shape', (path: string) => writeFile(path, '{"id":"c1","log":null}')],
    [
      'another conversation',
      async (path: string) =>
        writeFile(path, (await readFile(path, 'utf8')).replace('"id":"c1"', '"id":"c2"')),
    ],
  ])('sets a file aside that is %s, and starts with the others', async (_case, spoil) => {
    const log = await open();
    await log.open(conversation);
    await log.open({ ...conversation, id: 'good' });
    await spoil(join(dataDir, 'open', 'c1.json'));

    const restarted = await open();
    expect(broken).toEqual([join(dataDir, 'broken', 'c1.json')]);
    expect(await readdir(join(dataDir, 'broken'))).toEqual(['c1.json']);
    expect(await restarted.find('c1')).toBeUndefined();
    expect(await restarted.find('good')).toMatchObject({ id: 'good' });
  });

  test('is rid of what a killed process left half-written', async () => {
    await (await open()).open(conversation);
    await writeFile(join(dataDir, 'open', 'c1.json.123456'), '{"id":');
    await open();
    expect(await readdir(join(dataDir, 'open'))).toEqual(['c1.json']);
    expect(broken).toEqual([]);
  });

  test('leaves alone what is no conversation', async () => {
    await mkdir(join(dataDir, 'open'));
    await writeFile(join(dataDir, 'open', 'README'), 'notes');
    await open();
    expect(await readdir(join(dataDir, 'open'))).toEqual(['README']);
  });

  test('writes a burst in few writes', async () => {
    const log = await open();
    await log.open(conversation);
    let groups = 0;
    await log.subscribe('c1', 0, () => {
      groups += 1;
    });
    const utterance = { userId: 'dl_1', utterance: 'hi', pageLanguage: 'zh' } as const;
    await Promise.all(Array.from({ length: 500 }, () => log.appendUtterance('c1', utterance)));
    expect(groups).toBeLessThanOrEqual(3);
  });
});
