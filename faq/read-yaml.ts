import { parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './fault.ts';

/** The checked content of one file, or all that is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Parses YAML and checks it against a schema. `file` only names the place in the faults. */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>): Parsed<T> {
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0) {
    return {
      ok: false,
      faults: document.errors.map((error) => ({
        file,
        field: `line ${error.linePos?.[0].line ?? '?'}`,
        fault: `not valid YAML: ${error.message.split('\n')[0]}`,
        cure: 'mend the indentation or put the text in double quotes',
      })),
    };
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return { ok: true, value: result.data };
  return {
    ok: false,
    faults: result.error.issues.map((issue) => ({
      file,
      field: issue.path.join('.'),
      fault: issue.message,
      cure: cureOf(issue),
    })),
  };
}

function cureOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `remove ${issue.keys.join(', ')}, or mend the spelling`;
  if (issue.code === 'invalid_type') {
    return issue.input === undefined
      ? 'add this field'
      : `write a ${issue.expected} here; put text in quotes`;
  }
  return 'write the field as CONTRIBUTING.md shows it';
}
