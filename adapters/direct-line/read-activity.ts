import { z } from 'zod';
import type { NewUtterance } from '../../bot/ports.ts';
import type { Language } from '../../faq/index.ts';
import { cleanText, isBlank, isTooLong } from './clean-text.ts';
import { FAULTS, type Fault } from './fault.ts';

/** What a posted activity asks for. `nothing` is one of the kinds that a help center has no use for, such as typing. */
export type Posted =
  | { readonly kind: 'utterance'; readonly utterance: Omit<NewUtterance, 'userId'> }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'fault'; readonly fault: Fault };

const activity = z.object({
  type: z.string().min(1),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale: z.string().nullish(),
  channelData: z.object({ clientActivityID: z.string().min(1).max(200).nullish() }).nullish(),
});

/** Reads the body of a posted activity. Who it says it is from is not looked at: the token knows. */
export function readActivity(body: unknown): Posted {
  const parsed = activity.safeParse(body);
  if (!parsed.success) return { kind: 'fault', fault: FAULTS.notActivity };
  const { type, text, value, locale, channelData } = parsed.data;
  if (type !== 'message') return { kind: 'nothing' };

  // A pressed card posts its value and no text.
  const utterance = cleanText(text || (typeof value === 'string' ? value : ''));
  if (isBlank(utterance)) return { kind: 'fault', fault: FAULTS.textMissing };
  if (isTooLong(utterance)) return { kind: 'fault', fault: FAULTS.textTooLong };
  const clientMessageId = channelData?.clientActivityID;
  return {
    kind: 'utterance',
    utterance: {
      utterance,
      pageLanguage: languageOf(locale),
      ...(clientMessageId ? { clientMessageId } : {}),
    },
  };
}

/** The language of a locale such as `en-US`; Chinese where there is none or it is another. */
export function languageOf(locale: string | null | undefined): Language {
  return locale?.toLowerCase().split(/[-_]/)[0] === 'en' ? 'en' : 'zh';
}
