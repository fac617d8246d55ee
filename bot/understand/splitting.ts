import type { Language } from '../../faq/index.ts';
import { asks } from './asking.ts';
import { distribute } from './distributing.ts';
import { leaningOf } from './leaning.ts';
import { type Part, sureAt, topConfidence, verySureAt } from './part.ts';
import { cutIntoPieces } from './pieces.ts';
import { familyOf } from './topic-words.ts';

/** Reads a question of a message; a later one may lean on the one before it. */
export type ReadQuestion = (text: string, before?: Part) => Part;

const MOST_PARTS = 3;
/** So many pieces may make up one question. */
const MOST_PIECES_OF_A_PART = 3;
/** A shorter stretch says too little to be a question of its own. */
const SHORTEST_PART: Readonly<Record<Language, number>> = { zh: 3, en: 7 };
/** A piece that is in none of the questions costs this much of their confidence. */
const COST_OF_LEFT_OUT = 0.15;
/** One more question weighs this much against fewer that are a little clearer. */
const WORTH_OF_A_PART = 0.05;
/** What the store does not answer weighs as much as a question that is this clear. */
const WORTH_OF_UNANSWERED = 0.6;

/** One question of a chain that an utterance may be split into. */
interface Link {
  readonly part: Part;
  readonly isAnnounced: boolean;
  readonly standing: 'asked' | 'stated' | 'unanswered';
}

/**
 * Splits an utterance into its questions, in the order asked. It does so where at least two of them are clear and mean
 * different things, or one is clear and another plainly asks for what the store does not answer. A story around one
 * question has one clear stretch at most, and stays whole.
 */
export function splitQuestions(text: string, language: Language, read: ReadQuestion): readonly Part[] {
  const whole = read(text);
  const pieces = cutIntoPieces(text, language);
  const share = () => distribute(text, language, read) ?? [whole];
  if (pieces.length < 2) return share();
  // A phrasing of the corpus, word for word, is one question whatever its pieces look like.
  if (topConfidence(whole) === 1) return [whole];
  // Where the whole has no answer anyway, a split has less to lose.
  const isUnclear = topConfidence(whole) < whole.answerAt;
  let best: readonly Part[] = [whole];
  let bestWorth = 0;

  const follow = (from: number, links: readonly Link[], leftOut: number): void => {
    const first = pieces[from];
    if (first === undefined || links.length === MOST_PARTS) {
      const worth = worthOf(links, whole) - (leftOut + pieces.length - from) * COST_OF_LEFT_OUT;
      if (worth > bestWorth) [best, bestWorth] = [links.map(({ part }) => part), worth];
      return;
    }
    follow(from + 1, links, leftOut + 1);
    for (let to = from; to < Math.min(from + MOST_PIECES_OF_A_PART, pieces.length); to++) {
      const stretch = text.slice(first.start, pieces[to]?.end);
      if ([...stretch].length < SHORTEST_PART[language]) continue;
      const before = links.findLast(({ standing }) => standing !== 'unanswered')?.part;
      const part = read(stretch, first.isAnnounced || isUnclear ? before : undefined);
      const link = toLink(part, first.isAnnounced || isUnclear, language);
      if (link && !links.some((one) => meansTheSame(one, link))) follow(to + 1, [...links, link], leftOut);
    }
  };
  follow(0, [], 0);
  return best.length > 1 ? best : share();
}

/** The stretch as a question, unless it is too unclear to be one. */
function toLink(part: Part, isAnnounced: boolean, language: Language): Link | undefined {
  const isAsked = asks(part.text, language);
  const confidence = topConfidence(part);
  const isCourtesy = /^smalltalk\.(?!bot$)/.test(part.candidates[0]?.id ?? '');
  if (isAsked && confidence < part.clarifyAt) {
    // Without a decoy that claims it, only a full question is surely more than the tail of the one before.
    const isFull = part.decoy !== undefined || leaningOf(part.text, language) === 'none';
    return isFull ? { part, isAnnounced, standing: 'unanswered' } : undefined;
  }
  if (isCourtesy || confidence < (isAsked ? part.clarifyAt : isAnnounced ? verySureAt(part) : statedAt(part)))
    return undefined;
  return { part, isAnnounced, standing: isAsked ? 'asked' : 'stated' };
}

/** A statement counts as a question only where it can hardly mean anything else. */
function statedAt({ answerAt }: Part): number {
  return 1 - (1 - answerAt) / 7;
}

/** How much speaks for a split; nothing where it is not clear enough to prefer to the whole. */
function worthOf(links: readonly Link[], whole: Part): number {
  const clear = links.filter(({ standing }) => standing !== 'unanswered');
  if (clear.some((link) => isStory(link, clear))) return 0;
  const confidences = clear.map(({ part }) => topConfidence(part));
  const weakest = Math.min(...confidences);
  const middle = (weakest + Math.max(...confidences)) / 2;
  if (links.length < 2 || clear.length === 0 || middle < leastMiddle(links, clear, whole)) return 0;
  if (clear.some(({ standing }) => standing === 'stated') && weakest < leastBesideStated(links, whole))
    return 0;
  const unanswered = (links.length - clear.length) * WORTH_OF_UNANSWERED;
  const sum = confidences.reduce((all, one) => all + one, unanswered);
  return sum / links.length + links.length * WORTH_OF_A_PART;
}

/** "I paid with points. Do I get them back?" asks one thing: what was only stated belongs to the question beside it. */
function isStory({ part, standing }: Link, links: readonly Link[]): boolean {
  const family = familyOf(part.candidates[0]?.id ?? '');
  const isBeside = (other: Link) =>
    other.standing === 'asked' && familyOf(other.part.candidates[0]?.id ?? '') === family;
  return standing === 'stated' && links.some(isBeside);
}

/** How clear the questions must be, the clearest and the least clear taken together. */
function leastMiddle(links: readonly Link[], clear: readonly Link[], whole: Part): number {
  const hasUnclaimed = links.some(({ part, standing }) => standing === 'unanswered' && !part.decoy);
  if (hasUnclaimed && !areAnnounced(links)) return 1;
  if (clear.length < 2) return topConfidence(whole) < whole.answerAt ? whole.answerAt : verySureAt(whole);
  return areAnnounced(links) ? (whole.answerAt + sureAt(whole)) / 2 : sureAt(whole);
}

/** A statement is a story more often than a question, so that what stands beside it must be the clearer. */
function leastBesideStated(links: readonly Link[], whole: Part): number {
  return areAnnounced(links) ? sureAt(whole) : verySureAt(whole);
}

function areAnnounced(links: readonly Link[]): boolean {
  return links.slice(1).every(({ isAnnounced }) => isAnnounced);
}

function meansTheSame(one: Link, other: Link): boolean {
  if (one.standing === 'unanswered' || other.standing === 'unanswered') return false;
  return one.part.candidates[0]?.id === other.part.candidates[0]?.id;
}
