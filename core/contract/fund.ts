import { z } from 'zod';
import { fundKinds, movementKinds } from './lists.ts';
import {
  instantSchema,
  isoDateSchema,
  pageOf,
  partialDateSchema,
  periodSchema,
  qualifierSchema,
} from './primitives.ts';

/** Sum of a fund's movements of one kind. Integer fen. `code` is the indicator that carries the same number. */
export const fundAmountSchema = z
  .strictObject({
    amountFen: z.int(),
    qualifier: qualifierSchema,
    label: z.string().nullable(),
    period: periodSchema.nullable(),
    asOf: partialDateSchema,
    code: z.string().nullable(),
    source: z.string().nullable(),
  })
  .meta({ id: 'FundAmount' });

/** Schedule progress at the figure's own date; percentages of the plan, the gap in percentage points. */
export const scheduleSchema = z
  .strictObject({
    period: periodSchema,
    on: isoDateSchema,
    elapsedDays: z.int(),
    totalDays: z.int(),
    expectedPercent: z.number(),
    actualPercent: z.number(),
    /** actual - expected; negative = behind. */
    gapPoints: z.number(),
    /** Where the schedule stands on the asked date, for the picture only; never compared with the figure. */
    expectedTodayPercent: z.number(),
  })
  .meta({ id: 'Schedule' });
export type Schedule = z.infer<typeof scheduleSchema>;

/** What the rest of the period asks for and where the pace so far leads: arithmetic with its assumption named. */
export const outlookSchema = z
  .strictObject({
    remainingDays: z.int().nonnegative(),
    /** Share of the plan still to come; negative = the plan is exceeded. */
    remainingPercent: z.number(),
    /** Percent of the plan a day needed from here; null = no day is left. */
    requiredPerDayPercent: z.number().nullable(),
    /** Percent of the plan a day so far. */
    pacePerDayPercent: z.number(),
    projectedPercent: z.number(),
    /** Day on which the plan is reached at the pace so far; null = not within a hundred years. */
    projectedReachOn: isoDateSchema.nullable(),
    /** The assumption and both rates as one sentence. */
    sentence: z.string(),
  })
  .meta({ id: 'Outlook' });

export const fundSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    short: z.string(),
    kind: z.enum(fundKinds),
    /** Department; null = no source names one. */
    owner: z.string().nullable(),
    committed: fundAmountSchema.nullable(),
    planned: fundAmountSchema.nullable(),
    disbursed: fundAmountSchema.nullable(),
    spent: fundAmountSchema.nullable(),
    /**
     * Disbursed as a share; the denominator is always named. Null where either side is missing, or where the
     * qualifiers of both leave nothing to say.
     */
    share: z
      .strictObject({
        of: z.enum(['planned', 'committed']),
        percent: z.number(),
        qualifier: qualifierSchema,
      })
      .nullable(),
    plannedShareOfCommittedPercent: z.number().nullable(),
    /** Plan less disbursed, derived; null without a plan, or where one of them is only a bound. */
    undisbursedFen: z.int().nullable(),
    schedule: scheduleSchema.nullable(),
    outlook: outlookSchema.nullable(),
    ageDays: z.int().nonnegative().nullable(),
    /** Cumulative disbursement by date, inside the plan's period. */
    points: z.array(z.strictObject({ on: isoDateSchema, cumulativeFen: z.int() })),
    sentence: z.string(),
  })
  .meta({ id: 'Fund' });
export type Fund = z.infer<typeof fundSchema>;
export type FundAmount = z.infer<typeof fundAmountSchema>;

export const movementSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(movementKinds),
    amountFen: z.int(),
    qualifier: qualifierSchema,
    label: z.string().nullable(),
    period: periodSchema.nullable(),
    asOf: partialDateSchema,
    source: z.string().nullable(),
    supersedes: z.string().nullable(),
    reason: z.string().nullable(),
    recordedAt: instantSchema,
    recordedBy: z.string(),
    /** What the account is called; null = it was not entered by an account. */
    recordedByName: z.string().nullable(),
    /** The reviewer who accepted it; null = it needed no review. */
    approvedByName: z.string().nullable(),
  })
  .meta({ id: 'Movement' });

export const fundListSchema = pageOf(fundSchema).meta({ id: 'FundList' });
export const fundDetailSchema = z
  .strictObject({ fund: fundSchema, movements: z.array(movementSchema) })
  .meta({ id: 'FundDetail' });
export type FundDetail = z.infer<typeof fundDetailSchema>;
