import express, { type Request, type Response, type Router } from 'express';
import type { Clock, ConversationLog } from '../../bot/ports.ts';
import type { Reply } from '../../bot/turn.ts';
import type { Language } from '../../faq/index.ts';
import { createAccessTokens } from './access-tokens.ts';
import { type Authenticate, createAuthenticator, isSameService } from './authenticate.ts';
import { createConnector } from './connector.ts';
import { createDeliveries } from './deliveries.ts';
import { FAULTS, sendFault } from './fault.ts';
import { createLimit } from './limit.ts';
import { createOutboundCheck } from './outbound-hosts.ts';
import { readActivity } from './read-activity.ts';
import { createReception } from './receive.ts';

export interface BotFrameworkOptions {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string;
  readonly tokenIssuer: string;
  readonly tokenKeysUrl: string;
  readonly loginUrl: string;
  readonly allowLoopback: boolean;
  readonly log: ConversationLog;
  readonly clock: Clock;
  /** In ten seconds; 0 is without a limit. */
  readonly messagesPerConversation: number;
  readonly greet: (language: Language) => Reply;
  /** Gives the unanswered utterances of a conversation their turns. Never rejects. */
  readonly runTurns: (conversationId: string) => Promise<void>;
  /** Told of a reply that is never sent, and why. */
  readonly onRefused: (conversationId: string, reason: string) => void;
  /** Told of a reply that could not be sent this time. */
  readonly onFailure: (conversationId: string, error: unknown) => void;
}

/** The bot as the Azure Bot Service's channels know it, Teams among them. */
export interface BotFramework {
  /** To be mounted at `/api/messages`. */
  readonly router: Router;
  /** Sends the replies that were left unsent. */
  recover(): Promise<void>;
  /** Resolves once what is under way is sent; what is left is for the next start. */
  close(): Promise<void>;
}

const BODY_LIMIT = '256kb';

/** Makes the endpoint over a log of conversations. */
export function createBotFramework(options: BotFrameworkOptions): BotFramework {
  const isAllowed = createOutboundCheck(options.allowLoopback);
  const accessTokens = createAccessTokens({ ...options, audience: options.tokenIssuer });
  const deliveries = createDeliveries({ ...options, connector: createConnector(accessTokens, isAllowed) });
  const receive = createReception({ ...options, deliveries });
  const limit = createLimit(options.messagesPerConversation);

  const router = express.Router();
  router.post(
    '/',
    admit(createAuthenticator(options)),
    express.json({ limit: BODY_LIMIT }),
    async (request, response) => {
      const incoming = readActivity(request.body);
      if (!incoming) return sendFault(response, FAULTS.notActivity);
      const { serviceUrl } = incoming.address;
      if (!isSameService(serviceUrl, response.locals['serviceUrl']) || !isAllowed(serviceUrl)) {
        return sendFault(response, FAULTS.serviceForeign);
      }
      if (incoming.asks.kind === 'message') {
        const retryAfterSeconds = await limit(incoming.conversationId);
        if (retryAfterSeconds !== undefined) {
          response.set('Retry-After', String(retryAfterSeconds));
          return sendFault(response, FAULTS.tooMany);
        }
      }
      const { status, body } = await receive(incoming);
      if (body === undefined) response.status(status).end();
      else response.status(status).json(body);
    },
  );
  return { router, recover: deliveries.recover, close: deliveries.close };
}

/** Lets in who shows a channel's token; nothing of the others is read. */
function admit(authenticate: Authenticate) {
  return async (request: Request, response: Response, next: () => void): Promise<void> => {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization?.trim() ?? '')?.[1];
    if (bearer === undefined) return sendFault(response, FAULTS.tokenMissing);
    const authentication = await authenticate(bearer);
    if (!authentication.ok) return sendFault(response, FAULTS.tokenUnfit);
    response.locals['serviceUrl'] = authentication.serviceUrl;
    next();
  };
}
