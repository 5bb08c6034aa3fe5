import { type ReactNode, Suspense, useState } from 'react';
import type { Board } from '#core/contract/board.ts';
import { isIsoDate } from '#core/domain/dates.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { lazyPart } from '#src/lib/lazy-part.tsx';
import { useAddress, useChangeAddress } from '#src/lib/use-address.ts';
import './control-bar.css';
import { DateField } from './date-field.tsx';
import { DateScrubber } from './date-scrubber.tsx';
import { KnownAt } from './known-at.tsx';
import { NearestDates } from './nearest-dates.tsx';
import { PrintHead } from './print-lines.tsx';
import { useControlWords } from './words.ts';

/** Asked for by few: its code and the list of meetings come when it is opened. */
const baselines = lazyPart<{ board: Part }>(
  async () => (await import('./meeting-baselines.tsx')).MeetingBaselines,
);

type Part = Pick<Board, 'asOf' | 'compare' | 'dates' | 'knownAt' | 'workspace'>;

/** The baseline that ticking the box brings: the last meeting, else the date with figures before; null = none. */
function baselineFor({ asOf, dates, workspace }: Part): string | null {
  const { lastMeetingOn } = workspace;
  if (lastMeetingOn !== null && lastMeetingOn < asOf) return lastMeetingOn;
  return (
    dates
      .map((date) => date.on)
      .filter((on) => on < asOf)
      .pop() ?? null
  );
}

/** Baselines that are offered: the last meeting and every date with figures that is not later. */
function baselinesFor({ asOf, dates, workspace }: Part): readonly string[] {
  const all = [...dates.map((date) => date.on), workspace.lastMeetingOn];
  return [...new Set(all)].filter((on) => on !== null && on <= asOf).sort() as string[];
}

/** Which picture is shown, and against which it is compared: to be changed here, to be read on paper. */
export function ControlBar({ board }: { board: Board }) {
  return (
    <>
      <PrintHead board={board} />
      {/* A bundle holds one picture. */}
      {import.meta.env.MODE === 'bundle' ? null : <Bar board={board} />}
    </>
  );
}

function Fold({ label, children }: { label: string; children: () => ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="known-at" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {isOpen ? <Suspense fallback={null}>{children()}</Suspense> : null}
    </details>
  );
}

function Bar({ board }: { board: Part }) {
  const w = useControlWords();
  const lang = useLanguage();
  const changeAddress = useChangeAddress();
  const { address } = useAddress();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const isOpen = isUnfolded || address.knownAt !== null;
  const { asOf, compare, workspace } = board;
  const offered = board.dates.map((date) => date.on);
  const baseline = baselineFor(board);
  const today = workspace.clockPinnedOn;
  return (
    <section
      className={isOpen ? 'control-bar control-bar-open' : 'control-bar'}
      aria-label={w.controls}
    >
      {/* On a phone the rest is folded away under what it says. */}
      <button
        type="button"
        className="control-fold"
        aria-expanded={isOpen}
        onClick={() => setIsUnfolded(!isUnfolded)}
      >
        {w.asOf} <b className="digits">{formatDate(asOf, lang)}</b>
        {compare === null ? null : (
          <>
            {' · '}
            {w.baseline} <b className="digits">{formatDate(compare, lang)}</b>
          </>
        )}
      </button>
      <DateField
        key={`as-of ${asOf}`}
        label={w.asOf}
        value={asOf}
        offered={offered}
        refuse={(text) => (isIsoDate(text) ? null : w.badDate)}
        onChange={(date) =>
          changeAddress(
            compare !== null && compare > date ? { asOf: date, compare: null } : { asOf: date },
          )
        }
      />
      <DateScrubber key={`dates ${isOpen}`} board={board} />
      <NearestDates board={board} />
      <label className="compare-box">
        <input
          type="checkbox"
          checked={compare !== null}
          disabled={compare === null && baseline === null}
          onChange={(event) => changeAddress({ compare: event.target.checked ? baseline : 'none' })}
        />
        {(compare ?? baseline) === workspace.lastMeetingOn ? w.compareMeeting : w.compareBaseline}
      </label>
      {compare === null ? null : (
        <DateField
          key={`compare ${compare}`}
          label={w.baseline}
          value={compare}
          offered={baselinesFor(board)}
          refuse={(text) =>
            !isIsoDate(text) ? w.badDate : text > asOf ? w.baselineAfter(asOf) : null
          }
          onChange={(date) => changeAddress({ compare: date })}
        />
      )}
      <Fold label={w.compareWithMeeting}>{() => baselines.render({ board })}</Fold>
      <KnownAt key={board.knownAt} shown={board.knownAt} />
      {today === null ? null : (
        <p className="clock-note">{w.clockPinned(formatDate(today, lang))}</p>
      )}
    </section>
  );
}
