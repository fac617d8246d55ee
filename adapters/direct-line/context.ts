import type { ConversationLog } from '../../bot/ports.ts';
import type { Reply } from '../../bot/turn.ts';
import type { Language } from '../../faq/index.ts';
import type { Limits } from './limits.ts';
import type { Tokens } from './tokens.ts';

/** What the calls of the protocol share. */
export interface DirectLineContext {
  readonly log: ConversationLog;
  readonly tokens: Tokens;
  readonly limits: Limits;
  readonly isSecret: (bearer: string) => boolean;
  readonly greet: (language: Language) => Reply;
  readonly onUtterance: (conversationId: string) => void;
}
