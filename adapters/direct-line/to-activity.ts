import type { LogEntry } from '../../bot/ports.ts';
import type { Reply, ReplyAction } from '../../bot/turn.ts';
import type { Language } from '../../faq/index.ts';
import type { Activity, ActivitySet, CardAction } from './wire.ts';

const LOCALES: Record<Language, string> = { zh: 'zh-CN', en: 'en-US' };
const BOT_NAMES: Record<Language, string> = { zh: '帮助中心', en: 'Help center' };
const BOT_ID = 'help-center';

/** The id of an activity: its conversation's and its place in the log. */
export function activityId(conversationId: string, sequence: number): string {
  return `${conversationId}|${String(sequence).padStart(7, '0')}`;
}

/** Entries that follow each other, with the watermark after the last; `after` where there are none. */
export function toActivitySet(
  conversationId: string,
  entries: readonly LogEntry[],
  after: number,
): ActivitySet {
  return {
    activities: entries.map((entry) => toActivity(conversationId, entry)),
    watermark: String(entries.at(-1)?.sequence ?? after),
  };
}

/** One entry of the log as Direct Line carries it. */
function toActivity(conversationId: string, entry: LogEntry): Activity {
  const envelope = {
    type: 'message',
    id: activityId(conversationId, entry.sequence),
    timestamp: entry.at,
    channelId: 'directline',
    conversation: { id: conversationId },
  } as const;
  if (entry.from === 'customer') {
    const { userId, utterance, pageLanguage, clientMessageId } = entry;
    return {
      ...envelope,
      from: { id: userId, role: 'user' },
      text: utterance,
      textFormat: 'plain',
      locale: LOCALES[pageLanguage],
      ...(clientMessageId === undefined ? {} : { channelData: { clientActivityID: clientMessageId } }),
    };
  }
  const { inReplyTo, reply } = entry;
  const { language, markdown, actions } = reply;
  return {
    ...envelope,
    from: { id: BOT_ID, name: BOT_NAMES[language], role: 'bot' },
    text: markdown,
    textFormat: 'markdown',
    locale: LOCALES[language],
    // Web Chat holds back a message whose replyToId it does not know.
    ...(inReplyTo === undefined ? {} : { replyToId: activityId(conversationId, inReplyTo) }),
    // An empty `to` is for everyone in the conversation.
    ...(actions.length > 0 ? { suggestedActions: { to: [], actions: actions.map(toCardAction) } } : {}),
    channelData: { helpCenter: noteOf(reply) },
  };
}

function noteOf({ decision, ids, version }: Reply) {
  return { decision, ids, ...(version === undefined ? {} : { version }) };
}

function toCardAction(action: ReplyAction): CardAction {
  return action.kind === 'say'
    ? { type: 'imBack', title: action.title, value: action.title }
    : { type: 'openUrl', title: action.title, value: action.url };
}
