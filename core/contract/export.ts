/** A frozen meeting as a file to be taken away: a job that makes it, and what came of it. */
import { z } from 'zod';
import { exportFaults, exportFormats, exportStates } from './lists.ts';
import { instantSchema, languageSchema } from './primitives.ts';

/** `lang` left out = the language of the request. */
export const exportInputSchema = z
  .strictObject({ format: z.enum(exportFormats), lang: languageSchema.optional() })
  .meta({ id: 'ExportInput' });

export const exportJobSchema = z
  .strictObject({
    id: z.string(),
    meeting: z.string(),
    /** Of the frozen picture that it is made from. */
    version: z.int().positive(),
    format: z.enum(exportFormats),
    lang: languageSchema,
    state: z.enum(exportStates),
    /** From 0 to 1. */
    progress: z.number().min(0).max(1),
    /** Why it failed; null in every other state. */
    fault: z.enum(exportFaults).nullable(),
    /** Under which it is saved. */
    name: z.string(),
    /** Of the file; null = there is none (yet). */
    bytes: z.int().positive().nullable(),
    createdAt: instantSchema,
    /** When the file goes. */
    expiresAt: instantSchema,
  })
  .meta({ id: 'ExportJob' });
export type ExportJob = z.infer<typeof exportJobSchema>;

/** Jobs of whoever asks, the newest first, and what can be made here. */
export const exportListSchema = z
  .strictObject({ formats: z.array(z.enum(exportFormats)), items: z.array(exportJobSchema) })
  .meta({ id: 'ExportList' });
