/** The small schemas that every resource is built from. */
import { z } from 'zod';
import {
  changeStates,
  crossFlags,
  declaredStatuses,
  figureKinds,
  languages,
  lightRules,
  lightStates,
  qualifiers,
  themes,
  units,
} from './lists.ts';

const isRealDate = (text: string): boolean => {
  const [y, m, d] = text.split('-').map(Number);
  if (y === undefined || m === undefined || d === undefined) return false;
  const date = new Date(Date.UTC(y, m - 1, d));
  return date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
};

/** A calendar day, YYYY-MM-DD; never an instant. Days that do not exist are refused. */
export const isoDateSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .refine(isRealDate, { message: 'no such day' })
  .meta({ id: 'IsoDate', description: 'YYYY-MM-DD' });

/** YYYY, YYYY-MM or YYYY-MM-DD: as precise as the source. */
export const partialDateSchema = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .refine((text) => text.length < 10 || isRealDate(text), { message: 'no such day' })
  .meta({ id: 'PartialDate', description: 'YYYY, YYYY-MM or YYYY-MM-DD' });

/** UTC, with milliseconds. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .meta({ id: 'Instant', description: 'ISO 8601 in UTC with milliseconds' });

export const periodSchema = z
  .strictObject({ from: isoDateSchema, to: isoDateSchema })
  .meta({ id: 'Period', description: 'First and last day, both included' });

export const languageSchema = z.enum(languages);
export const qualifierSchema = z.enum(qualifiers);
export const unitSchema = z.enum(units);
export const figureKindSchema = z.enum(figureKinds);
export const themeSchema = z.enum(themes);
export const lightStateSchema = z.enum(lightStates);
export const lightRuleSchema = z.enum(lightRules);
export const declaredStatusSchema = z.enum(declaredStatuses);
export const crossFlagSchema = z.enum(crossFlags);
export const changeStateSchema = z.enum(changeStates);

/** Numbers of open questions (the n of 核n) that touch the thing. */
export const questionNumbersSchema = z.array(z.int().positive());

/** A page of a list; `next` is the cursor of the following page, null on the last. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });
