/** Review meetings: asked for by few pages, so that this file stays out of what every page loads. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Language } from '#core/contract/lists.ts';
import type {
  MeetingDetail,
  Resolution,
  ResolutionInput,
  Snapshot,
  Stage,
} from '#core/contract/meeting.ts';
import { request, send } from '#src/lib/request.ts';

const pathOf = (id: string, rest = ''): string => `/meetings/${encodeURIComponent(id)}${rest}`;

/** The whole of one meeting: agenda, slides, what was decided. */
export const meetingQuery = (id: string, lang: Language) =>
  queryOptions({
    queryKey: ['meeting', id, lang],
    queryFn: ({ signal }) => request<MeetingDetail>(pathOf(id), { lang }, signal),
    staleTime: 10_000,
    // A meeting is held for hours, and the network may go: what is there stays.
    gcTime: Number.POSITIVE_INFINITY,
  });

/** Its frozen picture, whole; it never changes. */
export const snapshotQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['snapshot', id, version],
    queryFn: ({ signal }) =>
      request<Snapshot>(pathOf(id, '/snapshot'), { version: String(version) }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

/** Where the presentation stands, as the server knows it. */
export const getStage = (id: string, signal: AbortSignal): Promise<Stage> =>
  request<Stage>(pathOf(id, '/stage'), {}, signal);

export type StageMove = Pick<Stage, 'item' | 'black' | 'focus'>;

/** Tells every other window and device where the presentation stands. */
export const putStage = (id: string, move: StageMove & { takeOver: boolean }): Promise<Stage> =>
  send<Stage>({ method: 'PUT', path: pathOf(id, '/stage'), body: move });

export const postResolution = (
  id: string,
  input: ResolutionInput,
  key: string,
  lang: Language,
): Promise<Resolution> =>
  send<Resolution>({
    method: 'POST',
    path: pathOf(id, '/resolutions'),
    params: { lang },
    body: input,
    key,
  });

/** Takes a resolution back; possible until the meeting is closed. */
export function useWithdraw(meeting: string) {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (resolution: string) =>
      send<Resolution>({
        method: 'DELETE',
        path: `/resolutions/${encodeURIComponent(resolution)}`,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['meeting', meeting] }),
  });
}
