import { z } from 'zod';
import type { NewUtterance } from '../../bot/ports.ts';
import { cleanText, isBlank, isTooLong, languageOf } from '../../bot/utterance.ts';
import type { Language } from '../../faq/index.ts';
import { FAULTS, type Fault } from './fault.ts';

/** What a posted activity asks for. `nothing` is one of the kinds that a help center has no use for, such as typing. */
export type Posted =
  | { readonly kind: 'utterance'; readonly utterance: Omit<NewUtterance, 'userId'> }
  /** A page without a greeting of its own asks for one; in the conversation's language where it names none. */
  | { readonly kind: 'join'; readonly language?: Language }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'fault'; readonly fault: Fault };

/** What pages with Web Chat send by custom once they are connected. */
const JOIN_EVENTS: readonly unknown[] = ['webchat/join', 'startConversation'];

const activity = z.object({
  type: z.string().min(1),
  name: z.unknown().optional(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale: z.string().nullish(),
  channelData: z.object({ clientActivityID: z.string().min(1).max(200).nullish() }).nullish(),
});

/** Reads the body of a posted activity. Who it says it is from is not looked at: the token knows. */
export function readActivity(body: unknown): Posted {
  const parsed = activity.safeParse(body);
  if (!parsed.success) return { kind: 'fault', fault: FAULTS.notActivity };
  const { type, name, text, value, locale, channelData } = parsed.data;
  if (type === 'event' && JOIN_EVENTS.includes(name)) {
    return { kind: 'join', ...(locale ? { language: languageOf(locale) } : {}) };
  }
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
