import { parseArgs } from 'node:util';
import { CONTESTANT_NAMES, type ContestantName } from './load-contestant.ts';
import { SET_IDS, type SetId } from './sets/read-set.ts';

export interface Options {
  /** Where the public sets lie; without it only the own corpus is asked. */
  readonly folder: string;
  readonly jsonFile: string | undefined;
  readonly sets: readonly SetId[];
  readonly contestants: readonly ContestantName[];
  readonly step: number;
  readonly trainBudgetMs: number;
  readonly askBudgetMs: number;
}

export const USAGE = `npm run bench:nlu -- --data DIR [options]
  --data DIR             folder with the public question sets, <id>.json
  --json FILE            write everything that was found
  --only SET,...         ${SET_IDS.join(', ')}
  --contestants NAME,... ${CONTESTANT_NAMES.join(', ')}; fuse and nlp are understood
  --quick                ask every 10th question
  --train-minutes N      give up on training after N minutes (15)
  --ask-minutes N        stop asking after N minutes a set (10)
`;

const QUICK_STEP = 10;
const MINUTE_MS = 60_000;
const SHORT_NAMES: Readonly<Record<string, ContestantName>> = { fuse: 'fuse.js', nlp: 'node-nlp' };

/** The command line, or what is wrong with it. */
export function parseOptions(words: readonly string[]): Options | { readonly fault: string } {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        data: { type: 'string' },
        json: { type: 'string' },
        only: { type: 'string' },
        contestants: { type: 'string' },
        quick: { type: 'boolean', default: false },
        'train-minutes': { type: 'string', default: '15' },
        'ask-minutes': { type: 'string', default: '10' },
      },
    });
    if (values.data === undefined) return { fault: 'name the folder of the question sets: --data DIR' };
    return {
      folder: values.data,
      jsonFile: values.json,
      sets: choose('--only', values.only, SET_IDS),
      contestants: choose('--contestants', values.contestants, CONTESTANT_NAMES),
      step: values.quick ? QUICK_STEP : 1,
      trainBudgetMs: parseMinutes('--train-minutes', values['train-minutes']),
      askBudgetMs: parseMinutes('--ask-minutes', values['ask-minutes']),
    };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

/** In the order of the report, whatever the order on the command line. */
function choose<T extends string>(
  option: string,
  list: string | undefined,
  known: readonly T[],
): readonly T[] {
  if (list === undefined) return known;
  const wanted = list.split(',').map((name) => SHORT_NAMES[name] ?? name);
  const stranger = wanted.find((name) => !known.some((one) => one === name));
  if (stranger !== undefined) throw new Error(`${option} ${stranger}: known are ${known.join(', ')}`);
  return known.filter((name) => wanted.includes(name));
}

function parseMinutes(option: string, text: string): number {
  const minutes = Number(text);
  if (!(minutes > 0)) throw new Error(`${option} ${text}: give a number of minutes`);
  return minutes * MINUTE_MS;
}
