import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { z } from 'zod';
import { type ConversationState, initialState } from '../bot/turn.ts';
import { LANGUAGES, type Language } from '../faq/index.ts';
import { utterances } from '../test/faq/utterances.ts';
import { loadDialogue, runCommand } from './load-dialogue.ts';
import { quantile } from './quantile.ts';

/** A message that takes this many times as long as the usual one is a way to keep the bot busy. */
const MOST_TIMES_MEDIAN = 50;
/** So many strings are asked first and not counted, until the code has been compiled. */
const WARM_UP = 200;
const SHOWN_LENGTH = 60;

const countSchema = z.coerce.number().int().positive();
const optionsSchema = z.object({ runs: countSchema.default(2000), seed: countSchema.default(1) });

interface Timed {
  readonly text: string;
  readonly ms: number;
}

await runCommand(async () => {
  const { runs, seed } = readOptions();
  const { matcher, dialogue } = loadDialogue();
  const texts = fc.sample(utterances, { numRuns: WARM_UP + runs, seed });
  const states = await Promise.all(LANGUAGES.map(startedState));
  const match = (text: string) => {
    for (const language of LANGUAGES) matcher.match(text, language);
  };
  const converse = async (text: string) => {
    for (const state of states) {
      const turn = { conversationId: 'fuzz', utterance: text, pageLanguage: state.language };
      await dialogue.handleTurn(turn, state);
    }
  };
  for (const [name, work] of [
    ['matcher.match, both languages', match],
    ['a turn of the dialogue, both languages', converse],
  ] as const) {
    if (report(name, await timeAll(texts, work)) > MOST_TIMES_MEDIAN) process.exitCode = 1;
  }

  /** A conversation under way: what leans on an earlier question takes the longest way. */
  async function startedState(language: Language): Promise<ConversationState> {
    const utterance = language === 'zh' ? '积分会过期吗' : 'do points expire';
    const turn = { conversationId: 'fuzz', utterance, pageLanguage: language };
    return (await dialogue.handleTurn(turn, initialState(language))).state;
  }
});

function readOptions(): z.infer<typeof optionsSchema> {
  const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
  return optionsSchema.parse(values);
}

/** Each string is asked once: a second time would find its words remembered. */
async function timeAll(
  texts: readonly string[],
  work: (text: string) => Promise<void> | void,
): Promise<readonly Timed[]> {
  const timed: Timed[] = [];
  for (const text of texts) {
    const before = { wallMs: performance.now(), cpu: process.cpuUsage() };
    await work(text);
    const { user, system } = process.cpuUsage(before.cpu);
    // Other programs count in the one, compiling beside the work in the other; neither in both.
    timed.push({ text, ms: Math.min(performance.now() - before.wallMs, (user + system) / 1000) });
  }
  return timed.slice(WARM_UP);
}

/** Prints what was measured, and returns how many times the median the slowest took. */
function report(name: string, timed: readonly Timed[]): number {
  const slowest = timed.reduce((most, one) => (one.ms > most.ms ? one : most));
  const median = quantile(
    timed.map(({ ms }) => ms),
    0.5,
  );
  const ratio = slowest.ms / median;
  const beginning = JSON.stringify(slowest.text.slice(0, SHOWN_LENGTH));
  process.stdout.write(
    `${name}: ${timed.length} strings, median ${median.toFixed(2)} ms, slowest ${slowest.ms.toFixed(2)} ms, ` +
      `${ratio.toFixed(1)} times the median\n  ${slowest.text.length} characters: ${beginning}\n`,
  );
  return ratio;
}
