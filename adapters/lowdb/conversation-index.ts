import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  isUnanswered,
  isUndelivered,
  newestTime,
  parseStoredConversation,
  type StoredConversation,
} from './stored-conversation.ts';

/** What is kept in memory of every conversation. */
export interface Summary {
  readonly newestAt: string;
  readonly unanswered: boolean;
  readonly undelivered: boolean;
}

/** Told of a file that is not a conversation and was set aside. */
export type OnBroken = (path: string, error: unknown) => void;

const READS_AT_ONCE = 32;

/** The summary of a conversation. */
export function summarize(conversation: StoredConversation): Summary {
  return {
    newestAt: newestTime(conversation),
    unanswered: isUnanswered(conversation),
    undelivered: isUndelivered(conversation),
  };
}

/**
 * Reads every conversation of a folder into an index. What a killed process left half-written is removed; it was never
 * acknowledged. A file that cannot be read as a conversation is moved to `brokenFolder` and does not stop the start.
 */
export async function readIndex(
  folder: string,
  brokenFolder: string,
  onBroken: OnBroken,
): Promise<Map<string, Summary>> {
  const index = new Map<string, Summary>();
  const names = (await readdir(folder)).values();

  const readOne = async (name: string): Promise<void> => {
    const path = join(folder, name);
    if (/\.json\.\d+$/.test(name)) return rm(path, { force: true });
    if (!name.endsWith('.json')) return;
    const id = name.slice(0, -'.json'.length);
    try {
      const conversation = parseStoredConversation(await readFile(path, 'utf8'));
      if (conversation.id !== id) throw new Error(`The file holds the conversation ${conversation.id}.`);
      index.set(id, summarize(conversation));
    } catch (error) {
      await mkdir(brokenFolder, { recursive: true });
      const aside = join(brokenFolder, name);
      await rename(path, aside);
      onBroken(aside, error);
    }
  };
  const readOn = async (): Promise<void> => {
    for (const name of names) await readOne(name);
  };

  // The readers share one iterator, so that each name is taken once.
  await Promise.all(Array.from({ length: READS_AT_ONCE }, readOn));
  return index;
}
