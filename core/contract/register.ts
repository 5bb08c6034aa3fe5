/** Platforms, frameworks, departments, sources and open questions. */
import { z } from 'zod';
import { elementSlots, platformKinds, platformLevels, platformStages } from './lists.ts';
import { isoDateSchema, pageOf, partialDateSchema, questionNumbersSchema } from './primitives.ts';

export const platformSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    kind: z.enum(platformKinds),
    /** null = the source gives none. */
    level: z.enum(platformLevels).nullable(),
    stage: z.enum(platformStages),
    place: z.string(),
    partner: z.string().nullable(),
    recognised: partialDateSchema.nullable(),
    source: z.string(),
    note: z.string().nullable(),
    questions: questionNumbersSchema,
  })
  .meta({ id: 'Platform' });
export type Platform = z.infer<typeof platformSchema>;
export const platformListSchema = pageOf(platformSchema).meta({ id: 'PlatformList' });

export const elementSchema = z
  .strictObject({
    id: z.string(),
    slot: z.enum(elementSlots),
    /** null = the name is not known: show it as to be confirmed. */
    name: z.string().nullable(),
    questions: questionNumbersSchema,
  })
  .meta({ id: 'FrameworkElement' });

export const frameworkSchema = z
  .strictObject({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    version: z.string(),
    elements: z.array(elementSchema),
    questions: questionNumbersSchema,
    source: z.string().nullable(),
  })
  .meta({ id: 'Framework' });
export type Framework = z.infer<typeof frameworkSchema>;
export const frameworkListSchema = pageOf(frameworkSchema).meta({ id: 'FrameworkList' });

export const departmentSchema = z
  .strictObject({ id: z.string(), name: z.string() })
  .meta({ id: 'Department' });
export const departmentListSchema = pageOf(departmentSchema).meta({ id: 'DepartmentList' });

export const sourceSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    kind: z.string(),
    asOf: partialDateSchema,
    note: z.string().nullable(),
  })
  .meta({ id: 'Source' });
export type Source = z.infer<typeof sourceSchema>;
export const sourceListSchema = pageOf(sourceSchema).meta({ id: 'SourceList' });

/** Two statements of one thing, or an unclear definition, kept side by side until it is settled. */
export const questionSchema = z
  .strictObject({
    id: z.string(),
    number: z.int().positive(),
    title: z.string(),
    summary: z.string(),
    statements: z.array(
      z.strictObject({
        text: z.string(),
        source: z.string().nullable(),
        figure: z.string().nullable(),
      }),
    ),
    indicators: z.array(z.string()),
    frameworks: z.array(z.string()),
    platforms: z.array(z.string()),
    arisesOn: isoDateSchema,
    open: z.boolean(),
    settledOn: isoDateSchema.nullable(),
    resolution: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Question' });
export type Question = z.infer<typeof questionSchema>;
export const questionListSchema = pageOf(questionSchema).meta({ id: 'QuestionList' });
