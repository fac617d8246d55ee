import { randomUUID } from 'node:crypto';
import type { Router } from 'express';
import { authorize } from './authorize.ts';
import type { DirectLineContext } from './context.ts';
import { FAULTS, sendFault } from './fault.ts';
import { readActivity } from './read-activity.ts';
import { activityId, toActivitySet } from './to-activity.ts';
import { readWatermark } from './watermark.ts';

/**
 * A conversation of this length is no customer's. It ends here, because what it costs to store an entry grows with the
 * length of the log. Messages that are under way at the same time may pass.
 */
const MAX_ENTRIES = 2_000;

/** Posting to a conversation, and reading it. */
export function mountActivities(router: Router, context: DirectLineContext): void {
  const { log, tokens, limits, greet, onUtterance } = context;

  router.get('/conversations/:id/activities', async (request, response) => {
    const grant = await authorize(tokens, request, response);
    if (!grant) return;
    const { conversationId } = grant;
    const after = readWatermark(request.query['watermark']) ?? 0;
    const entries = await log.read(conversationId, after);
    if (!entries) return sendFault(response, FAULTS.conversationUnknown);
    response.json(toActivitySet(conversationId, entries, after));
  });

  router.post('/conversations/:id/activities', async (request, response) => {
    const grant = await authorize(tokens, request, response);
    if (!grant) return;
    const { conversationId, userId } = grant;
    const limited =
      (await limits.messagesPerAddress(request.ip ?? '')) ??
      (await limits.messagesPerConversation(conversationId));
    if (limited) return sendFault(response, limited);

    const posted = readActivity(request.body);
    if (posted.kind === 'fault') return sendFault(response, posted.fault);
    if (posted.kind === 'nothing') {
      response.json({ id: `${conversationId}|${randomUUID()}` });
      return;
    }
    const conversation = await log.find(conversationId);
    if (!conversation) return sendFault(response, FAULTS.conversationUnknown);
    if (posted.kind === 'join') {
      await log.appendGreeting(conversationId, greet(posted.language ?? conversation.state.language));
      response.json({ id: `${conversationId}|${randomUUID()}` });
      return;
    }
    if (conversation.lastSequence >= MAX_ENTRIES) return sendFault(response, FAULTS.conversationFull);
    const appended = await log.appendUtterance(conversationId, { userId, ...posted.utterance });
    if (!appended) return sendFault(response, FAULTS.conversationUnknown);
    response.json({ id: activityId(conversationId, appended.entry.sequence) });
    onUtterance(conversationId);
  });
}
