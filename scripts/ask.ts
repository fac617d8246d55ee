import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Explanation } from '../faq/index.ts';
import { createAsker } from './asked.ts';
import { loadDialogue, runCommand } from './load-dialogue.ts';

const lineSchema = z.object({
  text: z.string(),
  conversation: z.string().optional(),
  language: z.enum(['zh', 'en']).optional(),
});

await runCommand(async () => {
  const { matcher, dialogue } = loadDialogue();
  const ask = createAsker(dialogue);
  const words = process.argv.slice(2).filter((word) => word !== '--jsonl');
  if (process.argv.includes('--jsonl')) return askLines(ask);
  if (words.length === 0) {
    process.stderr.write('Say what to ask: npm run ask -- "积分会过期吗"\n');
    process.exitCode = 1;
    return;
  }
  const utterance = words.join(' ');
  const { asked } = await ask(utterance);
  const wholeWords = `${asked.reply}\n\n`;
  const summary = `decision    ${asked.decision} ${asked.ids.join(', ')}\nconfidence  ${asked.confidence}\nlanguage    ${asked.language}\n`;
  process.stdout.write(
    `${wholeWords}${summary}${formatExplanation(matcher.explain(utterance, asked.language))}`,
  );
});

/** One JSON object a line in, one out, in order; a line that cannot be read is told and answered with its fault. */
async function askLines(ask: ReturnType<typeof createAsker>): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const parsed = lineSchema.safeParse(parseJson(line));
    if (!parsed.success) {
      process.stderr.write(
        `Line ${number} is not {"text", "conversation"?, "language"?}: ${parsed.error.issues[0]?.message}\n`,
      );
      process.exitCode = 1;
      process.stdout.write(`${JSON.stringify({ error: `line ${number} cannot be read` })}\n`);
      continue;
    }
    const { text, conversation, language } = parsed.data;
    const { asked } = await ask(text, conversation, language);
    process.stdout.write(`${JSON.stringify(asked)}\n`);
  }
}

function formatExplanation({ match, corrections, weighedMost, gate }: Explanation): string {
  const read = corrections.map(({ typed, read: word }) => `${typed} -> ${word}`).join(', ');
  const rows = [
    `question    ${match.question}`,
    ...(read ? [`corrected   ${read}`] : []),
    ...match.candidates.slice(0, 3).map(({ id, confidence, score }, place) => {
      const name = place === 0 ? 'matched' : place === 1 ? 'runner-up' : 'third';
      return `${name.padEnd(12)}${id} (confidence ${confidence.toFixed(3)}, score ${score.toFixed(3)})`;
    }),
    ...(match.decoy ? [`nearest is  ${match.decoy}, which has no answer here`] : []),
    `thresholds  answer at ${match.policy.answerAt}, ask back at ${match.policy.clarifyAt}`,
    'weighed most',
    ...weighedMost.map(({ feature, weight }) => `  ${weight.toFixed(3).padStart(7)}  ${feature}`),
    'gate',
    ...gate.map(({ signal, value }) => `  ${value.toFixed(3).padStart(7)}  ${signal}`),
  ];
  return `${rows.join('\n')}\n`;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
