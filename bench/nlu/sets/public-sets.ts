import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { LabelledText } from '../contestant.ts';
import type { QuestionSet } from './question-set.ts';

/** The public sets, all English; the file of each is `<id>.json`. */
export const PUBLIC_TITLES = {
  clinc150: 'CLINC150',
  'clinc150-10shot': 'CLINC150, 10 examples a class',
  banking77: 'BANKING77',
  'banking77-10shot': 'BANKING77, 10 examples a class',
  'braun-chatbot': 'Braun Chatbot',
  'braun-askubuntu': 'Braun AskUbuntu',
  'braun-webapplications': 'Braun WebApplications',
} as const;

export type PublicSetId = keyof typeof PUBLIC_TITLES;

const textsSchema = z.array(
  z.object({ t: z.string(), l: z.string() }).transform(({ t, l }): LabelledText => ({ text: t, label: l })),
);
const fileSchema = z.object({
  train: textsSchema.min(1),
  val: textsSchema.default([]),
  test: textsSchema.min(1),
  oosTrain: textsSchema.default([]),
  oosTest: textsSchema.default([]),
});

/** Reads a public set from the folder, or tells why it cannot be had. */
export function readPublicSet(folder: string, id: PublicSetId): QuestionSet | { readonly fault: string } {
  const file = join(folder, `${id}.json`);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return { fault: `${file} cannot be read: ${(error as Error).message}` };
  }
  const parsed = fileSchema.safeParse(content);
  if (!parsed.success) return { fault: `${file}: ${z.prettifyError(parsed.error)}` };
  const { train, val, test, oosTrain, oosTest } = parsed.data;
  return {
    id,
    title: PUBLIC_TITLES[id],
    language: 'en',
    examples: train,
    unanswerable: oosTrain.map(({ text }) => text),
    validation: oosTest.length > 0 ? val : [],
    test,
    outOfScope: oosTest.map(({ text }) => text),
    isAskedWithSlips: false,
    note: '',
  };
}
