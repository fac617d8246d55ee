import { endianness } from 'node:os';
import { z } from 'zod';
import { LANGUAGES, type Language } from './language.ts';
import type { LanguageModel, Models } from './train.ts';
import type { SparseVector } from './vectorizer.ts';

/** Raised whenever the same corpus would train to other figures, so that old files are built anew. */
export const MODEL_FORMAT = 2;

const MAGIC = 'HCM2';
const ALIGNMENT = 4;

const sectionSchema = z.object({
  type: z.enum(['int32', 'float32', 'uint16']),
  length: z.int().nonnegative(),
});
const logisticSchema = z.object({
  means: z.array(z.number()),
  deviations: z.array(z.number()),
  weights: z.array(z.number()),
  bias: z.number(),
});
const languageHeaderSchema = z.object({
  features: z.array(z.string()),
  classCount: z.int(),
  labels: z.array(z.int()),
  gate: logisticSchema,
  policy: z.object({ answerAt: z.number(), clarifyAt: z.number() }),
  sections: z.array(sectionSchema),
});
const headerSchema = z.object({
  format: z.literal(MODEL_FORMAT),
  corpusHash: z.string(),
  languages: z.object({ zh: languageHeaderSchema, en: languageHeaderSchema }),
});

/** How each kind of section lies in the file. */
const KINDS = {
  int32: { BYTES_PER_ELEMENT: 4, of: (buffer: ArrayBuffer) => new Int32Array(buffer) },
  float32: { BYTES_PER_ELEMENT: 4, of: (buffer: ArrayBuffer) => new Float32Array(buffer) },
  uint16: { BYTES_PER_ELEMENT: 2, of: (buffer: ArrayBuffer) => new Uint16Array(buffer) },
};

type Section = Int32Array | Float32Array | Uint16Array;

/**
 * The model as one file: four letters, the header's length, a JSON header, then the arrays in the order that
 * the header names them, little-endian. The same models give the same bytes.
 */
export function encodeModels(models: Models, corpusHash: string): Uint8Array {
  const languages = LANGUAGES.map(
    (language) => [language, models[language], sectionsOf(models[language])] as const,
  );
  const header = {
    format: MODEL_FORMAT,
    corpusHash,
    languages: Object.fromEntries(
      languages.map(([language, { engine, gate, policy }, sections]) => [
        language,
        {
          features: engine.vocabulary.features,
          classCount: engine.linear.classCount,
          labels: engine.labels,
          gate,
          policy,
          sections: sections.map((section) => ({
            type: typeOf(section),
            length: section.length,
          })),
        },
      ]),
    ),
  };
  const headerBytes = pad(Buffer.from(JSON.stringify(header)));
  const prefix = Buffer.alloc(8);
  prefix.write(MAGIC);
  prefix.writeUInt32LE(headerBytes.length, 4);
  const arrays = languages.flatMap(([, , sections]) => sections.map((section) => littleEndian(section)));
  return Buffer.concat([prefix, headerBytes, ...arrays]);
}

/** The models of a file, or undefined where it is not one of this format, or for another corpus. */
export function decodeModels(bytes: Uint8Array, corpusHash: string): Models | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < 8 || buffer.toString('latin1', 0, 4) !== MAGIC) return undefined;
  const headerEnd = 8 + buffer.readUInt32LE(4);
  const header = headerSchema.safeParse(parseJson(buffer.toString('utf8', 8, headerEnd)));
  if (!header.success || header.data.corpusHash !== corpusHash) return undefined;

  let at = headerEnd;
  const take = ({ type, length }: z.infer<typeof sectionSchema>): Section => {
    const { BYTES_PER_ELEMENT, of } = KINDS[type];
    const end = at + length * BYTES_PER_ELEMENT;
    const copy = new Uint8Array(buffer.subarray(at, end)).buffer;
    if (endianness() === 'BE') swapBytes(Buffer.from(copy), BYTES_PER_ELEMENT);
    at = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
    return of(copy);
  };
  const decode = (language: Language): LanguageModel => {
    const { features, classCount, labels, gate, policy, sections } = header.data.languages[language];
    const [rarities, starts, classes, weights, biases, lengths, indices, values] = sections.map(
      take,
    ) as SectionTuple;
    return {
      engine: {
        vocabulary: { features, rarities },
        linear: { classCount, starts, classes, weights, biases },
        phrasings: splitVectors(lengths, indices, values),
        labels,
      },
      gate,
      policy,
    };
  };
  return { zh: decode('zh'), en: decode('en') };
}

type SectionTuple = [
  rarities: Float32Array,
  starts: Int32Array,
  classes: Uint16Array,
  weights: Float32Array,
  biases: Float32Array,
  lengths: Int32Array,
  indices: Int32Array,
  values: Float32Array,
];

function sectionsOf({ engine: { vocabulary, linear, phrasings } }: LanguageModel): SectionTuple {
  return [
    vocabulary.rarities,
    linear.starts,
    linear.classes,
    linear.weights,
    linear.biases,
    Int32Array.from(phrasings, ({ indices }) => indices.length),
    Int32Array.from(phrasings.flatMap(({ indices }) => [...indices])),
    Float32Array.from(phrasings.flatMap(({ weights }) => [...weights])),
  ];
}

function splitVectors(
  lengths: Int32Array,
  indices: Int32Array,
  values: Float32Array,
): readonly SparseVector[] {
  let start = 0;
  return Array.from(lengths, (length) => {
    const end = start + length;
    const vector = {
      indices: indices.subarray(start, end),
      weights: values.subarray(start, end),
    };
    start = end;
    return vector;
  });
}

/** The bytes of a section, padded so that the next one is aligned. */
function littleEndian(section: Section): Buffer {
  const bytes = Buffer.from(section.buffer, section.byteOffset, section.byteLength);
  const ordered = endianness() === 'LE' ? bytes : swapBytes(Buffer.from(bytes), section.BYTES_PER_ELEMENT);
  return pad(ordered);
}

function swapBytes(bytes: Buffer, size: number): Buffer {
  return size === 2 ? bytes.swap16() : bytes.swap32();
}

function typeOf(section: Section): keyof typeof KINDS {
  if (section instanceof Int32Array) return 'int32';
  return section instanceof Uint16Array ? 'uint16' : 'float32';
}

function pad(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((ALIGNMENT - (bytes.length % ALIGNMENT)) % ALIGNMENT, ' ')]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
