import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from './fault.ts';
import { LANGUAGES, type Language } from './language.ts';
import { parseYaml } from './read-yaml.ts';

/** A held-out question, and the ids that answer it; none where it must not be answered. */
export interface HeldOutQuestion {
  readonly language: Language;
  readonly text: string;
  readonly ids: readonly string[];
  /** Path below the questions folder. */
  readonly file: string;
}

const listSchema = z.array(z.string().min(1));
const doublesSchema = z.array(z.strictObject({ text: z.string().min(1), ids: z.array(z.string()).min(1) }));

/** The name of the file with questions that must not be answered. */
const UNANSWERABLE = 'none';
/** The name of the file with two questions in each message. */
const DOUBLES = 'doubles';

/** Reads `<language>/<id>.yaml`, `none.yaml` and `doubles.yaml`, and collects the faults. */
export function inspectQuestions(folder: string): {
  readonly questions: readonly HeldOutQuestion[];
  readonly faults: readonly Fault[];
} {
  const faults: Fault[] = [];
  const questions: HeldOutQuestion[] = [];
  for (const language of LANGUAGES) {
    for (const name of readdirSync(join(folder, language)).sort()) {
      const file = `${language}/${name}`;
      const text = readFileSync(join(folder, file), 'utf8');
      const id = name.replace(/\.yaml$/, '');
      const parsed =
        id === DOUBLES ? parseYaml(file, text, doublesSchema) : parseYaml(file, text, listSchema);
      if (!parsed.ok) faults.push(...parsed.faults);
      else
        for (const item of parsed.value) {
          const ids = typeof item !== 'string' ? item.ids : id === UNANSWERABLE ? [] : [id];
          questions.push({ language, text: typeof item === 'string' ? item : item.text, ids, file });
        }
    }
  }
  return { questions, faults };
}
