/** Every review meeting, and the way to a new one. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { formatDate } from '#core/domain/format.ts';
import { meetingsQuery } from '#src/api/meetings.ts';
import { useMe } from '#src/api/session.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useHref } from '#src/lib/use-address.ts';
import { ErrorState, LoadingOutline } from '#src/ui/panel-state.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { MeetingState } from './meeting-state.tsx';
import { useMeetingWords } from './words.ts';

export function MeetingsPage() {
  const w = useMeetingWords();
  const lang = useLanguage();
  const href = useHref();
  const [, navigate] = useLocation();
  const result = useQuery(meetingsQuery(lang));
  const holds = useMe()?.rights.includes('hold-meetings') ?? false;
  const [isOpen, setIsOpen] = useState(false);
  const pathOf = (id: string): string => href({ path: `/meetings/${encodeURIComponent(id)}` });
  const meetings = result.data;
  return (
    <div className="ms-page">
      <header className="ms-head">
        <h1>{w.title}</h1>
        {holds && !isOpen ? (
          <button type="button" className="button ms-first" onClick={() => setIsOpen(true)}>
            {w.newMeeting}
          </button>
        ) : null}
      </header>
      {isOpen ? (
        <MeetingForm
          meeting={null}
          onDone={(id) => navigate(pathOf(id))}
          onCancel={() => setIsOpen(false)}
        />
      ) : null}
      {meetings === undefined ? (
        result.error === null ? (
          <LoadingOutline />
        ) : (
          <ErrorState what={w.title} code={null} onRetry={() => void result.refetch()} />
        )
      ) : meetings.length === 0 ? (
        <p className="panel-card ms-none">
          <b>{w.none}</b>
          {w.noneHint}
        </p>
      ) : (
        <ul className="ms-meetings panel-card">
          {meetings.map((row) => (
            <li key={row.id}>
              <span className="digits ms-date">{formatDate(row.date, lang)}</span>
              <span>
                <Link href={pathOf(row.id)}>{row.title}</Link>
                <small>
                  {w.asOf(formatDate(row.asOf, lang))}
                  {row.compare === null ? '' : ` · ${w.comparedTo(formatDate(row.compare, lang))}`}
                  {row.snapshot === null
                    ? ''
                    : ` · ${w.version(row.snapshot.version)} ${row.snapshot.sha256.slice(0, 8)}`}
                </small>
                {row.snapshot?.sound === false ? <b className="ms-fault">{w.damaged}</b> : null}
              </span>
              <span className="ms-end">
                <MeetingState state={row.state} />
                <small>{w.resolutionCount(row.resolutions)}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
