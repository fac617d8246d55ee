/**
 * Characters and pairs of neighbouring characters; a Latin word is one term. The usual way to index Chinese where no
 * segmenter is at hand, given to the libraries whose own tokenizers return nothing for it.
 */
export function chineseTerms(text: string): string[] {
  const units =
    text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu) ?? [];
  return [...units, ...units.slice(1).map((unit, before) => `${units[before]}${unit}`)];
}
