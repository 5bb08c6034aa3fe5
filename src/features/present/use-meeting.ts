/** What the projector and the presenter's window both are about. */
import { useEffect, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { Resolution } from '#core/contract/meeting.ts';
import { useMe } from '#src/api/session.ts';
import { writeAddress } from '#src/lib/address.ts';
import { useAddress } from '#src/lib/use-address.ts';
import { useMeetingId } from '#src/meeting-ui/meeting-id.ts';
import { deckOf, itemAt, placeOf, type Shown } from './deck.ts';
import { type MeetingData, useMeetingData } from './meeting-data.ts';
import { isPaired } from './pairing.tsx';
import { asResolution, type Pending, useSendWaiting } from './queue.ts';
import { move, type Standing, useSharedStage, useStage } from './stage.ts';

const NOTHING: readonly Shown[] = [];

export type Presented = MeetingData & {
  readonly id: string;
  readonly deck: readonly Shown[];
  readonly stage: Standing;
  readonly place: number;
  readonly go: (place: number) => void;
  readonly change: (change: Partial<Pick<Standing, 'black' | 'focus'>>) => void;
  /** Confirmed and waiting ones. */
  readonly resolutions: readonly Resolution[];
  readonly waiting: readonly Pending[];
  /** Name of another who presents, `''` where it is not known; null = nobody else does. */
  readonly other: string | null;
  /** Whether the reader holds meetings. */
  readonly holds: boolean;
  /** null = not known yet. */
  readonly isSignedIn: boolean | null;
  /** Whether the reader may record decisions, and the meeting still takes them. */
  readonly mayDecide: boolean;
  /** A page of ours about this meeting. */
  readonly hrefOf: (page: string) => string;
};

/** The meeting of the page's path, `/meetings/<id>/…`. */
export function usePresented(): Presented {
  const [path] = useLocation();
  const id = useMeetingId();
  const { address } = useAddress();
  const data = useMeetingData(id);
  const me = useMe();
  const stage = useSharedStage(id);
  const waiting = useSendWaiting(id);
  const other = useStage((state) => state.other);
  const { detail } = data;
  const deck = useMemo(() => (detail === null ? NOTHING : deckOf(detail)), [detail]);
  const place = placeOf(deck, stage.item);
  const holds = me?.rights.includes('hold-meetings') ?? false;
  // A phone that was let in moves the presentation without an account.
  const isTold = holds || isPaired(id);
  const resolutions = useMemo(
    () => [...(detail?.resolutions ?? []), ...waiting.map(asResolution)],
    [detail, waiting],
  );
  // An item that was taken from the agenda meanwhile leaves its place to the title.
  useEffect(() => {
    if (stage.item !== null && deck.length > 0 && place === 0) move({ item: null }, false);
  }, [stage.item, deck, place]);
  const search = writeAddress({ ...address, asOf: null, compare: null, knownAt: null });
  const base = path.slice(0, path.lastIndexOf('/'));
  return {
    ...data,
    id,
    deck,
    stage,
    place,
    go: (to) => move({ item: itemAt(deck, to), black: false }, isTold),
    change: (change) => move(change, isTold),
    resolutions,
    waiting,
    other,
    holds,
    isSignedIn: me === undefined ? null : me.account !== null,
    mayDecide: holds && detail !== null && detail.meeting.state !== 'closed',
    hrefOf: (page) => `${base}${page}${search}`,
  };
}
