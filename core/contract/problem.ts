import { z } from 'zod';
import { lintFindingSchema } from './entry.ts';
import { problemCodes } from './lists.ts';

/** RFC 9457 problem+json. `code` is closed; the page translates it and keeps `detail` for the record. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes),
    detail: z.string(),
    instance: z.string(),
    /** Where the input was wrong: query parameter or JSON pointer. */
    fields: z.array(z.strictObject({ path: z.string(), message: z.string() })),
    /** A value that would work (the nearest date with data, for example); null = none is known. */
    suggestion: z.string().nullable(),
    /** `stale-version` only: the thing as it stands now, for a look side by side. */
    current: z.unknown().optional(),
    /** `confirm-first` only: what the checks ask. */
    questions: z.array(lintFindingSchema).optional(),
    /** `too-many-attempts` only: seconds to wait. */
    retryAfter: z.int().positive().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;
