import type { Activity } from '@microsoft/agents-activity';
import { ConnectorClient, HttpError } from '@microsoft/agents-hosting';
import { AdapterError } from '../../bot/errors.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { OutboundCheck } from './outbound-hosts.ts';

/** What became of an activity: `refused` is never to be tried again, as where the customer has removed the bot. */
export type Sent = { readonly kind: 'sent' } | { readonly kind: 'refused'; readonly reason: string };

/** The way back to the channels. */
export interface Connector {
  /** Sends an activity to the service that it names. Rejects where a later try may succeed. */
  send(activity: Activity): Promise<Sent>;
}

const TIMEOUT_MS = 10_000;
/** Answers that are about the moment and not about the activity. */
const PASSING_STATUSES = [401, 408, 425, 429];

/** Sends by the SDK's client, to allowed hosts and to no other. */
export function createConnector(accessTokens: AccessTokens, isAllowed: OutboundCheck): Connector {
  return {
    async send(activity) {
      const { serviceUrl = '' } = activity;
      if (!isAllowed(serviceUrl)) return { kind: 'refused', reason: 'its service is not allowed' };
      const token = await accessTokens.get();
      try {
        await inTime(post(ConnectorClient.createClientWithToken(serviceUrl, token), activity));
        return { kind: 'sent' };
      } catch (cause) {
        if (!(cause instanceof HttpError)) throw notSent('it could not be reached', cause);
        const { status } = cause;
        if (status === 401) accessTokens.forget(token);
        const reason = `the connector answered ${status}`;
        if (status >= 400 && status < 500 && !PASSING_STATUSES.includes(status)) {
          return { kind: 'refused', reason };
        }
        // The SDK's error carries what was said: no cause for the log.
        throw notSent(reason);
      }
    },
  };
}

function post(client: ConnectorClient, activity: Activity): Promise<unknown> {
  // The client puts the id into the path as it is.
  const conversationId = encodeURIComponent(activity.conversation?.id ?? '');
  return activity.replyToId === undefined
    ? client.sendToConversation(conversationId, activity)
    : client.replyToActivity(conversationId, activity.replyToId, activity);
}

/** The client waits for an answer for ever. */
async function inTime(answer: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The connector did not answer in time.')), TIMEOUT_MS);
  });
  try {
    await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

function notSent(reason: string, cause?: unknown): AdapterError {
  const message = `A reply was not sent: ${reason}. It is tried again.`;
  return new AdapterError('bot-framework.not-sent', message, cause === undefined ? {} : { cause });
}
