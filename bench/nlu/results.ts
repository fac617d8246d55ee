import { z } from 'zod';

/** How many of how many. */
const shareSchema = z.object({ hits: z.int(), of: z.int() });

/** What one contestant did on one set. */
export const figuresSchema = z.object({
  trainMs: z.number(),
  /** Growth of heap and external memory by the training, garbage collected before and after. */
  memoryBytes: z.number(),
  /** One question, over all that were asked. */
  questionMs: z.object({ p50: z.number(), p99: z.number() }),
  /** Right among the questions with an answer, nothing rejected. */
  accuracy: shareSchema,
  /** At the threshold that rejects at most 5 % of validation; where the set has questions without an answer. */
  rejection: z
    .object({
      threshold: z.number(),
      validation: z.int(),
      /** Accepted and right among the questions with an answer. */
      inScope: shareSchema,
      /** Rejected among the questions without one. */
      outOfScope: shareSchema,
    })
    .optional(),
  /** Accuracy by the number of slips in each question. */
  slips: z.array(z.object({ count: z.int(), accuracy: shareSchema })),
});

const outcomeSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('done'), figures: figuresSchema }),
  z.object({ status: z.literal('failed'), reason: z.string() }),
]);

const setSchema = z.object({
  id: z.string(),
  title: z.string(),
  language: z.enum(['zh', 'en']),
  classes: z.int(),
  examples: z.int(),
  unanswerable: z.int(),
  validation: z.int(),
  test: z.int(),
  outOfScope: z.int(),
  note: z.string(),
});

const contestSchema = z.object({
  set: z.string(),
  contestant: z.string(),
  settings: z.string(),
  outcome: outcomeSchema,
});

/** Everything that a run found out. It has no date, so that two runs can be compared line by line. */
export const resultsSchema = z.object({
  node: z.string(),
  processor: z.string(),
  versions: z.record(z.string(), z.string()),
  /** Every so-manieth question was asked. */
  step: z.int(),
  sets: z.array(setSchema),
  contests: z.array(contestSchema),
});

export type Figures = z.infer<typeof figuresSchema>;
export type SetSummary = z.infer<typeof setSchema>;
export type Contest = z.infer<typeof contestSchema>;
export type Results = z.infer<typeof resultsSchema>;
