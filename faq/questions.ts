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

/** How a later turn stands to the turns before it. */
const CONVERSATION_KINDS = ['follow-up', 'correction', 'detail', 'return', 'number', 'switch'] as const;
type ConversationKind = (typeof CONVERSATION_KINDS)[number];

/** A held-out conversation: what the customer says, turn by turn, and the ids that each turn must deliver. */
export interface HeldOutConversation {
  readonly language: Language;
  readonly kind: ConversationKind;
  readonly turns: readonly { readonly text: string; readonly ids: readonly string[] }[];
  /** Path below the questions folder. */
  readonly file: string;
}

/** Everything that is held out from the corpus. */
export interface HeldOut {
  readonly questions: readonly HeldOutQuestion[];
  readonly conversations: readonly HeldOutConversation[];
}

const text = z.string().min(1);
const questionsSchema = z.array(text);
const doublesSchema = z.array(z.strictObject({ text, ids: z.array(z.string()).min(1) }));
const turnSchema = z.strictObject({ text, ids: z.array(z.string()) });
const conversationsSchema = z.array(
  z.strictObject({ kind: z.enum(CONVERSATION_KINDS), turns: z.array(turnSchema).min(2) }),
);

/** The name of the file with questions that must not be answered. */
const UNANSWERABLE = 'none';
/** The name of the file with two questions in each message. */
const DOUBLES = 'doubles';
/** The name of the file with whole conversations. */
const CONVERSATIONS = 'conversations';

/** Whether a question stands in the file with two questions in each message. */
export function isDouble({ file }: Pick<HeldOutQuestion, 'file'>): boolean {
  return file.endsWith(`/${DOUBLES}.yaml`);
}

/** Reads `<language>/<id>.yaml`, `none.yaml`, `doubles.yaml` and `conversations.yaml`, and collects the faults. */
export function inspectQuestions(folder: string): HeldOut & { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const questions: HeldOutQuestion[] = [];
  const conversations: HeldOutConversation[] = [];

  const read = <Item>(file: string, schema: z.ZodType<readonly Item[]>): readonly Item[] => {
    const parsed = parseYaml(file, readFileSync(join(folder, file), 'utf8'), schema);
    if (parsed.ok) return parsed.value;
    faults.push(...parsed.faults);
    return [];
  };
  for (const language of LANGUAGES) {
    for (const name of readdirSync(join(folder, language)).sort()) {
      const file = `${language}/${name}`;
      const id = name.replace(/\.yaml$/, '');
      if (id === CONVERSATIONS) {
        conversations.push(...read(file, conversationsSchema).map((one) => ({ ...one, language, file })));
      } else if (id === DOUBLES) {
        questions.push(...read(file, doublesSchema).map((one) => ({ ...one, language, file })));
      } else {
        const ids = id === UNANSWERABLE ? [] : [id];
        questions.push(...read(file, questionsSchema).map((one) => ({ language, text: one, ids, file })));
      }
    }
  }
  return { questions, conversations, faults };
}
