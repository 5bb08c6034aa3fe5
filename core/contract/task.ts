import { z } from 'zod';
import { scheduleSchema } from './fund.ts';
import { evidenceTypes } from './lists.ts';
import {
  crossFlagSchema,
  declaredStatusSchema,
  instantSchema,
  isoDateSchema,
  lightRuleSchema,
  lightStateSchema,
  pageOf,
  partialDateSchema,
  questionNumbersSchema,
} from './primitives.ts';

/** The computed light with the rule that decided it and one sentence that says why. */
export const lightSchema = z
  .strictObject({
    state: lightStateSchema,
    rule: lightRuleSchema,
    why: z.string(),
    /** Milestone that decided it, where one did. */
    milestone: z.string().nullable(),
    due: isoDateSchema.nullable(),
    /** Days from the asked date to `due`: 0 = today, negative = past. */
    dueInDays: z.int().nullable(),
  })
  .meta({ id: 'Light' });
export type Light = z.infer<typeof lightSchema>;

export const milestoneSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    due: partialDateSchema.nullable(),
    originalDue: partialDateSchema.nullable(),
    /** How often the due date was moved to a later day. */
    postponed: z.int().nonnegative(),
    doneOn: partialDateSchema.nullable(),
    state: z.enum(['done', 'over', 'near', 'open']),
    source: z.string().nullable(),
  })
  .meta({ id: 'Milestone' });
export type Milestone = z.infer<typeof milestoneSchema>;

/** A task at the asked date. Progress is `done` of `total` ticked milestones; 0 of 0 = none are listed. */
export const taskSchema = z
  .strictObject({
    id: z.string(),
    framework: z.string().nullable(),
    element: z.string().nullable(),
    placedByDefault: z.boolean(),
    title: z.string(),
    short: z.string(),
    group: z.string().nullable(),
    owner: z.string(),
    ownerName: z.string(),
    partners: z.array(z.string()),
    crossFlags: z.array(crossFlagSchema),
    start: partialDateSchema.nullable(),
    due: partialDateSchema.nullable(),
    originalDue: partialDateSchema.nullable(),
    /** How often the due date was moved to a later day. */
    postponed: z.int().nonnegative(),
    light: lightSchema,
    declared: declaredStatusSchema.nullable(),
    milestones: z.array(milestoneSchema),
    done: z.int(),
    total: z.int(),
    /** Ticked milestones against the days passed; null without a start, a due date and milestones. */
    schedule: scheduleSchema.nullable(),
    /** The nearest date that is still open; null = the source names none. */
    next: z
      .strictObject({ milestone: z.string().nullable(), title: z.string(), due: isoDateSchema })
      .nullable(),
    lastReport: z.strictObject({ on: isoDateSchema, ageDays: z.int() }).nullable(),
    registeredOn: partialDateSchema,
    sources: z.array(z.string()),
    questions: questionNumbersSchema,
    /** Codes of figures that belong on the task's card. */
    figures: z.array(z.string()),
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof taskSchema>;

/** SHA-256, hexadecimal. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** A file that belongs to a check-in, named by the SHA-256 of its content. */
export const evidenceSchema = z
  .strictObject({
    hash: hashSchema,
    name: z.string().min(1).max(200),
    bytes: z.int().positive(),
    type: z.enum(evidenceTypes),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof evidenceSchema>;

export const checkInSchema = z
  .strictObject({
    id: z.string(),
    asOf: isoDateSchema,
    status: declaredStatusSchema,
    progress: z.string().nullable(),
    difficulty: z.string().nullable(),
    next: z.string().nullable(),
    recordedAt: instantSchema,
    recordedBy: z.string(),
    /** What the account is called; null = it was not entered by an account. */
    recordedByName: z.string().nullable(),
    /** The reviewer who accepted it; null = it needed no review. */
    approvedByName: z.string().nullable(),
    files: z.array(evidenceSchema),
  })
  .meta({ id: 'CheckIn' });
export type CheckIn = z.infer<typeof checkInSchema>;

/** One day on which the light was another than the day before. */
export const lightChangeSchema = z
  .strictObject({
    on: isoDateSchema,
    state: lightStateSchema,
    rule: lightRuleSchema,
    why: z.string(),
  })
  .meta({ id: 'LightChange' });

/** `total`: tasks that fit the filters, on all pages. */
export const taskListSchema = pageOf(taskSchema)
  .extend({ total: z.int().nonnegative() })
  .meta({ id: 'TaskList' });
export type TaskList = z.infer<typeof taskListSchema>;
export const taskDetailSchema = z
  .strictObject({
    /** As it stood on its last day in use, where it is retired. */
    task: taskSchema,
    /** Out of use at the asked date; null = in use. */
    retired: z
      .strictObject({
        on: isoDateSchema,
        /** null = no reason is on record. */
        reason: z.string().nullable(),
      })
      .nullable(),
    /** State of everything that is on record of the task, to change it on (If-Match). */
    version: z.string(),
    /** Check-ins that wait for review. */
    waiting: z.int().nonnegative(),
    checkIns: z.array(checkInSchema),
    lights: z.array(lightChangeSchema),
  })
  .meta({ id: 'TaskDetail' });
export type TaskDetail = z.infer<typeof taskDetailSchema>;

/** Tasks that are not in use any more: no list carries them, each by itself can still be asked for. */
export const retiredTasksSchema = pageOf(z.strictObject({ id: z.string() })).meta({
  id: 'RetiredTasks',
});
export type RetiredTasks = z.infer<typeof retiredTasksSchema>;
