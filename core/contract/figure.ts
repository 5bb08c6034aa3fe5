import { z } from 'zod';
import {
  figureKindSchema,
  partialDateSchema,
  periodSchema,
  qualifierSchema,
  questionNumbersSchema,
  themeSchema,
  unitSchema,
} from './primitives.ts';

/**
 * One figure as it stands at the asked date: the newest observation of an indicator.
 * `value` is in the unit's own steps (money: integer fen). Never shown without `qualifier` and `unit`.
 */
export const figureSchema = z
  .strictObject({
    code: z.string(),
    theme: themeSchema,
    name: z.string(),
    /** Label for narrow places; equals `name` where none is set. */
    short: z.string(),
    value: z.number(),
    qualifier: qualifierSchema,
    unit: unitSchema,
    kind: figureKindSchema,
    period: periodSchema.nullable(),
    asOf: partialDateSchema,
    /** Days between the figure's last day and the asked date. */
    ageDays: z.int().nonnegative(),
    questions: questionNumbersSchema,
    source: z.string().nullable(),
    /** What the record says beside the number: a rank, a gap of the source. null = nothing. */
    note: z.string().nullable(),
  })
  .meta({ id: 'Figure' });
export type Figure = z.infer<typeof figureSchema>;
