/** The lists of honesty: where words and dates disagree, who has gone silent, what waits for review. */
import { z } from 'zod';
import { submissionSchema } from './entry.ts';
import { disagreements } from './lists.ts';
import { declaredStatusSchema, isoDateSchema, lightStateSchema } from './primitives.ts';

/** A task whose owner says other than its dates. */
export const disagreementSchema = z.strictObject({
  kind: z.enum(disagreements),
  task: z.string(),
  title: z.string(),
  ownerName: z.string(),
  declared: declaredStatusSchema,
  /** The light that the dates alone would give. */
  computed: lightStateSchema,
  /** What disagrees, as one sentence. */
  sentence: z.string(),
});

export const watchSchema = z
  .strictObject({
    /** The workspace's day, at which everything here is judged. */
    today: isoDateSchema,
    /** Tasks whose owner says other than the dates; the worst first, at most 100 on a page. */
    disagreements: z.array(disagreementSchema),
    disagreementsTotal: z.int().nonnegative(),
    /** Silent for more than twice their rhythm; the longest silence first, at most 100 on a page. */
    silent: z.array(
      z.strictObject({
        kind: z.enum(['task', 'indicator']),
        /** Task id or indicator code. */
        id: z.string(),
        name: z.string(),
        /** Item of the caller's entry sheet that mends it; null = a task, or entered by somebody else. */
        item: z.string().nullable(),
        /** null = it names no owner. */
        ownerName: z.string().nullable(),
        rhythmDays: z.int().positive(),
        /** Day of the last sign; null = there was never one. */
        lastOn: isoDateSchema.nullable(),
        /** Days since then, or since it was registered; null = not known. */
        silentDays: z.int().nonnegative().nullable(),
      }),
    ),
    silentTotal: z.int().nonnegative(),
    /** What has no rhythm and is therefore not judged. */
    unjudged: z.strictObject({ tasks: z.int().nonnegative(), indicators: z.int().nonnegative() }),
    /** What waits for review, oldest first, at most 100 on a page; a reviewer sees all, others their own. */
    waiting: z.array(submissionSchema),
    waitingTotal: z.int().nonnegative(),
    /** Continues all three lists, as `cursor`; null = each is told to its end. */
    next: z.string().nullable(),
  })
  .meta({ id: 'Watch' });
export type Watch = z.infer<typeof watchSchema>;
