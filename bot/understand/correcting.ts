/** An utterance that corrects how the one before was understood. */
export interface Correction {
  /** What is meant instead; empty where it is only said that the answer was not the right one. */
  readonly meant: string;
}

/** Saying that something was got wrong, at the beginning. */
const DENIAL: readonly RegExp[] = [
  /^(?:呃+|哎+呀?|唉|啊+|额+|嗯+|喂|诶)?[，,\s]*(?:不是(?!有|说)|不对|不系|唔系|唔啱|错了|搞错|弄错|说错|我(?:又)?没问|我没说|我不是|谁问|不用给|没问|你(?:没|没有)(?:明白|懂|看懂|听懂|理解)|(?:你)?(?:理解|误会|会错|答|回答|看|听)错|你误会|答非所问|我说错|问的不是|我问的不是|不是这|不是那|非也)/u,
  /^(?:oh|ah|um|uh|er|hm+|sorry|well)?[,.!\s]*(?:no(?:pe)?\b(?! (?:one|code|email|activation|verification|text|sms|points|refund|invoice|order))|not\b(?! (?:in|yet|received|sure|able|there|arriv|com|get|working))|wrong\b|that(?:'?s| is|s) (?:not|wrong)|that was ?n[o']t|thats not|(?:i )?did ?n[o']?'?t (?:mean|ask)|i do ?n[o']?'?t mean|i'?m not asking|i was ?n[o']?'?t asking|you (?:misunderstood|misread|got me wrong|got (?:it|that) wrong|did ?n[o']?'?t (?:get|understand))|(?:i )?mixed (?:it |that )?up|my mistake|i put that badly|i know (?:where|how|that|what|when)|misunderst)/iu,
];

/** Saying what is meant instead; all up to the last of these is what is not meant. */
const ASSERTION: readonly RegExp[] = [
  /(?:我|俺|人家)?(?:想|要|是想|是要)?(?:问|说|指|讲|要)的(?:其实)?(?<!不)(?:是|系)|我(?:是|系)(?:想|要)?(?:问|说|指|讲)|(?:我)?(?<!不)(?:是想|是要|想|是)问(?:的)?|我(?:其实)?(?:是)?想(?:问|知道|了解)的?是?|我的?意思是|而是|我要的是/gu,
  /\b(?:what i (?:mean|meant|want(?:ed)?(?: to know)?|asked) (?:is|was)|i (?:mean|meant|asked(?: you)?|was (?:asking|talking) about|am asking(?: about)?|only want(?:ed)? to know|just want(?:ed)? to know|want(?:ed)? to know|wanna know|am talking about)|i'?m (?:asking|talking) about|my question (?:is|was)|rather|instead)\b[,:]?/giu,
];

/** Assertions strong enough to correct without any denial before them. */
const RESTATED = /^(?:我(?:是|系)(?:问|说|指)|我(?:问|说|指)的(?:是|系)|i (?:mean|meant|asked)\b)/iu;

const CLAUSE_END = /[，,。.！!；;：:？?\n]+\s*/u;
/** After the denial the meant is introduced by these, or by nothing. */
const BEFORE_MEANT =
  /^(?:(?:我?(?:想|要)?(?:是|系)?问(?:的是|的)?|是|系|就是|应该是|但是|但|it'?s|its|but|just)(?!不|否)\s*)+/iu;
/** Denials that go on without saying anything. No word is made of others, or matching could take for ever. */
const NOTHING_MEANT =
  /^(?:(?:不是|不对|唔系|唔啱|错|这个|那个|这|那|啊|呀|吧|了|哎|呃|嗯|的|你|搞|弄|理解|误会|答非所问|我|意思|问|no|nope|not|wrong|that'?s?|this|is|was|it|one|what|i|asked|mean|meant|you|misunderstood|me|my|question|answer|the|sorry|right|correct|at|all|isn'?t|wasn'?t|didn'?t|ask|got|oh|for|looking)[\s，,。.！!?？]*)+$/iu;

/** Reads an utterance as a correction, where it is one. */
export function readCorrection(utterance: string): Correction | undefined {
  const text = utterance.trim();
  const isDenied = DENIAL.some((denial) => denial.test(text));
  if (!isDenied && !RESTATED.test(text)) return undefined;
  if (NOTHING_MEANT.test(text)) return { meant: '' };
  const asserted = textAfterLast(text, ASSERTION);
  if (asserted !== undefined) return { meant: stripMeant(asserted) };
  const [, ...clauses] = text.split(CLAUSE_END);
  const meant = clauses.filter((clause) => clause !== '' && !NOTHING_MEANT.test(clause)).join('，');
  return { meant: stripMeant(meant === '' ? text.replace(DENIAL[0] as RegExp, '') : meant) };
}

function textAfterLast(text: string, patterns: readonly RegExp[]): string | undefined {
  const ends = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((found) => found.index + found[0].length),
  );
  const rest = ends.length === 0 ? '' : text.slice(Math.max(...ends));
  return /[\p{L}\p{N}]/u.test(rest) ? rest : undefined;
}

function stripMeant(text: string): string {
  return text
    .replace(/^[\s，,。.！!；;：:]+/u, '')
    .replace(BEFORE_MEANT, '')
    .trim();
}
