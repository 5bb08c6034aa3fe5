import { infiniteQueryOptions, useMutation } from '@tanstack/react-query';
import type { AuditEntry, AuditVerdict } from '#core/contract/audit.ts';
import type { Language } from '#core/contract/lists.ts';
import type { OnPage } from '#src/lib/address.ts';
import { request } from '#src/lib/request.ts';

export type AuditFilter = Pick<OnPage, 'actor' | 'action' | 'subject' | 'outcome' | 'from' | 'to'>;

type AuditPage = { readonly items: readonly AuditEntry[]; readonly next: string | null };

const asParams = ({ actor, action, subject, outcome, from, to }: AuditFilter) => ({
  actor,
  action,
  subject,
  outcome,
  from,
  to,
});

/** The trail, newest first, page by page. */
export const auditQuery = (filter: AuditFilter, lang: Language) =>
  infiniteQueryOptions({
    queryKey: ['audit', asParams(filter), lang],
    queryFn: ({ pageParam, signal }) =>
      request<AuditPage>('/audit', { ...asParams(filter), cursor: pageParam, lang }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** Address of the same rows as a file. */
export function auditFile(filter: AuditFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asParams(filter)))
    if (value !== null) query.set(name, value);
  const text = query.toString();
  return `/api/audit/export${text === '' ? '' : `?${text}`}`;
}

export const useVerifyAudit = (lang: Language) =>
  useMutation({
    networkMode: 'always',
    mutationFn: () =>
      request<AuditVerdict>('/audit/verify', { lang }, new AbortController().signal),
  });
