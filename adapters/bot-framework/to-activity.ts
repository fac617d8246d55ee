import { ActionTypes, Activity, ActivityTypes, RoleTypes } from '@microsoft/agents-activity';
import { CardFactory } from '@microsoft/agents-hosting';
import type { Reply, ReplyAction } from '../../bot/turn.ts';
import type { Language } from '../../faq/index.ts';
import type { Address } from './address.ts';

/** Whom a reply answers. */
export interface Recipient {
  readonly userId: string;
  /** The id of the activity that is answered; absent for a greeting. */
  readonly activityId?: string;
}

type Content = Pick<Activity, 'text' | 'attachments' | 'suggestedActions' | 'channelData'>;

const LOCALES: Record<Language, string> = { zh: 'zh-CN', en: 'en-US' };

/** Channels that show a button for whatever a card action can do, and hand `channelData` through to the page. */
const WEB_CHANNELS = ['webchat', 'directline', 'emulator'];
/** Channels with buttons under the newest message that say what is written on them, and how many they show. */
const QUICK_REPLIES: Readonly<Record<string, number>> = {
  telegram: 100,
  slack: 100,
  line: 13,
  facebook: 10,
  skype: 10,
};

/** One reply as the channel of the address shows it best. */
export function toActivity(reply: Reply, address: Address, { userId, activityId }: Recipient): Activity {
  const { channelId, serviceUrl, conversation, bot } = address;
  const activity = Activity.fromObject({
    type: ActivityTypes.Message,
    textFormat: 'markdown',
    locale: LOCALES[reply.language],
    inputHint: reply.decision === 'clarify' ? 'expectingInput' : 'acceptingInput',
    ...contentFor(channelId, reply),
  });
  return activity.applyConversationReference({
    channelId,
    serviceUrl,
    conversation,
    agent: { ...bot, role: RoleTypes.Agent },
    user: { id: userId },
    ...(activityId === undefined ? {} : { activityId }),
  });
}

function contentFor(channelId: string, reply: Reply): Content {
  const { markdown: text, actions } = reply;
  const spoken = actions.filter(({ kind }) => kind === 'say');
  if (WEB_CHANNELS.includes(channelId)) {
    return { text, ...suggest(actions), channelData: { helpCenter: noteOf(reply) } };
  }
  if (channelId === 'msteams') {
    const buttons = actions.filter((action) => action.kind === 'say' || action.url.startsWith('https:'));
    return { text, ...(buttons.length > 0 ? { attachments: [toCard(buttons)] } : {}) };
  }
  const most = QUICK_REPLIES[channelId] ?? 0;
  if (spoken.length <= most) return { text, ...suggest(spoken) };
  // The links are in the text; a choice is made by its number, which the bot understands only where it asked back.
  return { text: reply.decision === 'clarify' ? `${text}\n\n${enumerate(spoken)}` : text };
}

function suggest(actions: readonly ReplyAction[]): Pick<Content, 'suggestedActions'> {
  if (actions.length === 0) return {};
  // An empty `to` is for everyone in the conversation.
  return { suggestedActions: { to: [], actions: actions.map(toCardAction) } };
}

/** Teams shows suggested actions in personal chats alone, and a card's buttons everywhere. */
function toCard(actions: readonly ReplyAction[]) {
  return {
    contentType: CardFactory.contentTypes.heroCard,
    content: { buttons: actions.map(toCardAction) },
  };
}

function toCardAction(action: ReplyAction) {
  return action.kind === 'say'
    ? { type: ActionTypes.ImBack, title: action.title, value: action.title }
    : { type: ActionTypes.OpenUrl, title: action.title, value: action.url };
}

function enumerate(actions: readonly ReplyAction[]): string {
  return actions.map(({ title }, place) => `${place + 1}. ${title}`).join('\n');
}

function noteOf({ decision, ids, version }: Reply) {
  return { decision, ids, ...(version === undefined ? {} : { version }) };
}
