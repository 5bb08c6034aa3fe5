/**
 * The slides of a review meeting, as they are frozen: what a slide says, in one language, with everything that a page, a
 * PPTX or a paper needs to draw it. Written by core/domain/deck.ts from the board; read by src/ and server/exports/.
 */
import { z } from 'zod';
import { changeCellSchema } from './board.ts';
import { fundSchema } from './fund.ts';
import { carriedKinds, changeStates, resolutionKinds, slideKinds } from './lists.ts';
import { isoDateSchema, lightStateSchema, questionNumbersSchema } from './primitives.ts';
import { platformSchema, questionSchema } from './register.ts';
import { taskSchema } from './task.ts';
import { disagreementSchema } from './watch.ts';

/** How far the milestones of a task are ticked. */
const ticksSchema = z.strictObject({ done: z.int(), total: z.int() });
const countPairSchema = z.strictObject({
  /** null = nothing to compare with. */
  before: z.int().nullable(),
  after: z.int(),
  /** Of how many, after; null = a plain count. */
  of: z.int().nullable(),
});

/** What came of a resolution, seen at the date of the picture. */
export const resolutionStateSchema = z
  .strictObject({
    resolution: z.string(),
    kind: z.enum(resolutionKinds),
    words: z.string(),
    ownerName: z.string().nullable(),
    due: isoDateSchema.nullable(),
    /** What it became; null = words only. */
    carried: z.strictObject({ kind: z.enum(carriedKinds), id: z.string() }).nullable(),
    /** Light of the task that it became or moved; null = it is not about a task. */
    light: lightStateSchema.nullable(),
    /** How it stands, in one sentence. */
    sentence: z.string(),
  })
  .meta({ id: 'ResolutionState' });
export type ResolutionState = z.infer<typeof resolutionStateSchema>;

const bodies = {
  resolutions: z.strictObject({
    kind: z.literal('resolutions'),
    /** Title and date of the meeting that took them; null = there was none before. */
    from: z.strictObject({ title: z.string(), date: isoDateSchema }).nullable(),
    rows: z.array(resolutionStateSchema),
  }),
  changes: z.strictObject({
    kind: z.literal('changes'),
    /** null = nothing to compare with. */
    since: isoDateSchema.nullable(),
    /** Milestones ticked since, then those that are near or past due; at most 12, `milestonesTotal` of them in all. */
    milestones: z.array(
      z.strictObject({
        task: z.string(),
        short: z.string(),
        /** The milestone that was ticked or is due. */
        title: z.string(),
        /** done = ticked; near, over = due. */
        light: lightStateSchema,
        /** Ticks of its task; null = the task was not registered, or there is nothing to compare with. */
        before: ticksSchema.nullable(),
        after: ticksSchema,
        /** When it was ticked or is due, in words. */
        detail: z.string(),
      }),
    ),
    milestonesTotal: z.int().nonnegative(),
    /** Tasks registered since; at most 24. */
    registered: z.array(
      z.strictObject({
        task: z.string(),
        short: z.string(),
        light: lightStateSchema,
        word: z.string(),
      }),
    ),
    registeredTotal: z.int().nonnegative(),
    figures: z.array(
      z.strictObject({
        label: z.string(),
        code: z.string().nullable(),
        state: z.enum(changeStates),
        before: changeCellSchema.nullable(),
        after: changeCellSchema.nullable(),
        delta: z.number().nullable(),
        questions: questionNumbersSchema,
      }),
    ),
    /** Where nobody has reported since: a sentence each. */
    silent: z.array(
      z.strictObject({
        light: lightStateSchema.nullable(),
        text: z.string(),
        detail: z.string().nullable(),
      }),
    ),
    ticked: countPairSchema,
    unreported: countPairSchema,
  }),
  task: z.strictObject({
    kind: z.literal('task'),
    task: taskSchema,
    /** Name of the framework and pillar it stands in; null = in none. */
    place: z.string().nullable(),
    /** Days from the picture's date to the next milestone that is still open; null = none is dated. */
    daysToNext: z.int().nullable(),
  }),
  funds: z.strictObject({ kind: z.literal('funds'), funds: z.array(fundSchema) }),
  platforms: z.strictObject({
    kind: z.literal('platforms'),
    stages: z.array(z.strictObject({ stage: z.string(), count: z.int() })),
    /** At most 60 of `total`. */
    register: z.array(platformSchema),
    total: z.int().nonnegative(),
  }),
  disagreements: z.strictObject({
    kind: z.literal('disagreements'),
    rows: z.array(disagreementSchema),
    total: z.int(),
  }),
  questions: z.strictObject({ kind: z.literal('questions'), questions: z.array(questionSchema) }),
  silence: z.strictObject({
    kind: z.literal('silence'),
    rows: z.array(
      z.strictObject({
        kind: z.enum(['task', 'indicator']),
        id: z.string(),
        name: z.string(),
        ownerName: z.string().nullable(),
        lastOn: isoDateSchema.nullable(),
        silentDays: z.int().nullable(),
      }),
    ),
    total: z.int(),
    /** Tasks that were never reported on at all, by owner: silence without a rhythm. At most 12 of `total` by name. */
    neverReported: z.array(
      z.strictObject({
        ownerName: z.string(),
        total: z.int().positive(),
        tasks: z.array(z.string()),
      }),
    ),
  }),
  /** An item of the office's own; its words stand in the agenda. */
  own: z.strictObject({ kind: z.literal('own') }),
  /** The last slide: what this meeting has decided so far. It is filled while the meeting runs. */
  decisions: z.strictObject({ kind: z.literal('decisions') }),
};

export const slideSchema = z
  .strictObject({
    /** Names the slide for ever: its kind, with `:` and the task's id where it is about one. */
    key: z.string(),
    kind: z.enum(slideKinds),
    /** The finding, with a number in it, without a full stop. */
    title: z.string(),
    light: lightStateSchema.nullable(),
    /** Titles of the documents that it rests on. */
    sources: z.array(z.string()),
    /** What one should know to read it rightly; null = nothing. */
    note: z.string().nullable(),
    /** Page over the board that shows more of it, e.g. `/funds`; null = none. */
    page: z.string().nullable(),
    body: z.discriminatedUnion('kind', [
      bodies.resolutions,
      bodies.changes,
      bodies.task,
      bodies.funds,
      bodies.platforms,
      bodies.disagreements,
      bodies.questions,
      bodies.silence,
      bodies.own,
      bodies.decisions,
    ]),
  })
  .meta({ id: 'Slide' });
export type Slide = z.infer<typeof slideSchema>;
export type SlideBody = Slide['body'];
