import type { Activity, CardAction } from '../../adapters/direct-line/wire.ts';
import type { OutgoingMessage } from './direct-line.ts';

/** `waiting`: will be sent again by itself. `refused`: will not, for the reason in `refusal`. */
export type Delivery = 'sending' | 'waiting' | 'sent' | 'refused';

/** One line of the chat as it is shown. `key` stays the same from typing to echo. */
export type Line =
  | {
      readonly from: 'customer';
      readonly key: string;
      readonly text: string;
      readonly delivery: Delivery;
      readonly refusal?: string;
    }
  | {
      readonly from: 'bot';
      readonly key: string;
      readonly markdown: string;
      readonly locale: string;
      readonly actions: readonly CardAction[];
      /** Whether it is an answer, which the customer may call helpful or not. */
      readonly ratable: boolean;
    }
  | { readonly from: 'notice'; readonly key: string; readonly notice: 'renewed' };

interface Outgoing extends OutgoingMessage {
  readonly delivery: Delivery;
  readonly refusal?: string;
}

/** Everything that was said, in whatever order it became known. */
export interface Transcript {
  /** Lines of conversations that have ended while the page was open. */
  readonly earlier: readonly Line[];
  /** Messages of the log: each id once, in the order of the log. */
  readonly logged: readonly Activity[];
  /** Messages that were typed here and are not in the log as far as is known. */
  readonly outgoing: readonly Outgoing[];
}

export const emptyTranscript: Transcript = { earlier: [], logged: [], outgoing: [] };

/** Takes in what the server sent: unknown messages are added, known ones change nothing. */
export function addActivities(transcript: Transcript, activities: readonly Activity[]): Transcript {
  const known = new Set(transcript.logged.map((activity) => activity.id));
  const fresh = activities.filter((activity) => {
    // Servers may also send what is no message, such as typing.
    if (activity.type !== 'message' || known.has(activity.id)) return false;
    known.add(activity.id);
    return true;
  });
  if (fresh.length === 0) return transcript;
  const logged = [...transcript.logged, ...fresh].sort((a, b) => sequenceOf(a) - sequenceOf(b));
  const echoed = new Set(fresh.map(clientIdOf));
  return { ...transcript, logged, outgoing: transcript.outgoing.filter(({ id }) => !echoed.has(id)) };
}

/** Adds a message that was typed here, unless it is there already. A refused one has been read and makes room. */
export function addOutgoing(transcript: Transcript, message: OutgoingMessage): Transcript {
  const known =
    transcript.outgoing.some(({ id }) => id === message.id) ||
    transcript.logged.some((activity) => clientIdOf(activity) === message.id);
  if (known) return transcript;
  const outgoing = transcript.outgoing.filter(({ delivery }) => delivery !== 'refused');
  return { ...transcript, outgoing: [...outgoing, { ...message, delivery: 'sending' }] };
}

/** Notes how far a message got. */
export function markOutgoing(
  transcript: Transcript,
  messageId: string,
  delivery: Delivery,
  refusal?: string,
): Transcript {
  const outgoing = transcript.outgoing.map((message) =>
    message.id === messageId
      ? { ...message, delivery, ...(refusal === undefined ? {} : { refusal }) }
      : message,
  );
  return { ...transcript, outgoing };
}

/** The conversation has ended: its lines stay readable above a notice, what was not delivered goes into the next. */
export function beginAnew(transcript: Transcript): Transcript {
  const undelivered = transcript.outgoing.filter(({ delivery }) => delivery !== 'sent');
  const delivered = listLines({
    ...transcript,
    outgoing: transcript.outgoing.filter((m) => !undelivered.includes(m)),
  });
  if (delivered.length === 0) return { ...emptyTranscript, outgoing: undelivered };
  const notice: Line = { from: 'notice', key: `renewed-${delivered.length}`, notice: 'renewed' };
  return { earlier: [...delivered, notice], logged: [], outgoing: undelivered };
}

/** The lines in the order in which they are shown. */
export function listLines(transcript: Transcript): readonly Line[] {
  return [
    ...transcript.earlier,
    ...transcript.logged.map(lineOfActivity),
    ...transcript.outgoing.map(lineOfOutgoing),
  ];
}

function lineOfActivity(activity: Activity): Line {
  const { id, from, text, locale, suggestedActions } = activity;
  const key = clientIdOf(activity) ?? id;
  if (from.role === 'user') return { from: 'customer', key, text, delivery: 'sent' };
  const ratable = activity.channelData?.helpCenter?.decision === 'answer';
  return { from: 'bot', key, markdown: text, locale, actions: suggestedActions?.actions ?? [], ratable };
}

function lineOfOutgoing({ id, text, delivery, refusal }: Outgoing): Line {
  return { from: 'customer', key: id, text, delivery, ...(refusal === undefined ? {} : { refusal }) };
}

function clientIdOf(activity: Activity): string | undefined {
  return activity.channelData?.clientActivityID;
}

/** Ids are `conversation|0000001`. */
function sequenceOf(activity: Activity): number {
  return Number(activity.id.split('|').pop());
}
