/** Files of a frozen meeting: asked for, watched, fetched, cancelled. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ExportJob } from '#core/contract/export.ts';
import type { ExportFormat, Language } from '#core/contract/lists.ts';
import { request, send } from '#src/lib/request.ts';

type Exports = { readonly formats: readonly ExportFormat[]; readonly items: readonly ExportJob[] };

/** While one is made it is looked at so often. */
const WATCH_MS = 1_000;

const isOpen = ({ state }: ExportJob): boolean => state === 'waiting' || state === 'running';

/** What can be made here, and what the reader had made. */
export const exportsQuery = () =>
  queryOptions({
    queryKey: ['exports'],
    queryFn: ({ signal }) => request<Exports>('/exports', {}, signal),
    refetchInterval: ({ state }) => (state.data?.items.some(isOpen) ? WATCH_MS : false),
  });

export function useExport(meeting: string, lang: Language) {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (format: ExportFormat) =>
      send<ExportJob>({
        method: 'POST',
        path: `/meetings/${encodeURIComponent(meeting)}/exports`,
        params: { lang },
        body: { format, lang },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['exports'] }),
  });
}

/** Ends one that is being made, or takes a made one away. */
export function useCancelExport() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (id: string) =>
      send<ExportJob>({ method: 'DELETE', path: `/exports/${encodeURIComponent(id)}` }),
    onSettled: () => client.invalidateQueries({ queryKey: ['exports'] }),
  });
}

/** Where a made file is saved from. */
export const exportAddress = (id: string): string => `/api/exports/${encodeURIComponent(id)}/file`;
