import { z } from 'zod';
import type { Language } from './language.ts';

/** `topic.some-name`: lower case, dots between parts, hyphens inside them. */
const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/, 'is not an id: use lower case, as in points.earn-on-redeem');
const lineSchema = z
  .string()
  .refine((text) => text.trim() === text && text !== '' && !text.includes('\n'), 'must be one line of text');
const phrasingsSchema = z.array(lineSchema);

const articleTextSchema = z.strictObject({
  title: lineSchema,
  answer: z.string().refine((text) => text.trim() !== '', 'must not be empty'),
  phrasings: phrasingsSchema,
});

/** A published answer, as it stands in `content/articles/<id>.yaml`. */
export const articleSchema = z.strictObject({
  id: idSchema,
  zh: articleTextSchema,
  en: articleTextSchema,
  related: z.array(idSchema).max(4),
});

const intentTextSchema = z.strictObject({ phrasings: phrasingsSchema });

/** Something a customer wants that no article answers: small talk, a person, the own record. */
export const intentSchema = z.strictObject({ id: idSchema, zh: intentTextSchema, en: intentTextSchema });

const decoyTextSchema = z.strictObject({ subject: lineSchema, phrasings: phrasingsSchema });

/** A neighbour of the corpus: customers ask it in the store's own words, and the store has no answer to it. */
export const decoySchema = z.strictObject({ id: idSchema, zh: decoyTextSchema, en: decoyTextSchema });

/** Utterances from other walks of life. */
export const backgroundSchema = z.strictObject({ zh: phrasingsSchema, en: phrasingsSchema });

/** Groups of words that customers use for one thing; the first is the store's own. */
const synonymGroupsSchema = z.array(z.array(lineSchema).min(2));
export const synonymsSchema = z.strictObject({ zh: synonymGroupsSchema, en: synonymGroupsSchema });

/** Who answers, and how a person is reached. */
export const storeSchema = z.strictObject({
  name: z.strictObject({ zh: lineSchema, en: lineSchema }),
  hotline: z.string().regex(/^[0-9+][0-9 -]{4,}$/, 'is not a telephone number'),
  mailbox: z.email('is not a mail address'),
  website: z.url({ protocol: /^https$/, error: 'is not an https address' }),
  /** The articles that a greeting offers; where there are none, the first ones. */
  mostAsked: z.array(idSchema).max(6).default([]),
});

export interface Article extends z.infer<typeof articleSchema> {
  /** The first 12 hex digits of the SHA-256 of the article's file. */
  readonly version: string;
}
export type Intent = z.infer<typeof intentSchema>;
export type Decoy = z.infer<typeof decoySchema>;
export type Store = z.infer<typeof storeSchema>;

/** Everything the bot may say or has to recognise, checked, sorted by id. */
export interface Corpus {
  readonly articles: readonly Article[];
  readonly intents: readonly Intent[];
  readonly decoys: readonly Decoy[];
  readonly background: Readonly<Record<Language, readonly string[]>>;
  readonly synonyms: Readonly<Record<Language, readonly (readonly string[])[]>>;
  readonly store: Store;
  /** SHA-256 over the names and bytes of all content files, in hex. */
  readonly hash: string;
}
