/** Everything the chat says by itself. A language is one file of these in `languages/`. */
export const TEXT_NAMES = [
  'openUnread',
  'close',
  'title',
  'subtitle',
  'greeting',
  'mostAsked',
  'conversation',
  'placeholder',
  'send',
  'person',
  'customerSays',
  'botSays',
  'replyExpected',
  'sending',
  'sent',
  'waiting',
  'retry',
  'tooLong',
  'refused',
  'renewed',
  'unreachable',
  'remaining',
  'over',
  'suggestions',
  'suggestionCount',
  'helpful',
  'notHelpful',
  'thanks',
] as const;

export type TextName = (typeof TEXT_NAMES)[number];
export type Texts = Readonly<Record<TextName, string>>;

/** What is put into a text, by the names in its braces. A text has all of these and no other. */
export const PLACEHOLDERS: Readonly<Partial<Record<TextName, string>>> = {
  openUnread: 'count',
  title: 'store',
  greeting: 'store',
  remaining: 'count',
  over: 'count',
  suggestionCount: 'count',
};

/** One language as the build makes it of its file and the store's content. */
export interface LanguagePack {
  readonly code: string;
  /** The language tag of the texts. */
  readonly locale: string;
  /** The language tag of the store's answers for readers of this language; messages carry it. */
  readonly answerLocale: string;
  readonly open: string;
  readonly texts: Texts;
  readonly store: string;
  /** The titles of the most asked articles. */
  readonly mostAsked: readonly string[];
  /** The language that the switch in the header leads to, in its own words. */
  readonly next?: { readonly code: string; readonly short: string; readonly switchTo: string };
}

/** The text with the value in place of its braces. */
export function fill(text: string, value: string | number): string {
  return text.replace(/\{[a-z]+\}/, () => String(value));
}
