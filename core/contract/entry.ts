/** What people enter: check-ins, observations, movements, and what reviewers say to them. */
import { z } from 'zod';
import {
  entryLimits,
  lintCodes,
  movementKinds,
  submissionKinds,
  submissionStates,
  verdicts,
} from './lists.ts';
import {
  declaredStatusSchema,
  instantSchema,
  isoDateSchema,
  pageOf,
  partialDateSchema,
  periodSchema,
  qualifierSchema,
} from './primitives.ts';
import { checkInSchema, hashSchema, taskDetailSchema } from './task.ts';

/** Text of a person, counted in code points; white space around it goes. An empty text means as much as null. */
const entered = (limit: number) =>
  z
    .string()
    .trim()
    .refine((text) => [...text].length <= limit, { message: `too long: ${limit}` })
    .nullable()
    .default(null);

export const noteSchema = entered(entryLimits.note);
const reasonSchema = entered(entryLimits.reason);

/** The returned submission of the same author that this one mends; null = none. */
const mends = z.string().max(200).nullable().default(null);

/** One update of a task. Dated by the workspace's clock. */
export const checkInInputSchema = z
  .strictObject({
    status: declaredStatusSchema,
    /** Milestones that are done, each with the day on which it was. */
    ticks: z
      .array(z.strictObject({ milestone: z.string().max(200), doneOn: isoDateSchema }))
      .max(100)
      .default([]),
    progress: noteSchema,
    difficulty: noteSchema,
    next: noteSchema,
    files: z
      .array(z.strictObject({ hash: hashSchema, name: z.string().trim().min(1).max(200) }))
      .max(entryLimits.files)
      .default([]),
    mends,
  })
  .meta({ id: 'CheckInInput' });
export type CheckInInput = z.infer<typeof checkInInputSchema>;

/** `recorded`: it counts from now on; `waiting`: it counts once a reviewer has accepted it. */
const outcomeSchema = z.enum(['recorded', 'waiting']);

export const checkInReplySchema = z
  .strictObject({
    outcome: outcomeSchema,
    /** null while it waits for review. */
    checkIn: checkInSchema.nullable(),
    submission: z.string().nullable(),
    /** The task as it stands after the update. */
    detail: taskDetailSchema,
  })
  .meta({ id: 'CheckInReply' });
export type CheckInReply = z.infer<typeof checkInReplySchema>;

const correction = {
  source: z.string().max(200).nullable().default(null),
  /** The statement that this one corrects; needs a reason. */
  supersedes: z.string().max(200).nullable().default(null),
  reason: reasonSchema,
  /** Questions of the checks that were read and confirmed. */
  confirmed: z.array(z.enum(lintCodes)).max(lintCodes.length).default([]),
  mends,
};

/** A new value of an indicator, in the unit's own steps (money: integer fen). */
export const observationInputSchema = z
  .strictObject({
    value: z.number(),
    qualifier: qualifierSchema.default('exact'),
    period: periodSchema.nullable().default(null),
    asOf: partialDateSchema,
    ...correction,
  })
  .meta({ id: 'ObservationInput' });
export type ObservationInput = z.infer<typeof observationInputSchema>;

export const movementInputSchema = z
  .strictObject({
    kind: z.enum(movementKinds),
    /** Integer, in fen; a correction may be smaller than what it corrects, never negative. */
    amountFen: z.int().nonnegative(),
    qualifier: qualifierSchema.default('exact'),
    period: periodSchema.nullable().default(null),
    asOf: partialDateSchema,
    /** What it is called; a correction that leaves it out keeps the name of what it corrects. */
    label: z
      .strictObject({
        zh: z.string().min(1).max(entryLimits.label),
        en: z.string().min(1).max(entryLimits.label),
      })
      .nullable()
      .default(null),
    ...correction,
  })
  .meta({ id: 'MovementInput' });
export type MovementInput = z.infer<typeof movementInputSchema>;

/** One question of the checks before submitting. */
export const lintFindingSchema = z
  .strictObject({ code: z.enum(lintCodes), field: z.string(), sentence: z.string() })
  .meta({ id: 'LintFinding' });
export type LintFinding = z.infer<typeof lintFindingSchema>;

export const entryReplySchema = z
  .strictObject({
    outcome: outcomeSchema,
    /** Id of the statement; null while it waits for review. */
    id: z.string().nullable(),
    submission: z.string().nullable(),
  })
  .meta({ id: 'EntryReply' });
export type EntryReply = z.infer<typeof entryReplySchema>;

/** Something put forward for review, with what it would change. */
export const submissionSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(submissionKinds),
    /** Task id, indicator code or fund id, and its name. */
    subject: z.string(),
    subjectName: z.string(),
    department: z.string(),
    departmentName: z.string(),
    input: z.union([checkInInputSchema, observationInputSchema, movementInputSchema]),
    submittedAt: instantSchema,
    submittedBy: z.string(),
    submittedByName: z.string(),
    state: z.enum(submissionStates),
    /** The reviewer's words; null = none. */
    comment: z.string().nullable(),
    reviewedAt: instantSchema.nullable(),
    reviewedByName: z.string().nullable(),
  })
  .meta({ id: 'Submission' });
export type Submission = z.infer<typeof submissionSchema>;
export const submissionListSchema = pageOf(submissionSchema).meta({ id: 'SubmissionList' });
export type SubmissionList = z.infer<typeof submissionListSchema>;

export const reviewInputSchema = z
  .strictObject({
    verdict: z.enum(verdicts),
    comment: reasonSchema,
    /** Questions of the checks that arose since it was put forward, and that the reviewer confirms. */
    confirmed: z.array(z.enum(lintCodes)).max(lintCodes.length).default([]),
  })
  .refine((input) => input.verdict === 'accepted' || input.comment !== null, {
    message: 'a return says why',
    path: ['comment'],
  })
  .meta({ id: 'ReviewInput' });
