import { createHash, timingSafeEqual } from 'node:crypto';

/** Tells whether a bearer is the store's secret, in a time that says nothing about how much of it was right. */
export function createSecretCheck(secret: string | undefined): (bearer: string) => boolean {
  if (secret === undefined) return () => false;
  const expected = digest(secret);
  return (bearer) => timingSafeEqual(digest(bearer), expected);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
