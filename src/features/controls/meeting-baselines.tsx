import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { Board } from '#core/contract/board.ts';
import { formatDate } from '#core/domain/format.ts';
import { meetingsQuery } from '#src/api/meetings.ts';
import { baselines as en } from '#src/i18n/en/baselines.ts';
import { useLanguage, useWords } from '#src/i18n/i18n.ts';
import { baselines as zh } from '#src/i18n/zh/baselines.ts';
import { useChangeAddress } from '#src/lib/use-address.ts';

const words = { zh, en };

/** Meetings that were frozen, by name: the picture is compared with the date that one was held over. */
export function MeetingBaselines({ board }: { board: Pick<Board, 'asOf' | 'compare'> }) {
  const w = useWords(words);
  const lang = useLanguage();
  const id = useId();
  const changeAddress = useChangeAddress();
  const { data, isError, refetch } = useQuery(meetingsQuery(lang));
  if (isError)
    return (
      <p role="alert">
        {w.meetingsFailed}{' '}
        <button type="button" className="button" onClick={() => void refetch()}>
          {w.retry}
        </button>
      </p>
    );
  if (data === undefined) return <p role="status">{w.meetingsLoading}</p>;
  const held = data.flatMap(({ id: meeting, title, snapshot }) =>
    snapshot === null || snapshot.asOf > board.asOf
      ? []
      : [{ meeting, title, asOf: snapshot.asOf }],
  );
  if (held.length === 0) return <p>{w.noMeetings}</p>;
  const chosen = held.find((row) => row.asOf === board.compare);
  return (
    <p className="known-at-body">
      <label htmlFor={id}>{w.meetingLabel}</label>
      <select
        id={id}
        className="button"
        value={chosen?.meeting ?? ''}
        onChange={(event) => {
          const row = held.find((one) => one.meeting === event.target.value);
          if (row !== undefined) changeAddress({ compare: row.asOf });
        }}
      >
        {chosen === undefined ? <option value="">{w.chooseMeeting}</option> : null}
        {held.map((row) => (
          <option key={row.meeting} value={row.meeting}>
            {row.title} · {formatDate(row.asOf, lang)}
          </option>
        ))}
      </select>
    </p>
  );
}
