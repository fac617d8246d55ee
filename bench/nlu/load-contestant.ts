import type { Contestant } from './contestant.ts';

/** The contestants, in the order of the tables. Each is loaded where it runs, so that its memory and time are its own. */
const LOADERS = {
  ours: async () => (await import('./contestants/ours.ts')).ours,
  natural: async () => (await import('./contestants/natural.ts')).natural,
  'fuse.js': async () => (await import('./contestants/fuse.ts')).fuse,
  minisearch: async () => (await import('./contestants/minisearch.ts')).minisearch,
  'node-nlp': async () => (await import('./contestants/node-nlp.ts')).nodeNlp,
} satisfies Record<string, () => Promise<Contestant>>;

export type ContestantName = keyof typeof LOADERS;

export const CONTESTANT_NAMES = Object.keys(LOADERS) as readonly ContestantName[];

export function loadContestant(name: ContestantName): Promise<Contestant> {
  return LOADERS[name]();
}
