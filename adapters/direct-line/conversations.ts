import { randomBytes } from 'node:crypto';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { languageOf } from '../../bot/utterance.ts';
import { authorize, bearerOf } from './authorize.ts';
import type { DirectLineContext } from './context.ts';
import { FAULTS, sendFault } from './fault.ts';
import { type Grant, TOKEN_LIFETIME_SECONDS } from './tokens.ts';
import { readWatermark } from './watermark.ts';
import type { ConversationAnswer, TokenAnswer } from './wire.ts';

const startBody = z
  .object({ user: z.unknown().optional(), locale: z.string().nullish().catch(undefined) })
  .catch({ user: undefined, locale: undefined });
const namedUser = z.object({ id: z.string().min(1).max(200).nullish() }).nullish();

/** Tokens, and starting and resuming a conversation. */
export function mountConversations(router: Router, context: DirectLineContext): void {
  const { log, tokens, limits, isSecret } = context;

  router.post('/tokens/generate', async (request, response) => {
    const grant = await grantNew(request, response);
    if (grant) response.json(await toTokenAnswer(grant));
  });

  router.post('/tokens/refresh', async (request, response) => {
    const grant = await authorize(tokens, request, response);
    if (!grant || (await isLimited(request, response))) return;
    response.json(await toTokenAnswer(grant));
  });

  router.post('/conversations', async (request, response) => {
    const bearer = bearerOf(request);
    const grant =
      bearer !== undefined && isSecret(bearer)
        ? await grantNew(request, response)
        : await authorize(tokens, request, response);
    if (!grant || (!isSecret(bearer ?? '') && (await isLimited(request, response)))) return;
    const known = await log.find(grant.conversationId);
    const { conversationId: id, userId } = grant;
    if (!known)
      await log.open({ id, userId, pageLanguage: languageOf(startBody.parse(request.body).locale) });
    // Whoever starts has nothing on the screen yet: the stream brings the whole conversation.
    response.status(known ? 200 : 201).json(await toConversationAnswer(request, grant, 0));
  });

  router.get('/conversations/:id', async (request, response) => {
    const grant = await authorize(tokens, request, response);
    if (!grant) return;
    if (!(await log.find(grant.conversationId))) return sendFault(response, FAULTS.conversationUnknown);
    const after = readWatermark(request.query['watermark']) ?? 0;
    response.json(await toConversationAnswer(request, grant, after));
  });

  /** A grant for a new conversation: with the secret for the user it names, else for one that nobody can guess. */
  async function grantNew(request: Request, response: Response): Promise<Grant | undefined> {
    const bearer = bearerOf(request);
    const conversationId = randomBytes(16).toString('hex');
    const madeUpId = `dl_${randomBytes(16).toString('hex')}`;
    if (request.headers.authorization === undefined) {
      return (await isLimited(request, response)) ? undefined : { conversationId, userId: madeUpId };
    }
    if (bearer === undefined || !isSecret(bearer)) {
      if (!(await isLimited(request, response))) sendFault(response, FAULTS.secretWrong);
      return undefined;
    }
    const user = namedUser.safeParse(startBody.parse(request.body).user);
    if (user.success) return { conversationId, userId: user.data?.id ?? madeUpId };
    sendFault(response, FAULTS.userUnfit);
    return undefined;
  }

  async function isLimited(request: Request, response: Response): Promise<boolean> {
    const fault = await limits.tokensPerAddress(request.ip ?? '');
    if (fault) sendFault(response, fault);
    return fault !== undefined;
  }

  async function toTokenAnswer(grant: Grant): Promise<TokenAnswer> {
    const token = await tokens.issue(grant);
    return { conversationId: grant.conversationId, token, expires_in: TOKEN_LIFETIME_SECONDS };
  }

  async function toConversationAnswer(
    request: Request,
    grant: Grant,
    after: number,
  ): Promise<ConversationAnswer> {
    const scheme = request.protocol === 'https' ? 'wss' : 'ws';
    const ticket = await tokens.issueTicket(grant);
    const path = `${request.baseUrl}/conversations/${grant.conversationId}/stream`;
    const streamUrl = `${scheme}://${request.host}${path}?watermark=${after}&t=${ticket}`;
    return { ...(await toTokenAnswer(grant)), streamUrl };
  }
}
