import type { ChannelAccount, ConversationAccount } from '@microsoft/agents-activity';

/** Where the replies to a conversation go: what its activities said about it last. */
export interface Address {
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly conversation: ConversationAccount;
  /** The bot's own account on the channel. */
  readonly bot: ChannelAccount;
}

/** The address as the log keeps it. */
export function formatAddress(address: Address): string {
  return JSON.stringify(address);
}

/** The address that `formatAddress` wrote. */
export function parseAddress(text: string): Address {
  return JSON.parse(text) as Address;
}
