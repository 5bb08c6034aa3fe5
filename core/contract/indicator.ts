import { z } from 'zod';
import { figureSchema } from './figure.ts';
import { outlookSchema, scheduleSchema } from './fund.ts';
import { curves, directions, movementKinds } from './lists.ts';
import {
  figureKindSchema,
  instantSchema,
  isoDateSchema,
  pageOf,
  partialDateSchema,
  periodSchema,
  qualifierSchema,
  questionNumbersSchema,
  themeSchema,
  unitSchema,
} from './primitives.ts';
import { questionSchema, sourceSchema } from './register.ts';

export const indicatorSchema = z
  .strictObject({
    code: z.string(),
    theme: themeSchema,
    name: z.string(),
    unit: unitSchema,
    kind: figureKindSchema,
    direction: z.enum(directions),
    dimensions: z.record(z.string(), z.string()),
    /** null = nobody has written one yet: show it as not defined. */
    definition: z.string().nullable(),
    rhythmDays: z.int().positive().nullable(),
    owner: z.string().nullable(),
    /** Set where the value is the sum of a fund's movements. */
    ledger: z.strictObject({ fund: z.string(), kind: z.enum(movementKinds) }).nullable(),
    note: z.string().nullable(),
    questions: questionNumbersSchema,
    figure: figureSchema.nullable(),
  })
  .meta({ id: 'Indicator' });
export type Indicator = z.infer<typeof indicatorSchema>;
export const indicatorListSchema = pageOf(indicatorSchema).meta({ id: 'IndicatorList' });

export const observationSchema = z
  .strictObject({
    id: z.string(),
    value: z.number(),
    qualifier: qualifierSchema,
    period: periodSchema.nullable(),
    asOf: partialDateSchema,
    source: z.string().nullable(),
    recordedAt: instantSchema,
    recordedBy: z.string(),
    /** What the account is called; null = it was not entered by an account. */
    recordedByName: z.string().nullable(),
    /** The reviewer who accepted it; null = it needed no review. */
    approvedByName: z.string().nullable(),
    supersedes: z.string().nullable(),
    reason: z.string().nullable(),
    /** True where a later row took its place; kept for the record, not counted. */
    superseded: z.boolean(),
  })
  .meta({ id: 'Observation' });
export type Observation = z.infer<typeof observationSchema>;

/** How a derived number came about; every input is again a code with a passport. */
export const derivationSchema = z
  .strictObject({
    kind: z.enum(['share-of-plan', 'share-of-commitment', 'schedule-gap']),
    percent: z.number(),
    inputs: z.array(z.string()),
    formula: z.string(),
  })
  .meta({ id: 'Derivation' });

/** Everything one may ask of a figure, in one reply. */
export const passportSchema = z
  .strictObject({
    indicator: indicatorSchema,
    asOf: isoDateSchema,
    knownAt: instantSchema,
    ownerName: z.string().nullable(),
    /** Out of use at the asked date; `nearest` = the one in use that is most like it. null = in use. */
    retired: z
      .strictObject({
        on: isoDateSchema,
        /** null = no reason is on record. */
        reason: z.string().nullable(),
        nearest: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
      })
      .nullable(),
    history: z.array(observationSchema),
    targets: z.array(
      z.strictObject({
        id: z.string(),
        period: periodSchema,
        value: z.number(),
        curve: z.enum(curves),
        points: z.array(z.strictObject({ on: isoDateSchema, value: z.number() })).nullable(),
        /** Actual against the target's curve at the figure's own date; null where there is nothing to compare. */
        schedule: scheduleSchema.nullable(),
        outlook: outlookSchema.nullable(),
      }),
    ),
    derivations: z.array(derivationSchema),
    questions: z.array(questionSchema),
    sources: z.array(sourceSchema),
    sentence: z.string(),
  })
  .meta({ id: 'Passport' });
export type Passport = z.infer<typeof passportSchema>;
