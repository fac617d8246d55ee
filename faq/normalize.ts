import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });

const HAN = /\p{Script=Han}/u;

/**
 * Brings an utterance into the one form in which questions are compared: NFKC, lower case, simplified
 * Chinese, no diacritics or apostrophes, every digit `0`, runs of three or more of a character cut to
 * two, anything that is neither letter nor digit a single space. Entities are taken from the raw text
 * before this. Idempotent.
 */
export function normalize(utterance: string): string {
  const folded = replaceLoneSurrogates(utterance).normalize('NFKC').toLowerCase();
  const simplified = toSimplified(folded);
  return simplified
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, '')
    .normalize('NFC')
    .replace(/['’‘`´]/g, '')
    .replace(/\p{Nd}/gu, '0')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(.)\1{2,}/gu, '$1$1')
    .trim();
}

/** The text in simplified characters. */
export function toSimplified(text: string): string {
  return HAN.test(text) ? convert(text) : text;
}

/** True where the text has at least one Chinese character. */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** The form in which two utterances count as the same: normalized, without spaces. */
export function toKey(utterance: string): string {
  return normalize(utterance).replaceAll(' ', '');
}

/** Half a surrogate pair is no character; it becomes U+FFFD, as every encoder would make it. */
function replaceLoneSurrogates(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
