/** The language of a tag such as `zh-CN`; the first where the widget does not speak it. */
export function languageOf(tag: string, codes: readonly string[]): string {
  const [code] = tag.toLowerCase().split(/[-_]/);
  return codes.find((known) => known === code) ?? codes[0] ?? '';
}
