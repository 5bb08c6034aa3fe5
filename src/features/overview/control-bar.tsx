import type { Board } from '#core/contract/board.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useChangeAddress } from '#src/lib/use-address.ts';
import './control-bar.css';
import { DateField } from './date-field.tsx';
import { DateScrubber } from './date-scrubber.tsx';
import { useOverviewWords } from './words.ts';

type Part = Pick<Board, 'asOf' | 'compare' | 'dates' | 'workspace'>;

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

/** Which picture is shown, and against which it is compared. */
export function ControlBar({ board }: { board: Part }) {
  const w = useOverviewWords();
  const lang = useLanguage();
  const changeAddress = useChangeAddress();
  const { asOf, compare, workspace } = board;
  const offered = board.dates.map((date) => date.on);
  const baseline = baselineFor(board);
  const today = workspace.clockPinnedOn;
  return (
    <section className="control-bar" aria-label={w.controls}>
      <DateField
        key={`as-of ${asOf}`}
        label={w.asOf}
        value={asOf}
        offered={offered}
        refuse={() => null}
        onChange={(date) =>
          changeAddress(
            compare !== null && compare > date ? { asOf: date, compare: null } : { asOf: date },
          )
        }
      />
      <DateScrubber board={board} />
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
          offered={offered.filter((date) => date <= asOf)}
          refuse={(date) => (date > asOf ? w.baselineAfter(asOf) : null)}
          onChange={(date) => changeAddress({ compare: date })}
        />
      )}
      {today === null ? null : (
        <p className="clock-note">{w.clockPinned(formatDate(today, lang))}</p>
      )}
    </section>
  );
}
