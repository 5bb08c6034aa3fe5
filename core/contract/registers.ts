/**
 * What administrators keep: one schema per register, of what a person states. When and by whom it was recorded, and
 * what the store derives (the first due date of a milestone that was postponed), is not stated.
 */
import { z } from 'zod';
import {
  crossFlags,
  curves,
  directions,
  elementSlots,
  entryLimits,
  fundKinds,
  movementKinds,
  platformKinds,
  platformLevels,
  platformStages,
} from './lists.ts';
import {
  figureKindSchema,
  instantSchema,
  isoDateSchema,
  pageOf,
  partialDateSchema,
  periodSchema,
  themeSchema,
  unitSchema,
} from './primitives.ts';

/** A key: it names a record for ever, in addresses too. */
export const recordKeySchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u)
  .meta({ id: 'RecordKey' });

const text = (limit: number) => z.string().trim().min(1).max(limit);
const both = (limit: number) => z.strictObject({ zh: text(limit), en: text(limit) });
const name = both(120);
const words = both(1000);
const ordinal = z.int().min(0).max(9999);
const days = z.int().min(1).max(3660);
/** A key of another register; the server looks whether it is on record. */
const key = z.string().min(1).max(200);

export const workspaceInputSchema = z
  .strictObject({
    name,
    organisation: name,
    clockPinnedOn: isoDateSchema.nullable(),
    lastMeetingOn: isoDateSchema.nullable(),
    nearDays: z.int().min(0).max(365),
    openReading: z.boolean(),
    separateOfficers: z.boolean(),
    keeperDepartment: key.nullable(),
  })
  .meta({ id: 'WorkspaceInput' });

/** From a day on not in use any more, which needs a reason; both null = in use. */
const retirement = {
  retiredOn: isoDateSchema.nullable().default(null),
  retiredReason: text(entryLimits.reason).nullable().default(null),
};

const hasReason = (record: { retiredOn: string | null; retiredReason: string | null }): boolean =>
  record.retiredOn === null || record.retiredReason !== null;
const noReason = { message: 'a retirement says why', path: ['retiredReason'] };

export const departmentInputSchema = z
  .strictObject({ id: recordKeySchema, name, review: z.boolean(), ...retirement })
  .refine(hasReason, noReason)
  .meta({ id: 'DepartmentInput' });

export const sourceInputSchema = z
  .strictObject({
    id: recordKeySchema,
    title: both(300),
    kind: text(40),
    asOf: partialDateSchema,
    note: words.nullable(),
  })
  .meta({ id: 'SourceInput' });

export const indicatorInputSchema = z
  .strictObject({
    code: recordKeySchema,
    theme: themeSchema,
    name,
    short: both(40).nullable(),
    unit: unitSchema,
    kind: figureKindSchema,
    direction: z.enum(directions),
    dimensions: z.record(z.string().max(40), z.string().max(80)),
    definition: words.nullable(),
    rhythmDays: days.nullable(),
    ownerDepartment: key.nullable(),
    ledger: z
      .strictObject({
        fund: key,
        kind: z.enum(movementKinds),
        period: periodSchema.nullable(),
      })
      .nullable(),
    highlight: ordinal.nullable(),
    note: words.nullable(),
    ...retirement,
  })
  .refine(hasReason, noReason)
  .meta({ id: 'IndicatorInput' });

export const targetInputSchema = z
  .strictObject({
    id: recordKeySchema,
    indicator: key,
    period: periodSchema,
    value: z.number(),
    curve: z.enum(curves),
    points: z
      .array(z.strictObject({ on: isoDateSchema, value: z.number() }))
      .min(1)
      .max(366)
      .nullable(),
  })
  .refine((target) => (target.curve === 'linear') === (target.points === null), {
    message: 'points belong to months and steps',
    path: ['points'],
  })
  .refine((target) => target.period.from <= target.period.to, {
    message: 'ends before it begins',
    path: ['period'],
  })
  .meta({ id: 'TargetInput' });

export const fundInputSchema = z
  .strictObject({
    id: recordKeySchema,
    name,
    short: both(40),
    kind: z.enum(fundKinds),
    ordinal,
    ownerDepartment: key.nullable(),
    ...retirement,
  })
  .refine(hasReason, noReason)
  .meta({ id: 'FundInput' });

export const platformInputSchema = z
  .strictObject({
    id: recordKeySchema,
    name: both(200),
    kind: z.enum(platformKinds),
    level: z.enum(platformLevels).nullable(),
    stage: z.enum(platformStages),
    place: name,
    partner: both(300).nullable(),
    recognised: partialDateSchema.nullable(),
    registeredOn: partialDateSchema,
    source: key,
    note: words.nullable(),
    ...retirement,
  })
  .refine(hasReason, noReason)
  .meta({ id: 'PlatformInput' });

export const frameworkInputSchema = z
  .strictObject({
    id: recordKeySchema,
    code: text(40),
    name,
    version: text(40),
    ordinal,
    source: key.nullable(),
    ...retirement,
  })
  .refine(hasReason, noReason)
  .meta({ id: 'FrameworkInput' });

/** `name` null = not known yet: shown as to be confirmed. */
export const elementInputSchema = z
  .strictObject({
    id: recordKeySchema,
    framework: key,
    slot: z.enum(elementSlots),
    ordinal,
    name: name.nullable(),
    ...retirement,
  })
  .refine(hasReason, noReason)
  .meta({ id: 'ElementInput' });

export const taskInputSchema = z
  .strictObject({
    id: recordKeySchema,
    framework: key.nullable(),
    element: key.nullable(),
    placedByDefault: z.boolean(),
    title: both(300),
    short: both(40).nullable(),
    group: name.nullable(),
    ownerDepartment: key,
    partners: z.array(both(120)).max(40),
    crossFlags: z.array(z.enum(crossFlags)).max(crossFlags.length),
    start: partialDateSchema.nullable(),
    due: partialDateSchema.nullable(),
    registeredOn: partialDateSchema,
    sources: z.array(key).max(40),
    rhythmDays: days.nullable(),
    ordinal,
    note: words.nullable(),
    indicators: z.array(key).max(40),
    ...retirement,
  })
  .refine(hasReason, noReason)
  .meta({ id: 'TaskInput' });

export const milestoneInputSchema = z
  .strictObject({
    id: recordKeySchema,
    task: key,
    ordinal,
    title: both(300),
    due: partialDateSchema.nullable(),
    registeredOn: partialDateSchema,
    source: key.nullable(),
  })
  .meta({ id: 'MilestoneInput' });

/** A question is settled with words and a reason; `resolution` null opens it again, for a reason too. */
export const settlementSchema = z
  .strictObject({
    resolution: words.nullable(),
    reason: text(entryLimits.reason),
  })
  .meta({ id: 'Settlement' });

/** One record of a register as administrators see it: in both languages, with the version to change it on. */
export const registerEntrySchema = z
  .strictObject({
    key: z.string(),
    /** Instant of its newest revision (If-Match). */
    version: instantSchema,
    /** What the account is called; null = it was not entered by an account. */
    recordedByName: z.string().nullable(),
    /** The fields of the register's input, and what the store derives of them. */
    record: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'RegisterEntry' });
export type RegisterEntry = z.infer<typeof registerEntrySchema>;
export const registerListSchema = pageOf(registerEntrySchema).meta({ id: 'RegisterList' });
