/**
 * Decisions that were recorded and that the server has not confirmed yet, kept on this device. Each goes out under its
 * own key, so that it counts once however often it is sent.
 */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Language } from '#core/contract/lists.ts';
import type { Resolution, ResolutionInput } from '#core/contract/meeting.ts';
import type { Problem } from '#core/contract/problem.ts';
import { postResolution } from '#src/api/meetings.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { ApiError } from '#src/lib/request.ts';

export type Pending = {
  readonly key: string;
  readonly meeting: string;
  readonly input: ResolutionInput;
  /** Name of the owner department as it was chosen; null = none was. */
  readonly ownerName: string | null;
  readonly keptAt: string;
};

type Queue = { readonly waiting: readonly Pending[] };

const TRY_EVERY_MS = 10_000;

function isPending(kept: unknown): kept is Pending {
  if (typeof kept !== 'object' || kept === null) return false;
  const row = kept as Record<string, unknown>;
  return (
    typeof row.key === 'string' &&
    typeof row.meeting === 'string' &&
    typeof row.keptAt === 'string' &&
    typeof row.input === 'object' &&
    row.input !== null
  );
}

export const useQueue = create<Queue>()(
  persist((): Queue => ({ waiting: [] }), {
    name: 'reform-cockpit.decisions',
    version: 1,
    merge: (kept, now) => {
      const waiting = (kept as Partial<Queue> | undefined)?.waiting;
      return { ...now, waiting: Array.isArray(waiting) ? waiting.filter(isPending) : [] };
    },
  }),
);

function drop(key: string): void {
  useQueue.setState(({ waiting }) => ({ waiting: waiting.filter((row) => row.key !== key) }));
}

const underWay = new Set<string>();

export type Outcome =
  | { readonly kind: 'sent' }
  /** No answer: it waits here. */
  | { readonly kind: 'waiting' }
  /** The server said no; it is not kept. null = without a reason that could be read. */
  | { readonly kind: 'refused'; readonly problem: Problem | null };

async function post(client: QueryClient, row: Pending, lang: Language): Promise<Outcome> {
  if (underWay.has(row.key)) return { kind: 'waiting' };
  underWay.add(row.key);
  try {
    await postResolution(row.meeting, row.input, row.key, lang);
    drop(row.key);
    void client.invalidateQueries({ queryKey: ['meeting', row.meeting] });
    return { kind: 'sent' };
  } catch (error) {
    // Signed out is no refusal of what was decided: it goes out after the next sign-in.
    if (!(error instanceof ApiError) || error.status >= 500 || error.status === 401)
      return { kind: 'waiting' };
    return { kind: 'refused', problem: error.problem };
  } finally {
    underWay.delete(row.key);
  }
}

/** Records a decision: kept first, sent at once if it can be. A refused one is not kept; the form still has it. */
export function useRecord(): (row: Pending) => Promise<Outcome> {
  const client = useQueryClient();
  const lang = useLanguage();
  return async (row) => {
    useQueue.setState(({ waiting }) => ({ waiting: [...waiting, row] }));
    const outcome = await post(client, row, lang);
    if (outcome.kind === 'refused') drop(row.key);
    return outcome;
  };
}

/** Goes on trying while a page of the meeting is open; what the server refuses now stays, to be looked at. */
export function useSendWaiting(meeting: string): readonly Pending[] {
  const client = useQueryClient();
  const lang = useLanguage();
  const all = useQueue((state) => state.waiting);
  const waiting = all.filter((row) => row.meeting === meeting);
  const count = waiting.length;
  useEffect(() => {
    if (count === 0) return;
    const send = async (): Promise<void> => {
      for (const row of useQueue.getState().waiting)
        if (row.meeting === meeting) await post(client, row, lang);
    };
    const timer = setInterval(() => void send(), TRY_EVERY_MS);
    const handle = (): void => void send();
    addEventListener('online', handle);
    return () => {
      clearInterval(timer);
      removeEventListener('online', handle);
    };
  }, [count, meeting, client, lang]);
  return waiting;
}

/** A waiting decision as the slides show it. */
export const asResolution = (row: Pending): Resolution => ({
  ...row.input,
  id: row.key,
  meeting: row.meeting,
  ownerName: row.ownerName,
  withdrawn: false,
  carried: null,
  recordedAt: row.keptAt,
  recordedByName: null,
});
