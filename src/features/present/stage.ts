/**
 * Where the presentation stands: the same on the projector, in the presenter's window and on a paired phone. Windows of
 * this device tell each other through its storage, so that they keep together without a network; other devices hear
 * it from the server.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { Stage } from '#core/contract/meeting.ts';
import { getStage, putStage, type StageMove, stageKey } from '#src/api/meetings.ts';
import { presentations } from '#src/lib/live.ts';
import { ApiError } from '#src/lib/request.ts';

export type Standing = StageMove & {
  readonly since: string;
  /** Counts up with every move on this device; the greater one holds among its windows. */
  readonly turn: number;
};

type Store = {
  readonly meeting: string | null;
  readonly stage: Standing;
  /** Name of another who presents, where the server refused a move for it; null = nobody else does. */
  readonly other: string | null;
};

const first = (): Standing => ({
  item: null,
  black: false,
  focus: null,
  turn: 0,
  since: new Date().toISOString(),
});

export const useStage = create<Store>()(() => ({ meeting: null, stage: first(), other: null }));

const storageKey = (meeting: string): string => `reform-cockpit.stage.${meeting}`;

function isStanding(value: unknown): value is Standing {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  return (
    (row.item === null || typeof row.item === 'string') &&
    typeof row.black === 'boolean' &&
    (row.focus === null || typeof row.focus === 'number') &&
    typeof row.turn === 'number' &&
    typeof row.since === 'string'
  );
}

function kept(meeting: string): Standing | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey(meeting)) ?? 'null');
    return isStanding(value) ? value : null;
  } catch {
    return null; // barred or spoilt: the presentation begins at its title
  }
}

function keep(meeting: string, stage: Standing): void {
  try {
    localStorage.setItem(storageKey(meeting), JSON.stringify(stage));
  } catch {
    // Without storage there is one window fewer to keep together.
  }
}

/** The newer standing of this device's windows holds. */
function follow(meeting: string, stage: Standing): void {
  const now = useStage.getState();
  if (now.meeting === meeting && stage.turn > now.stage.turn) useStage.setState({ stage });
}

/** The server's own count of moves, as last heard. */
let heard = 0;
/** True while a move is on its way: what is heard meanwhile may be older than it. */
let isTelling = false;
/** A move that waits for the one before it. */
let untold: StageMove | null = null;

function hear(meeting: string, told: Stage): void {
  const now = useStage.getState();
  if (now.meeting !== meeting || isTelling || told.turn <= heard) return;
  heard = told.turn;
  const { item, black, focus } = told;
  const { stage } = now;
  if (item === stage.item && black === stage.black && focus === stage.focus) return;
  const since = told.since ?? stage.since;
  const next = { item, black, focus, since, turn: stage.turn + 1 };
  useStage.setState({ stage: next });
  keep(meeting, next);
}

async function tell(meeting: string, step: StageMove, takeOver: boolean): Promise<void> {
  if (isTelling) {
    untold = step;
    return;
  }
  isTelling = true;
  try {
    const told = await putStage(meeting, { ...step, takeOver });
    heard = told.turn;
    useStage.setState({ other: null });
  } catch (error) {
    // Lost on the way: the next move tells it. Refused: somebody else presents.
    if (error instanceof ApiError && error.status === 409) {
      const current = error.problem?.current as Partial<Stage> | undefined;
      useStage.setState({ other: current?.presenter ?? '' });
    }
  } finally {
    isTelling = false;
  }
  const next = untold;
  untold = null;
  if (next !== null) await tell(meeting, next, false);
}

/** Goes there, on every window of this device; tells the server where `isTold`, which may be away. */
export function move(change: Partial<StageMove>, isTold: boolean): void {
  const { meeting, stage } = useStage.getState();
  if (meeting === null) return;
  const isElsewhere = change.item !== undefined && change.item !== stage.item;
  const next: Standing = {
    ...stage,
    ...(isElsewhere ? { focus: null, since: new Date().toISOString() } : {}),
    ...change,
    turn: stage.turn + 1,
  };
  useStage.setState({ stage: next });
  keep(meeting, next);
  const { item, black, focus } = next;
  if (isTold) void tell(meeting, { item, black, focus }, false);
}

/** Presents in the place of whoever did so far. */
export function takeOver(): void {
  const { meeting, stage } = useStage.getState();
  if (meeting === null) return;
  const { item, black, focus } = stage;
  void tell(meeting, { item, black, focus }, true);
}

/** Where this window begins: where the page was painted at, else where the device's last one was. */
function beginning(meeting: string, painted: Stage | undefined): Standing {
  const own = kept(meeting) ?? first();
  if (painted === undefined) return own;
  const { item, black, focus, since } = painted;
  return { item, black, focus, since: since ?? own.since, turn: own.turn };
}

/** Brings the standing to this window and keeps it there while the page is open. */
export function useSharedStage(meeting: string): Standing {
  const { meeting: open, stage } = useStage();
  const client = useQueryClient();
  const begin = useMemo(
    () => beginning(meeting, client.getQueryData<Stage>(stageKey(meeting))),
    [meeting, client],
  );
  useEffect(() => {
    heard = 0;
    // Painted once: whoever comes back to this page later begins where they left it.
    client.removeQueries({ queryKey: stageKey(meeting) });
    useStage.setState({ meeting, stage: begin, other: null });
    const stop = new AbortController();
    const ask = async (): Promise<void> => {
      const told = await getStage(meeting, stop.signal).catch(() => null);
      if (told !== null) hear(meeting, told);
    };
    const handle = ({ key, newValue }: StorageEvent): void => {
      if (key !== storageKey(meeting) || newValue === null) return;
      const told = kept(meeting);
      if (told !== null) follow(meeting, told);
    };
    addEventListener('storage', handle);
    void ask();
    presentations.addEventListener('moved', ask);
    return () => {
      stop.abort();
      removeEventListener('storage', handle);
      presentations.removeEventListener('moved', ask);
    };
  }, [meeting, begin, client]);
  return open === meeting ? stage : begin;
}
