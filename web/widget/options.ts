import { type Language, languageOf } from './texts.ts';

/** What the store sets on the script tag. */
export interface WidgetOptions {
  /** Where the script came from: the server speaks there too. */
  readonly origin: string;
  readonly language: Language;
  readonly accent?: string;
  readonly title?: string;
}

/** Reads the tag that loaded the widget; the page's own language counts where the tag names none. */
export function readOptions(script: HTMLScriptElement, page: Document): WidgetOptions {
  const { language, accent, title } = script.dataset;
  return {
    origin: new URL(script.src).origin,
    language: languageOf(language ?? page.documentElement.lang),
    ...(accent ? { accent } : {}),
    ...(title ? { title } : {}),
  };
}
