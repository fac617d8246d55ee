/** An utterance that goes back to something earlier. */
export interface Return {
  /** The words that say so, and name the matter if any. */
  readonly phrase: string;
  /** What is asked about it; empty where the matter is only named. */
  readonly rest: string;
}

const PHRASES: readonly RegExp[] = [
  /^[^，,。：:！!？?\s]{0,6}?(?:回到|说回|讲回|返返去|回头(?:说|讲|再说)|接着(?:说|讲|问)|继续(?:说|讲|问)|再(?:说|讲|问)(?:回|一下|下|个|问)?|还是(?:说|问|那个)|(?:刚刚?才?|头先|之前|前面|先前|开头|最开始)(?:那|的|说|讲|问|提))[^，,。：:！!？?\s]{0,14}(?:[，,。：:！!？?\s]+|$)/u,
  /^[^，,。：:！!？?\s]{1,8}(?:那个?事儿?|这个?事儿?|那个?问题|这个?问题|那个|那块|那边|的事儿?)(?:再问一?下?|再说一?下?|我再问一?下?)?(?:[，,。：:！!？?\s]+|$)/u,
  /^(?:ok(?:ay)?|so|and|well|now|alright|right|anyway|oh)?[,\s]*(?:(?:going |coming |getting |go |let'?s go )?back (?:to|on)|returning to|to return to|again (?:about|on)|as for|about|regarding|on|one more (?:thing )?(?:on|about)|another (?:one|thing|question) (?:on|about)|now to|still about|more (?:on|about))\b[^,.:;!?\n]{1,50}(?:[,.:;!?\n]+\s*|$)/iu,
];

/** English openings such as "about" go back to something only with one of these. */
const BACK_WORDS =
  /\b(?:back|again|returning|return|one more|another|more on|more about|earlier|before|previous|still)\b/iu;

/** Reads an utterance as a return to something earlier, where it begins by saying so. */
export function readReturn(utterance: string): Return | undefined {
  const text = utterance.trim();
  for (const [place, pattern] of PHRASES.entries()) {
    const phrase = pattern.exec(text)?.[0];
    if (phrase === undefined || (place === 2 && !BACK_WORDS.test(phrase))) continue;
    return { phrase, rest: text.slice(phrase.length).trim() };
  }
  return undefined;
}
