/** Review meetings: asked for by few pages, so that this file stays out of what every page loads. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { FreezeState } from '#core/contract/freeze.ts';
import type { Language } from '#core/contract/lists.ts';
import type {
  AgendaItem,
  Closure,
  MeetingDetail,
  MeetingHead,
  MeetingInput,
  Minutes,
  Readiness,
  Resolution,
  ResolutionInput,
  Snapshot,
  SnapshotHead,
  Stage,
  Timeline,
} from '#core/contract/meeting.ts';
import { request, send } from '#src/lib/request.ts';

const pathOf = (id: string, rest = ''): string => `/meetings/${encodeURIComponent(id)}${rest}`;

/** Every meeting, the newest first. */
export const meetingsQuery = (lang: Language) =>
  queryOptions({
    queryKey: ['meetings', lang],
    queryFn: async ({ signal }) => {
      const all: MeetingHead[] = [];
      let cursor: string | null = null;
      do {
        const page: MeetingPage = await request<MeetingPage>(
          '/meetings',
          { lang, cursor, limit: '200' },
          signal,
        );
        all.push(...page.items);
        cursor = page.next;
      } while (cursor !== null);
      return all;
    },
    staleTime: 30_000,
  });

type MeetingPage = { readonly items: readonly MeetingHead[]; readonly next: string | null };

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
      request<Snapshot>(pathOf(id, '/snapshot'), { version: String(version) }, signal, true),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

/** What was shown and decided, and how each decision stands today. */
export const minutesQuery = (id: string, lang: Language) =>
  queryOptions({
    queryKey: ['minutes', id, lang],
    queryFn: ({ signal }) => request<Minutes>(pathOf(id, '/minutes'), { lang }, signal),
    staleTime: 10_000,
  });

/** An indicator or a task (`indicator:CODE`, `task:ID`) as each meeting saw it. */
export const timelineQuery = (subject: string, lang: Language) =>
  queryOptions({
    queryKey: ['timeline', subject, lang],
    queryFn: ({ signal }) => request<Timeline>('/timeline', { subject, lang }, signal),
    staleTime: 10_000,
    // What was refused stays so until somebody asks again.
    retryOnMount: false,
  });

/** Where the presentation of a meeting stood when the server painted the page. */
export const stageKey = (id: string): readonly string[] => ['stage', id];

/** Where the presentation stands, as the server knows it. */
export const getStage = (id: string, signal: AbortSignal): Promise<Stage> =>
  request<Stage>(pathOf(id, '/stage'), {}, signal);

export type StageMove = Pick<Stage, 'item' | 'black' | 'focus'>;

/** Tells every other window and device where the presentation stands. */
export const putStage = (id: string, move: StageMove & { takeOver: boolean }): Promise<Stage> =>
  send<Stage>({ method: 'PUT', path: pathOf(id, '/stage'), body: move });

/** Six digits that let one phone in, once. */
export const askPairingCode = (id: string, lang: Language) =>
  send<{ code: string; expiresAt: string }>({
    method: 'POST',
    path: pathOf(id, '/pairing-code'),
    params: { lang },
  });

/** Makes this device the remote control of the meeting. */
export const pair = (id: string, code: string, lang: Language): Promise<Stage> =>
  send<Stage>({ method: 'POST', path: pathOf(id, '/pairing'), params: { lang }, body: { code } });

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

type Kept = { readonly id: string; readonly version: string } | null;

/** Writes about meetings; every one of them has the pages ask anew. */
function useMeetingWrite<V, R>(write: (value: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: write,
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey: [name] }) => name !== 'me' && name !== 'snapshot',
      }),
  });
}

/** Sets a meeting up (`kept` null), or changes it on its version. */
export const useSaveMeeting = (lang: Language) =>
  useMeetingWrite(({ kept, input }: { kept: Kept; input: MeetingInput }) =>
    send<MeetingHead>({
      method: kept === null ? 'POST' : 'PUT',
      path: kept === null ? '/meetings' : pathOf(kept.id),
      params: { lang },
      body: input,
      ...(kept === null ? {} : { ifMatch: kept.version }),
    }),
  );

export const useSaveAgenda = (id: string, lang: Language) =>
  useMeetingWrite(({ version, items }: { version: string; items: readonly AgendaItem[] }) =>
    send<MeetingHead>({
      method: 'PUT',
      path: pathOf(id, '/agenda'),
      params: { lang },
      body: { items },
      ifMatch: version,
    }),
  );

/** `unreviewed`: how many entries that wait for review are knowingly left out. */
export const useFreeze = (id: string, lang: Language) =>
  useMeetingWrite((unreviewed: number) =>
    send<SnapshotHead>({
      method: 'POST',
      path: pathOf(id, '/snapshot'),
      params: { lang },
      body: { unreviewed },
      isLong: true,
    }),
  );

/** How often a freeze that is under way is looked at. */
const WATCH_MS = 500;

/**
 * How far the freeze is that is under way; asked for again while there is one.
 * @param isFreezing whether this page waits for one
 */
export const freezeQuery = (id: string, isFreezing: boolean) =>
  queryOptions({
    queryKey: ['freeze', id],
    queryFn: ({ signal }) => request<FreezeState>(pathOf(id, '/freeze'), {}, signal),
    refetchInterval: ({ state }) => (isFreezing || state.data?.freeze != null ? WATCH_MS : false),
  });

/** Stops it; nothing of it is kept. */
export function useStopFreeze(id: string) {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: () => send<FreezeState>({ method: 'DELETE', path: pathOf(id, '/freeze') }),
    onSettled: () => client.invalidateQueries({ queryKey: ['freeze', id] }),
  });
}

export const useBegin = (id: string, lang: Language) =>
  useMeetingWrite((_: null) =>
    send<MeetingHead>({ method: 'POST', path: pathOf(id, '/begin'), params: { lang } }),
  );

export const useClose = (id: string, lang: Language) =>
  useMeetingWrite((_: null) =>
    send<Closure>({ method: 'POST', path: pathOf(id, '/close'), params: { lang } }),
  );

export const useRemind = (id: string, lang: Language) =>
  useMeetingWrite((departments: readonly string[]) =>
    send<Readiness>({
      method: 'POST',
      path: pathOf(id, '/reminders'),
      params: { lang },
      body: { departments },
    }),
  );
