/** What Direct Line 3.0 carries. Types alone: browser programs import them too. */

/** A button of a message. */
export interface CardAction {
  readonly type: 'imBack' | 'openUrl';
  readonly title: string;
  readonly value: string;
}

/** The bot's own words on a message: what it decided, for which articles and intents, and the article's version. */
export interface HelpCenterNote {
  readonly decision: string;
  readonly ids: readonly string[];
  readonly version?: string;
}

/** One message as the server sends it. */
export interface Activity {
  readonly type: 'message';
  /** `conversation|0000001`. */
  readonly id: string;
  readonly timestamp: string;
  readonly channelId: 'directline';
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly name?: string; readonly role: 'user' | 'bot' };
  readonly text: string;
  readonly textFormat: 'plain' | 'markdown';
  readonly locale: string;
  readonly replyToId?: string;
  readonly suggestedActions?: { readonly to: readonly string[]; readonly actions: readonly CardAction[] };
  readonly channelData?: { readonly clientActivityID?: string; readonly helpCenter?: HelpCenterNote };
}

/** Messages in their order, and the watermark that asks for what follows them. */
export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark: string;
}

/** The answer to `tokens/generate` and `tokens/refresh`. */
export interface TokenAnswer {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
}

/** The answer to starting or resuming a conversation. */
export interface ConversationAnswer extends TokenAnswer {
  readonly streamUrl: string;
}

export interface ErrorAnswer {
  readonly error: { readonly code: string; readonly message: string };
}
