import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ContentError, type Language } from '../../faq/index.ts';

const MOST_ASKED_COUNT = 4;

const both = <T extends z.ZodType>(schema: T) => z.object({ zh: schema, en: schema });
const storeSchema = z.object({ name: both(z.string()), mostAsked: z.array(z.string()).optional() });
const articleSchema = z
  .object({ id: z.string() })
  .and(both(z.object({ title: z.string(), phrasings: z.array(z.string()) })));

/** What the chat shows of the store before anything is asked. */
export interface StoreQuestions {
  readonly name: Readonly<Record<Language, string>>;
  /** By id. */
  readonly articles: readonly z.infer<typeof articleSchema>[];
  /** Those that `store.yaml` names as most asked, or else the first. */
  readonly mostAsked: readonly z.infer<typeof articleSchema>[];
}

/**
 * Reads as much of a content folder as the chat needs. The build of the model checks the folder as a whole.
 * @throws ContentError where `mostAsked` names what is no article.
 */
export function readStoreQuestions(folder: string): StoreQuestions {
  const { name, mostAsked } = storeSchema.parse(readYaml(join(folder, 'store.yaml')));
  const articles = readdirSync(join(folder, 'articles'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => articleSchema.parse(readYaml(join(folder, 'articles', file))))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (!mostAsked) return { name, articles, mostAsked: articles.slice(0, MOST_ASKED_COUNT) };

  const found = mostAsked.map((id) => ({ id, article: articles.find((article) => article.id === id) }));
  const faults = found.flatMap(({ id, article }, place) =>
    article
      ? []
      : [
          {
            file: 'store.yaml',
            field: `mostAsked.${place}`,
            fault: `there is no article ${id}`,
            cure: 'name an article of the folder articles',
          },
        ],
  );
  if (faults.length > 0) throw new ContentError(faults);
  return { name, articles, mostAsked: found.flatMap(({ article }) => article ?? []) };
}

function readYaml(path: string): unknown {
  return parse(readFileSync(path, 'utf8'));
}
