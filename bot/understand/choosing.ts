const ORDINALS: readonly RegExp[] = [
  /^(?:1|一|第一个?|选1|选一|the first(?: one)?|first(?: one)?|option 1)$/iu,
  /^(?:2|二|第二个?|选2|选二|the second(?: one)?|second(?: one)?|option 2)$/iu,
  /^(?:3|三|第三个?|选3|选三|the third(?: one)?|third(?: one)?|option 3)$/iu,
];

/** The choice that was taken by its number, of those that the latest reply offered. */
export function findChosen(utterance: string, offered: readonly string[]): string | undefined {
  const typed = utterance
    .normalize('NFKC')
    .trim()
    .replace(/[.。!！]+$/u, '');
  const place = ORDINALS.findIndex((ordinal) => ordinal.test(typed));
  return place < 0 ? undefined : offered[place];
}
