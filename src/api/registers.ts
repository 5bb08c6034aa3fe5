import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Language, RegisterName } from '#core/contract/lists.ts';
import type { RegisterEntry } from '#core/contract/registers.ts';
import { request, send } from '#src/lib/request.ts';

type RegisterPage = { readonly items: readonly RegisterEntry[]; readonly next: null };

/** A register as administrators keep it, in both languages. */
export const registerQuery = (register: RegisterName) =>
  queryOptions({
    queryKey: ['register', register],
    queryFn: ({ signal }) => request<RegisterPage>(`/registers/${register}`, {}, signal),
  });

export type Saved = {
  readonly register: RegisterName;
  readonly lang: Language;
  /** null = a new record. */
  readonly entry: Pick<RegisterEntry, 'key' | 'version'> | null;
  readonly body: unknown;
};

function pathOf(register: RegisterName, entry: Saved['entry']): string {
  if (register === 'workspace') return '/workspace';
  return entry === null ? `/${register}` : `/${register}/${encodeURIComponent(entry.key)}`;
}

/** Saves a record; every picture is asked anew afterwards. */
export function useSaveRecord() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ register, lang, entry, body }: Saved) =>
      send<RegisterEntry>({
        method: register === 'questions' ? 'PATCH' : entry === null ? 'POST' : 'PUT',
        path: pathOf(register, entry),
        params: { lang },
        body,
        ...(entry === null ? {} : { ifMatch: entry.version }),
      }),
    onSuccess: () => client.invalidateQueries(),
  });
}
