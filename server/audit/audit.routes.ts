import { auditVerdictSchema } from '#core/contract/audit.ts';
import { type PrivateRoute, privateRoute } from '#server/http/private-route.ts';
import { verifyAudit } from './audit.repository.ts';

export const auditReads: readonly PrivateRoute[] = [
  privateRoute({
    path: '/audit/verify',
    summary: 'Whether the audit trail is whole: no row changed, removed or inserted',
    parameters: [],
    right: 'read-audit',
    reply: auditVerdictSchema,
    answer: ({ db }) => verifyAudit(db),
  }),
];
