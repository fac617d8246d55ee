import type { NextFunction, Request, Response } from 'express';
import type { ErrorAnswer } from './wire.ts';

/** Why a request is not served: a value, answered as it is. */
export interface Fault {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfterSeconds?: number;
}

const fault = (status: number, code: string, message: string): Fault => ({ status, code, message });

/** Every fault of a client that does not carry a number. */
export const FAULTS = {
  tokenMissing: fault(401, 'Unauthorized', 'Send the token as "Authorization: Bearer <token>".'),
  tokenForged: fault(403, 'BadToken', 'The token was not issued by this server.'),
  tokenExpired: fault(403, 'TokenExpired', 'The token has expired. Generate a new one.'),
  tokenOfAnother: fault(403, 'Forbidden', 'The token belongs to another conversation.'),
  secretWrong: fault(403, 'BadSecret', 'The secret is not the one of this server.'),
  originForeign: fault(403, 'OriginNotAllowed', 'This origin is not in ALLOWED_ORIGINS.'),
  conversationUnknown: fault(404, 'ConversationNotFound', 'There is no such conversation. Start a new one.'),
  conversationFull: fault(
    404,
    'ConversationFull',
    'The conversation has ended, for its length. Start a new one.',
  ),
  pathUnknown: fault(404, 'NotFound', 'Direct Line 3.0 has no such path here.'),
  malformed: fault(400, 'BadArgument', 'The address of the request is malformed.'),
  notJson: fault(400, 'BadSyntax', 'The body is not JSON.'),
  notActivity: fault(
    400,
    'BadArgument',
    'The body is not an activity: send {"type":"message","text":"…"} as application/json.',
  ),
  userUnfit: fault(400, 'BadArgument', 'user.id must be a text of 1 to 200 characters.'),
  textMissing: fault(400, 'MessageEmpty', 'The message has no text.'),
  textTooLong: fault(400, 'MessageTooLong', 'The message has more than 1,000 characters.'),
  bodyTooLarge: fault(413, 'MessageSizeTooBig', 'The body is larger than 64 kB.'),
} as const satisfies Record<string, Fault>;

/** The fault of one who asks too often. */
export function tooManyRequests(retryAfterSeconds: number): Fault {
  const message = `Too many requests. Try again in ${retryAfterSeconds} s.`;
  return { ...fault(429, 'TooManyRequests', message), retryAfterSeconds };
}

/** The fault as it goes over the wire. */
export function toErrorAnswer({ code, message }: Fault): ErrorAnswer {
  return { error: { code, message } };
}

export function sendFault(response: Response, fault: Fault): void {
  if (fault.retryAfterSeconds !== undefined) response.set('Retry-After', String(fault.retryAfterSeconds));
  response.status(fault.status).json(toErrorAnswer(fault));
}

/** Answers what Express refused for the client's sake; everything else is not a client's fault and goes on. */
export function answerRefusal(
  error: unknown,
  _request: Request,
  response: Response,
  next: NextFunction,
): void {
  const fault = toFault(error);
  if (fault) sendFault(response, fault);
  else next(error);
}

/** Errors of Express and its body parser carry the status to answer; those of the parser, a type. */
function toFault(error: unknown): Fault | undefined {
  const { status, type } = error as { readonly status?: unknown; readonly type?: unknown };
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined;
  if (status === 413) return FAULTS.bodyTooLarge;
  return { ...(type === undefined ? FAULTS.malformed : FAULTS.notJson), status };
}
