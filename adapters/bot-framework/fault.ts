import type { Response } from 'express';

/** Why an activity is not taken. */
interface Fault {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export const FAULTS = {
  tokenMissing: {
    status: 401,
    code: 'Unauthorized',
    message: 'Send the token of the channel as "Authorization: Bearer <token>".',
  },
  tokenUnfit: { status: 403, code: 'BadToken', message: 'The token is no token of a channel for this bot.' },
  serviceForeign: {
    status: 403,
    code: 'BadServiceUrl',
    message: 'The serviceUrl is not that of the token, or none that replies are sent to.',
  },
  notActivity: { status: 400, code: 'BadArgument', message: 'The body is not an activity.' },
  tooMany: { status: 429, code: 'TooManyRequests', message: 'Too many messages. Try again later.' },
} as const satisfies Record<string, Fault>;

/** Answers with the fault, in the Bot Framework's form of an error. */
export function sendFault(response: Response, { status, code, message }: Fault): void {
  response.status(status).json({ error: { code, message } });
}
