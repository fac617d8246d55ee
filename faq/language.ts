/** The languages of the corpus. Every article has all of them, side by side. */
export const LANGUAGES = ['zh', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];
