/** Review meetings: how one is prepared, frozen, held and remembered. */
import { z } from 'zod';
import {
  carriedKinds,
  entryLimits,
  meetingLimits,
  meetingStates,
  resolutionKinds,
  slideKinds,
} from './lists.ts';
import {
  instantSchema,
  isoDateSchema,
  lightStateSchema,
  pageOf,
  partialDateSchema,
  qualifierSchema,
  unitSchema,
} from './primitives.ts';
import { resolutionStateSchema, slideSchema } from './slide.ts';
import { hashSchema } from './task.ts';

const text = (limit: number) =>
  z
    .string()
    .trim()
    .refine((words) => [...words].length <= limit, { message: `too long: ${limit}` });
const words = (limit: number) => text(limit).refine((given) => given !== '', { message: 'empty' });

/** One of the answers that a meeting is asked to choose from. */
export const optionSchema = z
  .strictObject({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), words: words(200) })
  .meta({ id: 'AskOption' });

/** What the meeting is asked to decide on a slide. */
export const askSchema = z
  .strictObject({ words: words(500), options: z.array(optionSchema).max(meetingLimits.options) })
  .meta({ id: 'Ask' });
export type Ask = z.infer<typeof askSchema>;

/** A place in the agenda. `slide` names what the data wrote; an own item carries its words itself. */
export const agendaItemSchema = z
  .strictObject({
    /** The slide's key, or `own:` and an id. */
    key: z.string().regex(/^[a-z-]+(:[\p{L}\p{N}._-]{1,120})?$/u),
    kind: z.enum(slideKinds),
    /** false = dropped: it keeps its place and its notes, and is not shown. */
    shown: z.boolean(),
    /** Own items only: the title and what stands on the slide; null on others. */
    title: words(200).nullable(),
    text: text(2000).nullable(),
    /** Speaker notes; never on the projector. */
    notes: text(4000).nullable(),
    /** Minutes set aside; null = none. */
    minutes: z.int().min(1).max(600).nullable(),
    ask: askSchema.nullable(),
    /**
     * true = somebody took the prepared ask out, and none is proposed again; false = none was needed yet. Left out on
     * agendas that were kept before this was told: taken as true.
     */
    declined: z.boolean().optional(),
  })
  .refine((item) => (item.kind === 'own') === (item.title !== null), {
    message: 'own items have a title of their own, others have not',
    path: ['title'],
  })
  .meta({ id: 'AgendaItem' });
export type AgendaItem = z.infer<typeof agendaItemSchema>;

export const meetingInputSchema = z
  .strictObject({
    title: words(120),
    date: isoDateSchema,
    /** Date that the numbers are of; not after the meeting. */
    asOf: isoDateSchema,
    /** A meeting before it; its date of the numbers is the baseline. */
    compareMeeting: z.string().max(200).nullable().default(null),
    /** Baseline where it is compared with no meeting; null with a meeting, or with nothing. */
    compare: isoDateSchema.nullable().default(null),
    /** Departments that take part. */
    participants: z.array(z.string().max(200)).max(meetingLimits.participants).default([]),
  })
  .refine((input) => input.compareMeeting === null || input.compare === null, {
    message: 'one baseline at a time',
    path: ['compare'],
  })
  .meta({ id: 'MeetingInput' });
export type MeetingInput = z.infer<typeof meetingInputSchema>;

export const agendaInputSchema = z
  .strictObject({ items: z.array(agendaItemSchema).max(meetingLimits.items) })
  .meta({ id: 'AgendaInput' });

/** A frozen picture without its content. */
export const snapshotHeadSchema = z
  .strictObject({
    /** Counts from 1; the meeting shows the last one. */
    version: z.int().positive(),
    asOf: isoDateSchema,
    compare: isoDateSchema.nullable(),
    knownAt: instantSchema,
    frozenAt: instantSchema,
    frozenByName: z.string().nullable(),
    sha256: hashSchema,
    bytes: z.int().positive(),
    /** Signature of `sha256 frozenAt meeting version`, base64url, ECDSA P-256 with SHA-256, and the key that made it. */
    signature: z.strictObject({ key: z.string(), value: z.string() }).nullable(),
    /** Whether the content still has its hash, found out when this was read. */
    sound: z.boolean(),
  })
  .meta({ id: 'SnapshotHead' });
export type SnapshotHead = z.infer<typeof snapshotHeadSchema>;

/**
 * A frozen picture. It is replied as it is kept, byte for byte, so that the body has the hash that its head names.
 * `answers`: every reply that the meeting may need, under the question it answers: path and query
 * below /api with parameters in order, language included.
 */
export const snapshotSchema = z
  .strictObject({
    format: z.literal(1),
    meeting: z.strictObject({ id: z.string(), title: z.string(), date: isoDateSchema }),
    version: z.int().positive(),
    asOf: isoDateSchema,
    compare: isoDateSchema.nullable(),
    knownAt: instantSchema,
    slides: z.strictObject({ zh: z.array(slideSchema), en: z.array(slideSchema) }),
    answers: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Snapshot' });
export type Snapshot = z.infer<typeof snapshotSchema>;

/**
 * What the meeting decides on a slide. It counts once the meeting is closed: `task` becomes a task, `due-date` moves the
 * due date of a task or milestone, `settle` settles an open question, `words` stands in the minutes only.
 */
export const resolutionInputSchema = z
  .strictObject({
    /** Agenda item it was decided on. */
    item: z.string().max(200),
    kind: z.enum(resolutionKinds),
    /** Id of the chosen option; null = none was prepared or chosen. */
    option: z.string().max(40).nullable().default(null),
    words: words(entryLimits.note),
    /** Owner department: required where it becomes a task. */
    owner: z.string().max(200).nullable().default(null),
    /** Required for `due-date`. */
    due: isoDateSchema.nullable().default(null),
    /**
     * What it is about: `due-date` names `task:ID` or `milestone:ID`, `settle` the id of an open question; `task` and
     * `words` may name a task, or nothing.
     */
    subject: z.string().max(300).nullable().default(null),
  })
  .meta({ id: 'ResolutionInput' });
export type ResolutionInput = z.infer<typeof resolutionInputSchema>;

export const resolutionSchema = resolutionInputSchema
  .safeExtend({
    id: z.string(),
    meeting: z.string(),
    ownerName: z.string().nullable(),
    /** Taken back before the meeting was closed. */
    withdrawn: z.boolean(),
    /** What it became when the meeting was closed; null = not yet, or words only. */
    carried: z.strictObject({ kind: z.enum(carriedKinds), id: z.string() }).nullable(),
    recordedAt: instantSchema,
    recordedByName: z.string().nullable(),
  })
  .meta({ id: 'Resolution' });
export type Resolution = z.infer<typeof resolutionSchema>;

/**
 * Something that a participant still owes: a task without a report since the baseline, an indicator beyond its rhythm
 * without a figure since then, an entry that waits for review.
 */
const owedSchema = z.strictObject({
  kind: z.enum(['task', 'indicator', 'review']),
  id: z.string(),
  name: z.string(),
  /** Last sign; null = never. */
  lastOn: isoDateSchema.nullable(),
});

export const readinessSchema = z
  .strictObject({
    departments: z.array(
      z.strictObject({
        /** null = names no owner. */
        department: z.string().nullable(),
        name: z.string().nullable(),
        takesPart: z.boolean(),
        /** At most 50, the longest silence first. */
        owed: z.array(owedSchema),
        total: z.int().positive(),
        remindedAt: instantSchema.nullable(),
      }),
    ),
    /** Entries that wait for review: a freeze asks before it leaves them out. */
    unreviewed: z.int().nonnegative(),
  })
  .meta({ id: 'Readiness' });
export type Readiness = z.infer<typeof readinessSchema>;

/** Reminds departments of what they owe; it is recorded and shown to them, no mail is sent. */
export const reminderInputSchema = z
  .strictObject({
    departments: z.array(z.string().max(200)).min(1).max(meetingLimits.participants),
  })
  .meta({ id: 'ReminderInput' });

/** What the caller's department was reminded of and still owes, for meetings that are not closed. */
export const reminderListSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        meeting: z.string(),
        title: z.string(),
        date: isoDateSchema,
        asOf: isoDateSchema,
        remindedAt: instantSchema,
        remindedByName: z.string().nullable(),
        owed: z.array(owedSchema),
      }),
    ),
  })
  .meta({ id: 'ReminderList' });
export type ReminderList = z.infer<typeof reminderListSchema>;

/** A later correction of a number that the frozen picture shows. */
export const restatementSchema = z
  .strictObject({
    code: z.string(),
    label: z.string(),
    unit: unitSchema.nullable(),
    shown: z.strictObject({ value: z.number(), qualifier: qualifierSchema }).nullable(),
    now: z.strictObject({ value: z.number(), qualifier: qualifierSchema }).nullable(),
    reason: z.string().nullable(),
    recordedAt: instantSchema.nullable(),
  })
  .meta({ id: 'Restatement' });
export type Restatement = z.infer<typeof restatementSchema>;

export const meetingHeadSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    date: isoDateSchema,
    asOf: isoDateSchema,
    compareMeeting: z.string().nullable(),
    /** Baseline, of its own or of the meeting compared with; null = none. */
    compare: isoDateSchema.nullable(),
    participants: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    state: z.enum(meetingStates),
    /** Of its title, dates and participants, to change them on (If-Match). */
    version: z.string(),
    /** Of its agenda, as somebody saved it, to change it on (If-Match). */
    agendaVersion: z.string(),
    snapshot: snapshotHeadSchema.nullable(),
    begunAt: instantSchema.nullable(),
    closedAt: instantSchema.nullable(),
    resolutions: z.int().nonnegative(),
  })
  .meta({ id: 'MeetingHead' });
export type MeetingHead = z.infer<typeof meetingHeadSchema>;
export const meetingListSchema = pageOf(meetingHeadSchema).meta({ id: 'MeetingList' });

/** A meeting that was closed, with what its resolutions became. */
export const closureSchema = z
  .strictObject({ meeting: meetingHeadSchema, resolutions: z.array(resolutionSchema) })
  .meta({ id: 'Closure' });
export type Closure = z.infer<typeof closureSchema>;

export const meetingDetailSchema = z
  .strictObject({
    meeting: meetingHeadSchema,
    agenda: z.array(agendaItemSchema),
    /** In the asked language: of the frozen picture, else as the data stands now. By the agenda's keys. */
    slides: z.array(slideSchema),
    resolutions: z.array(resolutionSchema),
    /**
     * True where the numbers are of a day that had not come when they were frozen (before that: has not come yet): a
     * simulation, which supposes that nothing more is reported until then.
     */
    simulated: z.boolean(),
    /** Every freeze, the newest first. */
    snapshots: z.array(snapshotHeadSchema),
    restatements: z.array(restatementSchema),
    /** For whoever holds meetings; null for everybody else, like the speaker notes in the agenda. */
    readiness: readinessSchema.nullable(),
  })
  .meta({ id: 'MeetingDetail' });
export type MeetingDetail = z.infer<typeof meetingDetailSchema>;

/** The minutes: who took part, what was shown, what was decided. */
export const minutesSchema = z
  .strictObject({
    meeting: meetingHeadSchema,
    /** As of the meeting. */
    simulated: z.boolean(),
    items: z.array(
      z.strictObject({
        key: z.string(),
        title: z.string(),
        resolutions: z.array(resolutionSchema),
      }),
    ),
    /** How each stands today. */
    states: z.array(resolutionStateSchema),
  })
  .meta({ id: 'Minutes' });
export type Minutes = z.infer<typeof minutesSchema>;

/** An indicator or a task at a date. */
const seenSchema = z.strictObject({
  /** Indicators; null = not on record. */
  value: z.number().nullable(),
  qualifier: qualifierSchema.nullable(),
  /** Tasks; null = not registered. */
  light: lightStateSchema.nullable(),
  done: z.int().nullable(),
  total: z.int().nullable(),
});

/** One thing as each meeting saw it, the earliest first. */
export const timelineSchema = z
  .strictObject({
    /** `indicator:CODE` or `task:ID`. */
    subject: z.string(),
    name: z.string(),
    unit: unitSchema.nullable(),
    points: z.array(
      seenSchema.extend({
        meeting: z.string(),
        title: z.string(),
        date: isoDateSchema,
        asOf: isoDateSchema,
        /** Date that the indicator's value is of; null = a task, or not on record then. */
        on: partialDateSchema.nullable(),
        sound: z.boolean(),
        /** What stands today for the same day where it is another; null = as the meeting saw it. */
        restated: seenSchema
          .extend({ reason: z.string().nullable(), recordedAt: instantSchema.nullable() })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'Timeline' });
export type Timeline = z.infer<typeof timelineSchema>;

/** Where the presentation stands: the same on the projector, in the presenter's window and on a paired phone. */
export const stageSchema = z
  .strictObject({
    meeting: z.string(),
    /** Key of the item that is shown; null = the title. */
    item: z.string().nullable(),
    black: z.boolean(),
    /** Part of the slide that is in focus; null = none. */
    focus: z.int().nonnegative().nullable(),
    /** When the item came up: its timer runs from there. null = nobody has shown anything yet. */
    since: instantSchema.nullable(),
    /** Counts up with every change; the greater one holds. */
    turn: z.int().nonnegative(),
    /** Who presents; null = nobody has begun. */
    presenter: z.string().nullable(),
  })
  .meta({ id: 'Stage' });
export type Stage = z.infer<typeof stageSchema>;

/** Moves the presentation. Somebody who does not present is told who does, and may take over. */
export const stageInputSchema = z
  .strictObject({
    item: z.string().max(200).nullable(),
    black: z.boolean().default(false),
    focus: z.int().nonnegative().nullable().default(null),
    takeOver: z.boolean().default(false),
  })
  .meta({ id: 'StageInput' });

/** Lets a phone in, once, for as long as it is shown; an earlier code of the meeting ends with it. */
export const pairingCodeSchema = z
  .strictObject({ code: z.string().regex(/^\d{6}$/), expiresAt: instantSchema })
  .meta({ id: 'PairingCode' });

export const pairingInputSchema = pairingCodeSchema.pick({ code: true }).meta({ id: 'Pairing' });
