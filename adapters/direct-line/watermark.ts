/**
 * The sequence after which a client wants to hear; `undefined` where it does not say. Clients write "nothing yet" as an
 * empty text, as "null" or as "-", so that whatever is no number counts as not said.
 */
export function readWatermark(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}
