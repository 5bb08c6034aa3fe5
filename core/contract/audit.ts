/** The audit trail: one row for every write that was done or refused. */
import { z } from 'zod';
import { auditOutcomes } from './lists.ts';
import { instantSchema, pageOf } from './primitives.ts';

export const auditEntrySchema = z
  .strictObject({
    /** Place in the chain, from 1, without gaps. */
    seq: z.int().positive(),
    at: instantSchema,
    /** Account id; null = nobody was signed in. */
    actor: z.string().nullable(),
    /** What the actor was called at that moment; null = nobody was signed in. */
    actorName: z.string().nullable(),
    /** Address the request came from; null = the home does not know. */
    address: z.string().nullable(),
    /** e.g. `check-in.create`. */
    action: z.string(),
    /** e.g. `task:core-business`. */
    subject: z.string(),
    outcome: z.enum(auditOutcomes),
    /** Problem code of a refusal; null where it was done. */
    code: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    /** SHA-256 over the row and the hash before it, hexadecimal. */
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntrySchema>;
export const auditListSchema = pageOf(auditEntrySchema).meta({ id: 'AuditList' });

export const auditVerdictSchema = z
  .strictObject({
    ok: z.boolean(),
    /** Rows that were looked at. */
    rows: z.int().nonnegative(),
    /** First row at which the chain breaks; null = it holds. */
    brokenAt: z.int().positive().nullable(),
    /** How it breaks; null = it holds. */
    fault: z.enum(['changed', 'removed', 'inserted']).nullable(),
  })
  .meta({ id: 'AuditVerdict' });
export type AuditVerdict = z.infer<typeof auditVerdictSchema>;
