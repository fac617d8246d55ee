import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { initialState } from '../../bot/turn.ts';
import { summarize } from '../../scripts/asked.ts';
import { storeDialogue } from './dialogue-fixture.ts';

const language = z.enum(['zh', 'en']);
const storySchema = z.strictObject({
  name: z.string(),
  turns: z.array(
    z.strictObject({
      say: z.string(),
      page: language.default('zh'),
      decision: z.string().optional(),
      ids: z.array(z.string()).optional(),
      language: language.optional(),
      contains: z.string().optional(),
      lacks: z.string().optional(),
      replies: z.int().optional(),
    }),
  ),
});

const FOLDER = join(import.meta.dirname, '..', 'stories');

for (const file of readdirSync(FOLDER).sort()) {
  describe(`stories of ${file}`, () => {
    const stories = z.array(storySchema).parse(parse(readFileSync(join(FOLDER, file), 'utf8')));
    test.each(stories.map(({ name, turns }) => [name, turns] as const))('%s', async (_, turns) => {
      let state = initialState('zh');
      for (const { say, page, decision, ids, language: spoken, contains, lacks, replies } of turns) {
        const turn = { conversationId: 'story', utterance: say, pageLanguage: page };
        const outcome = await storeDialogue().handleTurn(turn, state);
        state = outcome.state;
        const asked = summarize(say, outcome);
        if (decision !== undefined) expect([say, asked.decision]).toEqual([say, decision]);
        if (ids !== undefined) expect([say, asked.ids]).toEqual([say, ids]);
        if (spoken !== undefined) expect([say, asked.language]).toEqual([say, spoken]);
        if (contains !== undefined) expect(asked.reply).toContain(contains);
        if (lacks !== undefined) expect(asked.reply).not.toContain(lacks);
        if (replies !== undefined) expect(outcome.replies).toHaveLength(replies);
      }
    });
  });
}
