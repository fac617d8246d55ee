import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What English words mean, as directions: words used alike point alike. */
export interface WordVectors {
  readonly dimensions: number;
  /** Where a word stands in the order of frequency, from 0; undefined for a word that is not there. */
  findRank(word: string): number | undefined;
  /** Adds the unit vector of the word at this rank, times `weight`, to `sum`. */
  addTo(sum: Float64Array, rank: number, weight: number): void;
}

const MAGIC = 'HCV1';
const HEADER_BYTES = 16;
const MOST = 127;
const FILE = join(import.meta.dirname, 'vectors', 'english.bin');

let shipped: WordVectors | undefined;

/** The vectors that come with the project, read once. */
export function readEnglishVectors(): WordVectors {
  shipped ??= decodeWordVectors(readFileSync(FILE));
  return shipped;
}

/**
 * Centres the vectors, scales each to the range of a byte, and writes them behind the words: four letters,
 * three 32-bit numbers (words, dimensions, bytes of the word list), the words a line each, the bytes.
 */
export function encodeWordVectors(
  entries: readonly { readonly word: string; readonly vector: readonly number[] }[],
): Uint8Array {
  const dimensions = entries[0]?.vector.length ?? 0;
  const means = Array.from(
    { length: dimensions },
    (_, at) => entries.reduce((sum, { vector }) => sum + (vector[at] as number), 0) / entries.length,
  );
  const bytes = new Int8Array(entries.length * dimensions);
  for (const [row, { vector }] of entries.entries()) {
    const centred = vector.map((value, at) => value - (means[at] as number));
    const largest = Math.max(...centred.map(Math.abs)) || 1;
    bytes.set(
      centred.map((value) => Math.round((value / largest) * MOST)),
      row * dimensions,
    );
  }
  const words = Buffer.from(entries.map(({ word }) => word).join('\n'));
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC);
  header.writeUInt32LE(entries.length, 4);
  header.writeUInt32LE(dimensions, 8);
  header.writeUInt32LE(words.length, 12);
  return Buffer.concat([header, words, Buffer.from(bytes.buffer)]);
}

/** @throws Error where the bytes are not a file of word vectors. */
export function decodeWordVectors(file: Uint8Array): WordVectors {
  const buffer = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (buffer.toString('latin1', 0, 4) !== MAGIC) throw new Error('Not a file of word vectors.');
  const count = buffer.readUInt32LE(4);
  const dimensions = buffer.readUInt32LE(8);
  const wordsEnd = HEADER_BYTES + buffer.readUInt32LE(12);
  const words = buffer.toString('utf8', HEADER_BYTES, wordsEnd).split('\n');
  const ranks = new Map(words.map((word, rank) => [word, rank]));
  const bytes = new Int8Array(buffer.subarray(wordsEnd));
  const scales = Float64Array.from({ length: count }, (_, rank) => 1 / lengthOf(bytes, rank, dimensions));
  return {
    dimensions,
    findRank: (word) => ranks.get(word),
    addTo(sum, rank, weight) {
      const factor = weight * (scales[rank] as number);
      const start = rank * dimensions;
      for (let at = 0; at < dimensions; at++) {
        sum[at] = (sum[at] as number) + factor * (bytes[start + at] as number);
      }
    },
  };
}

function lengthOf(bytes: Int8Array, row: number, dimensions: number): number {
  let squares = 0;
  for (let at = row * dimensions; at < (row + 1) * dimensions; at++) squares += (bytes[at] as number) ** 2;
  return Math.sqrt(squares) || 1;
}
