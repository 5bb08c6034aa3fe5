import { z } from 'zod';
import { figureSchema } from './figure.ts';
import { fundSchema } from './fund.ts';
import { carrierTypes, platformLevels, platformStages, sections } from './lists.ts';
import {
  changeStateSchema,
  instantSchema,
  isoDateSchema,
  languageSchema,
  lightStateSchema,
  partialDateSchema,
  qualifierSchema,
  questionNumbersSchema,
  unitSchema,
} from './primitives.ts';
import { frameworkSchema, platformSchema, questionSchema, sourceSchema } from './register.ts';
import { taskSchema } from './task.ts';

/** What needs somebody to act, worst first. `value` counts things, or points where `kind` is behind-schedule. */
export const exceptionSchema = z
  .strictObject({
    kind: z.enum([
      'overdue',
      'blocked',
      'due-soon',
      'behind-schedule',
      'late-figures',
      'not-reported',
      'open-question',
    ]),
    state: lightStateSchema.nullable(),
    value: z.number(),
    of: z.int().nullable(),
    title: z.string(),
    detail: z.string(),
    /** Longer line for desks: next date, split by department. */
    more: z.string().nullable(),
    section: z.enum(sections).nullable(),
    /** Id of the task or fund it is about; null = several. */
    ref: z.string().nullable(),
  })
  .meta({ id: 'Exception' });
export type Exception = z.infer<typeof exceptionSchema>;

/** A number in the table of changes; null in a row = not on record at that date. */
export const changeCellSchema = z
  .strictObject({
    value: z.number(),
    of: z.int().nullable(),
    qualifier: qualifierSchema,
    /** null = a plain count. */
    unit: unitSchema.nullable(),
  })
  .meta({ id: 'ChangeCell' });

export const changeRowSchema = z
  .strictObject({
    label: z.string(),
    light: lightStateSchema.nullable(),
    code: z.string().nullable(),
    before: changeCellSchema.nullable(),
    after: changeCellSchema.nullable(),
    state: changeStateSchema,
    /** after - before in the row's own unit; null where there is nothing to subtract, or one is only a bound. */
    delta: z.number().nullable(),
    questions: questionNumbersSchema,
  })
  .meta({ id: 'ChangeRow' });
export type ChangeRow = z.infer<typeof changeRowSchema>;

export const changesSchema = z
  .strictObject({
    since: isoDateSchema,
    /** Figures whose newest observation came after the baseline, and those without one. */
    newFigures: z.int(),
    withoutNewFigure: z.int(),
    groups: z.array(
      z.strictObject({
        id: z.enum(['tasks', 'funds', 'platforms-talent', 'finance-projects']),
        rows: z.array(changeRowSchema),
      }),
    ),
  })
  .meta({ id: 'Changes' });
export type Changes = z.infer<typeof changesSchema>;

/** One cell of level x type. `added` is the year's figure, `total` the longer period's; never added up. */
export const matrixCellSchema = z
  .strictObject({
    level: z.enum(platformLevels),
    type: z.enum(carrierTypes),
    added: z.string().nullable(),
    total: z.string().nullable(),
    /** Number of the open question that says both are the same things; null = none. */
    same: z.int().nullable(),
  })
  .meta({ id: 'MatrixCell' });

export const panelBlockSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('numbers'),
    size: z.enum(['l', 'm']),
    codes: z.array(z.string()),
    divided: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('flow'), title: z.string(), codes: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('apart'),
    title: z.string(),
    question: z.int(),
    statements: z.array(z.array(z.string())),
  }),
  z.strictObject({
    kind: z.literal('pipeline'),
    total: z.string(),
    part: z.string(),
    landed: z.string(),
    investment: z.string(),
  }),
  z.strictObject({
    kind: z.literal('ratio'),
    part: z.string(),
    whole: z.string(),
    label: z.string(),
  }),
]);
export type PanelBlockView = z.infer<typeof panelBlockSchema>;

export const panelSchema = z
  .strictObject({
    id: z.enum(['talent', 'finance', 'governance', 'subsidy', 'ground', 'major']),
    title: z.string(),
    note: z.string().nullable(),
    /** The date that most of its figures share; a figure of another date shows its own. Null = no figure yet. */
    asOf: partialDateSchema.nullable(),
    blocks: z.array(panelBlockSchema),
  })
  .meta({ id: 'Panel' });
export type Panel = z.infer<typeof panelSchema>;

export const freshnessSchema = z
  .strictObject({
    section: z.enum(sections),
    /** Newest date of a figure in the section; null = none on record by the asked date. */
    on: isoDateSchema.nullable(),
    ageDays: z.int().nullable(),
    /** Earliest date with a figure at all, also after the asked date; null = there is none. */
    earliest: isoDateSchema.nullable(),
    /** Figures older than their rhythm, and since when the first of them is; null = none, or of tasks. */
    late: z.strictObject({ count: z.int().positive(), since: isoDateSchema }).nullable(),
  })
  .meta({ id: 'Freshness' });

export const findingsSchema = z
  .strictObject({
    overview: z.string(),
    tasks: z.string(),
    funds: z.string(),
    platforms: z.string(),
    talent: z.string(),
    finance: z.string(),
    definitions: z.string(),
  })
  .meta({ id: 'Findings' });

const lightCountSchema = z.strictObject({
  state: lightStateSchema,
  count: z.int().nonnegative(),
});

/** What a board says of all tasks, however few of them it carries. */
export const taskSummarySchema = z
  .strictObject({
    total: z.int().nonnegative(),
    /** Departments that own a task, in the order of their first one; lights that none of theirs has are left out. */
    owners: z.array(
      z.strictObject({ id: z.string(), name: z.string(), lights: z.array(lightCountSchema) }),
    ),
    dates: z.strictObject({
      /** The nearest open dates, first first; `id` is the milestone's, or the task's where the date is its own. */
      nearest: z.array(
        z.strictObject({
          id: z.string(),
          due: partialDateSchema,
          title: z.string(),
          task: z.string(),
          short: z.string(),
        }),
      ),
      total: z.int().nonnegative(),
      /** Tasks without an open date. */
      undated: z.int().nonnegative(),
    }),
    /** Ids of the documents that tasks are from. */
    sources: z.array(z.string()),
    /** Tasks whose place in a framework is the dataset's choice: those that its open questions touch. */
    placedByDefault: z.array(z.strictObject({ framework: z.string(), count: z.int().positive() })),
  })
  .meta({ id: 'TaskSummary' });
export type TaskSummary = z.infer<typeof taskSummarySchema>;

/** The whole overview in one reply. */
export const boardSchema = z
  .strictObject({
    workspace: z.strictObject({
      name: z.string(),
      organisation: z.string(),
      /** Date at which the workspace's clock stands still; null = the real clock. */
      clockPinnedOn: isoDateSchema.nullable(),
      lastMeetingOn: isoDateSchema.nullable(),
      nearDays: z.int().positive(),
    }),
    lang: languageSchema,
    asOf: isoDateSchema,
    compare: isoDateSchema.nullable(),
    /** The instant up to which records count: the newest record's, unless an earlier one was asked for. */
    knownAt: instantSchema,
    /** Dates that have figures, for the date picker. */
    dates: z.array(
      z.strictObject({ on: isoDateSchema, label: partialDateSchema, figures: z.int().positive() }),
    ),
    /** The sentence that opens each board: its finding, without a full stop. */
    findings: findingsSchema,
    exceptions: z.array(exceptionSchema),
    lights: z.array(lightCountSchema),
    frameworks: z.array(frameworkSchema),
    taskSummary: taskSummarySchema,
    /** At most 100: the ones that need somebody first, in the order of the register. The others: GET /tasks. */
    tasks: z.array(taskSchema),
    funds: z.array(fundSchema),
    figures: z.array(figureSchema),
    platforms: z.strictObject({
      matrix: z.array(matrixCellSchema),
      stages: z.array(
        z.strictObject({ stage: z.enum(platformStages), count: z.int().nonnegative() }),
      ),
      register: z.array(platformSchema),
    }),
    panels: z.array(panelSchema),
    changes: changesSchema.nullable(),
    questions: z.array(questionSchema),
    sources: z.array(sourceSchema),
    freshness: z.array(freshnessSchema),
  })
  .meta({ id: 'Board' });
export type Board = z.infer<typeof boardSchema>;
