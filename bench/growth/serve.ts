/** Loads the model of a made-up help center and asks it, in a process of its own. Arguments: articles, file. */
import { readFileSync } from 'node:fs';
import { createMatcher, decodeModels, LANGUAGES } from '../../faq/index.ts';
import { percentile } from '../nlu/figures.ts';
import type { ServeFindings } from './findings.ts';
import { growHelpCenter } from './grown-help-center.ts';

/** Asked before the clock counts, so that the engine's compiler has seen the code. */
const WARM_UP_QUESTIONS = 500;
/** The best of so many counts for each question, so that it is the matcher that is measured and not its neighbours. */
const ROUNDS = 3;

const [articles, file = ''] = process.argv.slice(2);
const { corpus, questions } = growHelpCenter(Number(articles));

const startedMs = performance.now();
const models = decodeModels(readFileSync(file), corpus.hash);
if (!models) throw new Error(`${file} is not a model of ${articles} articles.`);
const matcher = createMatcher(corpus, models);
const loadMs = performance.now() - startedMs;

globalThis.gc?.();
globalThis.gc?.();
const { heapUsed, external } = process.memoryUsage();

for (let at = 0; at < WARM_UP_QUESTIONS; at++) {
  const language = LANGUAGES[at % LANGUAGES.length] ?? 'en';
  const article = corpus.articles[at % corpus.articles.length];
  matcher.match(article?.[language].phrasings[0] ?? '', language);
}
const times = questions.map(() => Number.POSITIVE_INFINITY);
let hits = 0;
for (let round = 0; round < ROUNDS; round++) {
  for (const [at, { text, language, id }] of questions.entries()) {
    const askedMs = performance.now();
    const { candidates } = matcher.match(text, language);
    times[at] = Math.min(times[at] ?? 0, performance.now() - askedMs);
    if (round === 0 && candidates[0]?.id === id) hits += 1;
  }
}
const findings: ServeFindings = {
  loadMs,
  memoryBytes: heapUsed + external,
  questionMs: { p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
  right: { hits, of: questions.length },
};
process.send?.(findings);
process.disconnect();
