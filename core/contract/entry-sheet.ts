/** What a department enters, with everything that belongs beside the field; and what a reviewer looks at. */
import { z } from 'zod';
import { lintFindingSchema, submissionSchema } from './entry.ts';
import { fundSchema, movementSchema } from './fund.ts';
import { indicatorSchema, observationSchema } from './indicator.ts';
import { movementKinds } from './lists.ts';
import { isoDateSchema, pageOf } from './primitives.ts';
import { checkInSchema, taskSchema } from './task.ts';

export const entrySheetSchema = z
  .strictObject({
    /** The department that the account enters for; null = it belongs to none. */
    department: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    /** Whether what it enters waits for a reviewer. */
    review: z.boolean(),
    /** The workspace's day: no date of an entry is after it. */
    today: isoDateSchema,
    figures: z.array(
      z.strictObject({
        indicator: indicatorSchema,
        /** The statement that stands, which a correction names; null = nothing is on record. */
        standing: observationSchema.nullable(),
        /** Days from its own date to today; null = nothing is on record. */
        ageDays: z.int().nullable(),
        /** What waits for review. */
        waiting: z.int().nonnegative(),
      }),
    ),
    funds: z.array(
      z.strictObject({
        fund: fundSchema,
        /** Of each kind the newest movement that stands, newest first. */
        movements: z.array(movementSchema),
        waiting: z.int().nonnegative(),
      }),
    ),
  })
  .meta({ id: 'EntrySheet' });
export type EntrySheet = z.infer<typeof entrySheetSchema>;

/** What stands of one figure or fund and may be corrected, newest first. */
export const entryStatementListSchema = pageOf(
  observationSchema
    .pick({
      id: true,
      /** In the unit's own steps; of a movement in fen. */
      value: true,
      qualifier: true,
      period: true,
      asOf: true,
      source: true,
      recordedByName: true,
      approvedByName: true,
    })
    .extend({
      /** Kind of a movement; null = it is a figure. */
      movement: z.enum(movementKinds).nullable(),
      /** What a movement is called; null = it has no name of its own. */
      label: z.string().nullable(),
    }),
).meta({ id: 'EntryStatementList' });
export type EntryStatementList = z.infer<typeof entryStatementListSchema>;
export type EntryStatement = EntryStatementList['items'][number];

/** Something put forward, as it would change the picture if it counted now. */
export const submissionDetailSchema = z
  .strictObject({
    submission: submissionSchema,
    change: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('check-in'),
        before: taskSchema,
        after: taskSchema,
        /** The report as it would read. */
        checkIn: checkInSchema,
      }),
      z.strictObject({
        kind: z.literal('observation'),
        before: indicatorSchema,
        after: indicatorSchema,
        /** What it corrects; null = it corrects nothing. */
        corrects: observationSchema.nullable(),
      }),
      z.strictObject({
        kind: z.literal('movement'),
        before: fundSchema,
        after: fundSchema,
        corrects: movementSchema.nullable(),
      }),
    ]),
    /** What the checks ask now, those that the author confirmed among them. */
    questions: z.array(lintFindingSchema),
    /** Why it cannot be accepted as the record stands now; empty = it can. */
    faults: z.array(z.strictObject({ path: z.string(), message: z.string() })),
  })
  .meta({ id: 'SubmissionDetail' });
export type SubmissionDetail = z.infer<typeof submissionDetailSchema>;
