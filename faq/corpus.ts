import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  articleSchema,
  backgroundSchema,
  type Corpus,
  decoySchema,
  intentSchema,
  storeSchema,
  synonymsSchema,
} from './article.ts';
import { checkCorpus } from './check-corpus.ts';
import { ContentError, type Fault } from './fault.ts';
import { parseYaml } from './read-yaml.ts';

/** The corpus as far as it could be read, and everything that is wrong with it. */
export interface CorpusReport {
  /** Present where every file has the right shape. */
  readonly corpus?: Corpus;
  readonly faults: readonly Fault[];
}

/**
 * Reads a content folder.
 * @throws ContentError with every fault of the corpus.
 */
export function parseCorpus(folder: string): Corpus {
  const { corpus, faults } = inspectCorpus(folder);
  if (!corpus || faults.length > 0) throw new ContentError(faults);
  return corpus;
}

/** Reads a content folder and collects its faults instead of throwing. */
export function inspectCorpus(folder: string): CorpusReport {
  const hash = createHash('sha256');
  const faults: Fault[] = [];

  const read = <T>(file: string, schema: z.ZodType<T>): { value: T; version: string } | undefined => {
    const text = readText(folder, file, faults);
    if (text === undefined) return undefined;
    hash.update(`${file}\0${text.length}\0${text}\0`);
    const parsed = parseYaml(file, text, schema);
    if (parsed.ok) return { value: parsed.value, version: sha256(text).slice(0, 12) };
    faults.push(...parsed.faults);
    return undefined;
  };
  const readAll = <T extends { id: string }>(subfolder: string, schema: z.ZodType<T>) =>
    listYaml(folder, subfolder, faults).flatMap((file) => {
      const found = read(`${subfolder}/${file}`, schema);
      if (found) checkName(subfolder, file, found.value.id, faults);
      return found ? [found] : [];
    });

  const articles = readAll('articles', articleSchema).map(({ value, version }) => ({ ...value, version }));
  const decoys = readAll('decoys', decoySchema).map(({ value }) => value);
  const intents = readAll('intents', intentSchema).map(({ value }) => value);
  const background = read('background.yaml', backgroundSchema)?.value;
  const store = read('store.yaml', storeSchema)?.value;
  const synonyms = read('synonyms.yaml', synonymsSchema)?.value;

  if (!background || !store || !synonyms) return { faults };
  const corpus = {
    articles: articles.sort(byId),
    intents: intents.sort(byId),
    decoys: decoys.sort(byId),
    background,
    synonyms,
    store,
    hash: hash.digest('hex'),
  };
  return { corpus, faults: [...faults, ...checkCorpus(corpus)] };
}

/** Orders by id, by code unit, so that no locale has a say. */
function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function readText(folder: string, file: string, faults: Fault[]): string | undefined {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch {
    faults.push({ file, field: '', fault: 'the file cannot be read', cure: 'add the file, readable' });
    return undefined;
  }
}

function listYaml(folder: string, subfolder: string, faults: Fault[]): readonly string[] {
  try {
    return readdirSync(join(folder, subfolder))
      .filter((file) => file.endsWith('.yaml'))
      .sort();
  } catch {
    faults.push({ file: subfolder, field: '', fault: 'the folder is missing', cure: 'add the folder' });
    return [];
  }
}

function checkName(subfolder: string, file: string, id: string, faults: Fault[]): void {
  const expected = subfolder === 'decoys' ? `decoy.${file.slice(0, -5)}` : file.slice(0, -5);
  if (id === expected) return;
  faults.push({
    file: `${subfolder}/${file}`,
    field: 'id',
    fault: `the id is ${id}, and the file's name says ${expected}`,
    cure: 'give both the same name',
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
