/** A button of a message: something to say, or an address to open. */
export interface CardAction {
  readonly type: string;
  readonly title?: string;
  readonly value: string;
}

/** One entry of the conversation as Direct Line carries it. */
export interface Activity {
  readonly id?: string;
  readonly type: string;
  readonly text?: string;
  readonly locale?: string;
  readonly from?: { readonly id: string; readonly role?: string };
  readonly channelData?: { readonly clientActivityID?: string };
  readonly suggestedActions?: { readonly actions: readonly CardAction[] };
}

export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark?: string;
}

/** What starting, resuming and refreshing a conversation answer. */
export interface ConversationAnswer {
  readonly conversationId: string;
  readonly token?: string;
  readonly expires_in?: number;
  readonly streamUrl?: string;
}

export interface ErrorAnswer {
  readonly error: { readonly code: string; readonly message: string };
}
