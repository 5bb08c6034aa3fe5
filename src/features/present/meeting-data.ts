/**
 * A meeting brought whole to this device: its slides, and every answer that a board or a passport may ask for on the way.
 * From then on the network may go. A copy is kept for a reload without it.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { MeetingDetail, Snapshot } from '#core/contract/meeting.ts';
import { meetingQuery, snapshotQuery } from '#src/api/meetings.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { holdFrozen } from '#src/lib/frozen.ts';
import { NetworkError } from '#src/lib/request.ts';

const CACHE = 'reform-cockpit-meetings';
/** A bundle has every answer at hand already. */
const IN_BUNDLE = import.meta.env.MODE === 'bundle';
/** How often a page in a meeting asks what has been decided elsewhere. */
const ASK_EVERY_MS = 15_000;

const addressOf = (name: string): string => `/kept/${encodeURIComponent(name)}`;

async function keep(name: string, value: unknown): Promise<void> {
  if (typeof caches === 'undefined') return;
  try {
    const cache = await caches.open(CACHE);
    await cache.put(addressOf(name), new Response(JSON.stringify(value)));
  } catch {
    // No room, or barred: the meeting goes on, only a reload without a network will not.
  }
}

async function kept<T>(name: string): Promise<T | null> {
  if (typeof caches === 'undefined') return null;
  try {
    const cache = await caches.open(CACHE);
    const found = await cache.match(addressOf(name));
    return found === undefined ? null : ((await found.json()) as T);
  } catch {
    return null;
  }
}

export type MeetingData = {
  /** null = nothing to show yet. */
  readonly detail: MeetingDetail | null;
  /** Why there is nothing; null = there is, or it is on its way. */
  readonly error: Error | null;
  /** Whether everything is on this device, so that the network may go. */
  readonly isWhole: boolean;
  /** True while the server does not answer. */
  readonly isOffline: boolean;
};

/** The meeting of this id in the page's language. */
export function useMeetingData(id: string): MeetingData {
  const lang = useLanguage();
  const client = useQueryClient();
  const options = meetingQuery(id, lang);
  const meeting = useQuery({ ...options, refetchInterval: ASK_EVERY_MS, retry: false });
  const detail = meeting.data ?? null;
  const version = detail?.meeting.snapshot?.sound === true ? detail.meeting.snapshot.version : null;
  const snapshot = useQuery({
    ...snapshotQuery(id, version ?? 0),
    enabled: version !== null && !IN_BUNDLE,
  });
  const [isWhole, setIsWhole] = useState(false);
  const { data, error } = meeting;

  useEffect(() => {
    if (data !== undefined) void keep(`${id} ${lang}`, data);
  }, [data, id, lang]);

  useEffect(() => {
    if (data !== undefined || !(error instanceof NetworkError)) return;
    let isLeft = false;
    void kept<MeetingDetail>(`${id} ${lang}`).then((copy) => {
      if (copy !== null && !isLeft) client.setQueryData(meetingQuery(id, lang).queryKey, copy);
    });
    return () => {
      isLeft = true;
    };
  }, [data, error, id, lang, client]);

  const brought = snapshot.data;
  useEffect(() => {
    if (brought === undefined) return;
    holdFrozen(brought.answers);
    setIsWhole(true);
    void keep(`${id} ${brought.version}`, brought);
  }, [brought, id]);

  const isAway = snapshot.error instanceof NetworkError;
  useEffect(() => {
    if (!isAway || version === null) return;
    void kept<Snapshot>(`${id} ${version}`).then((copy) => {
      if (copy === null) return;
      holdFrozen(copy.answers);
      setIsWhole(true);
    });
  }, [isAway, id, version]);

  return {
    detail,
    error: detail === null ? error : null,
    isWhole: isWhole || IN_BUNDLE,
    isOffline: error instanceof NetworkError,
  };
}
