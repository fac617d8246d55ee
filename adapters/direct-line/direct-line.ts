import type { Duplex } from 'node:stream';
import express, { type Router } from 'express';
import type { Clock, ConversationLog } from '../../bot/ports.ts';
import type { Reply } from '../../bot/turn.ts';
import type { Language } from '../../faq/index.ts';
import { mountActivities } from './activities.ts';
import type { DirectLineContext } from './context.ts';
import { mountConversations } from './conversations.ts';
import { answerRefusal, FAULTS, sendFault } from './fault.ts';
import { createLimits, type LimitOptions } from './limits.ts';
import { cors, createOriginCheck } from './origins.ts';
import { createSecretCheck } from './secret.ts';
import { createStreams, type UpgradeRequest } from './streams.ts';
import { createTokens } from './tokens.ts';

export interface DirectLineOptions {
  readonly log: ConversationLog;
  readonly clock: Clock;
  readonly signingKey: Uint8Array;
  /** What a store's backend shows to get tokens for users of its choice; without one, no backend can. */
  readonly secret?: string;
  /** Origins of pages that may speak to the server, beside its own. */
  readonly allowedOrigins: readonly string[];
  readonly limits: LimitOptions;
  /** The bot's first word, for clients that ask for one. */
  readonly greet: (language: Language) => Reply;
  /** Called once a customer's utterance is durable. */
  readonly onUtterance: (conversationId: string) => void;
  /** How often streams are pinged; a client gives up on one that is silent for about twice as long as the default. */
  readonly pingIntervalMs?: number;
}

/** Direct Line 3.0: what the widget and Microsoft's Web Chat talk. */
export interface DirectLine {
  /** To be mounted at `/v3/directline`. */
  readonly router: Router;
  /** Takes a WebSocket handshake if its path is a stream's; returns whether it did. */
  upgrade(request: UpgradeRequest, socket: Duplex, head: Buffer): boolean;
  /** Closes every stream. */
  close(): void;
}

const BODY_LIMIT = '64kb';
const PING_INTERVAL_MS = 20_000;

/** Makes the protocol's server side over a log of conversations. */
export function createDirectLine(options: DirectLineOptions): DirectLine {
  const { log, clock, greet, onUtterance, pingIntervalMs = PING_INTERVAL_MS } = options;
  const tokens = createTokens(options.signingKey, clock);
  const isAllowedOrigin = createOriginCheck(options.allowedOrigins);
  const context: DirectLineContext = {
    log,
    tokens,
    limits: createLimits(options.limits),
    isSecret: createSecretCheck(options.secret),
    greet,
    onUtterance,
  };
  const streams = createStreams({ log, tokens, isAllowedOrigin, pingIntervalMs });

  const router = express.Router();
  router.use(cors(isAllowedOrigin), express.json({ limit: BODY_LIMIT }));
  mountConversations(router, context);
  mountActivities(router, context);
  router.use((_request, response) => sendFault(response, FAULTS.pathUnknown));
  router.use(answerRefusal);
  return { router, upgrade: streams.upgrade, close: streams.close };
}
