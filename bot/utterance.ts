import type { Language } from '../faq/index.ts';

/** No question needs more; what is longer was pasted by mistake or by a machine. */
export const MAX_TEXT_CHARACTERS = 1_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const INVISIBLE_ALONE = /^[\s\p{Cc}\p{Cf}]*$/u;

/** The text without control characters and broken halves of characters. Lines and tabs stay, in the form of Unix. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROL, '').replace(LONE_SURROGATE, '\ufffd');
}

/** Whether there is nothing to see in the text. */
export function isBlank(text: string): boolean {
  return INVISIBLE_ALONE.test(text);
}

/** Whether the text has too many characters; an emoji of one code point counts once, as its writer would count it. */
export function isTooLong(text: string): boolean {
  return text.length > MAX_TEXT_CHARACTERS && [...text].length > MAX_TEXT_CHARACTERS;
}

/** The language of a locale such as `en-US`; Chinese where there is none or it is another. */
export function languageOf(locale: string | null | undefined): Language {
  return locale?.toLowerCase().split(/[-_]/)[0] === 'en' ? 'en' : 'zh';
}
