import { z } from 'zod';

export const healthSchema = z.strictObject({ status: z.literal('ok') }).meta({ id: 'Health' });
export const readySchema = z
  .strictObject({
    status: z.enum(['ready', 'not-ready']),
    store: z.enum(['reachable', 'unreachable']),
    migrations: z.enum(['done', 'pending', 'unknown']),
    /** Counts every write; null while the store is unreachable. */
    dataVersion: z.int().nullable(),
  })
  .meta({ id: 'Ready' });
