/** `IM` + yyyymmdd + `-` + four digits; the letters, the hyphen and the gaps are as people type them. */
const ORDER_NUMBER =
  /(?<![a-z\d])(?:IM\s*)?20\d{2}\s?[-/.]?\s?\d{2}\s?[-/.]?\s?\d{2}[\s\-–—_]*\d{4}(?!\d)/giu;

/** What people put around an order number and mean nothing else by. */
const AROUND: readonly RegExp[] = [
  /订单编?号码?|单号|编号|号码|号是|订单|我的|这个|那个|这单|那单|还有|另外|一个|一单|一张|帮忙?|麻烦|查一?下|看一?下|睇下|给你|就是|那|是|的|呢|啊|哈|吧|唔该/gu,
  /\b(?:and|for|or|it'?s|its|it|is|the|this|that|here|my|one|order|orders|number|no|nr|num|ok|okay|so|also|what|about|how|please|check|try)\b/giu,
];

/** Whether the utterance is an order number and no question of its own. */
export function isBareOrderNumber(utterance: string): boolean {
  const typed = utterance.normalize('NFKC');
  const rest = typed.replace(ORDER_NUMBER, ' ');
  if (rest === typed) return false;
  return !/[\p{L}\p{N}]/u.test(AROUND.reduce((text, words) => text.replace(words, ' '), rest));
}
