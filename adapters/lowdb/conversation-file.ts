import { open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import writeFileAtomic from 'write-file-atomic';
import { parseStoredConversation, type StoredConversation } from './stored-conversation.ts';

/** lowdb's view of one conversation's file: written beside, synced, and put in place in one step. */
export function createConversationFile(path: string): Adapter<StoredConversation> {
  return {
    async read() {
      const text = await readFile(path, 'utf8').catch(ifMissing);
      return text === undefined ? null : parseStoredConversation(text);
    },
    async write(conversation) {
      await writeFileAtomic(path, JSON.stringify(conversation), { mode: 0o600, fsync: true });
      await syncFolder(dirname(path));
    },
  };
}

/** Removes the file; that it is gone already is no fault. */
export async function removeConversationFile(path: string): Promise<void> {
  await rm(path, { force: true });
  await syncFolder(dirname(path));
}

/** The new name of a renamed file is durable only once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
