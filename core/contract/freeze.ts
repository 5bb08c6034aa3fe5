/** The freeze of a meeting: what it is asked, and how far one is that is under way. */
import { z } from 'zod';
import { instantSchema } from './primitives.ts';

/** `unreviewed`: how many entries wait for review and are knowingly left out. */
export const freezeInputSchema = z
  .strictObject({ unreviewed: z.int().nonnegative().default(0) })
  .meta({ id: 'FreezeInput' });

/** The freeze of a meeting that is under way; null = none is. */
export const freezeStateSchema = z
  .strictObject({
    freeze: z
      .strictObject({
        /** Share of its answers that is written, from 0 to 1. */
        done: z.number().min(0).max(1),
        begunAt: instantSchema,
        /** Who freezes. */
        accountName: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'FreezeState' });
export type FreezeState = z.infer<typeof freezeStateSchema>;
