import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { ContentError, LANGUAGES } from '../../faq/index.ts';
import { PLACEHOLDERS, TEXT_NAMES, type TextName } from '../../web/widget/language-pack.ts';

const lineSchema = z
  .string()
  .refine((text) => text.trim() === text && text !== '', 'must be one line of text');
const textSchemas = Object.fromEntries(TEXT_NAMES.map((name) => [name, lineSchema])) as Record<
  TextName,
  typeof lineSchema
>;
const fileSchema = z.strictObject({
  locale: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'is not a language tag such as fr-FR'),
  answersIn: z.enum(LANGUAGES),
  short: lineSchema,
  switchTo: lineSchema,
  open: lineSchema,
  notLoaded: lineSchema,
  texts: z.strictObject(textSchemas),
});

type Fault = ContentError['faults'][number];

/** One language of the chat, as its file has it. */
export interface LanguageFile extends z.infer<typeof fileSchema> {
  /** The name of the file. */
  readonly code: string;
}

/**
 * Reads every language of a folder, the store's main language first.
 * @throws ContentError with every fault of every file.
 */
export function readLanguageFiles(folder: string): readonly LanguageFile[] {
  const faults: Fault[] = [];
  const languages = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => {
      const document = parseDocument(readFileSync(join(folder, file), 'utf8'));
      const [broken] = document.errors;
      if (broken) {
        faults.push(faultAt(file, '', broken.message.split('\n')[0] ?? ''));
        return [];
      }
      const parsed = fileSchema.safeParse(document.toJS());
      if (!parsed.success) {
        faults.push(
          ...parsed.error.issues.map(({ path, message }) => faultAt(file, path.join('.'), message)),
        );
        return [];
      }
      faults.push(...checkPlaceholders(file, parsed.data.texts));
      return [{ code: basename(file, '.yaml'), ...parsed.data }];
    });
  if (faults.length > 0) throw new ContentError(faults);
  return languages.sort((a, b) => rankOf(a) - rankOf(b) || (a.code < b.code ? -1 : 1));
}

function checkPlaceholders(file: string, texts: Readonly<Record<TextName, string>>): readonly Fault[] {
  return TEXT_NAMES.flatMap((name) => {
    const wanted = PLACEHOLDERS[name];
    const found = [...texts[name].matchAll(/\{(.*?)\}/g)].map(([, placeholder]) => placeholder);
    if (found.length === (wanted ? 1 : 0) && found.every((one) => one === wanted)) return [];
    const rule = wanted ? `must hold {${wanted}} once, and no other braces` : 'must hold no braces';
    return [faultAt(file, `texts.${name}`, rule)];
  });
}

function faultAt(file: string, field: string, fault: string): Fault {
  return { file: `languages/${file}`, field, fault, cure: 'write it as en.yaml beside it has it' };
}

/** Readers of a language that the chat does not speak get the first. */
function rankOf({ code }: { readonly code: string }): number {
  const rank = (LANGUAGES as readonly string[]).indexOf(code);
  return rank < 0 ? LANGUAGES.length : rank;
}
