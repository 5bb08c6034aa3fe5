/** One meeting: before it the agenda, the freeze and who still owes; afterwards what was decided. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { formatDate } from '#core/domain/format.ts';
import { meetingQuery } from '#src/api/meetings.ts';
import { useMe } from '#src/api/session.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { acrossLanguages } from '#src/lib/across-languages.ts';
import { ApiError } from '#src/lib/request.ts';
import { useHref } from '#src/lib/use-address.ts';
import { useMeetingId } from '#src/meeting-ui/meeting-id.ts';
import { ErrorState, LoadingOutline } from '#src/ui/panel-state.tsx';
import { Agenda } from './agenda.tsx';
import { Course } from './course.tsx';
import { Freeze } from './freeze.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { MeetingState } from './meeting-state.tsx';
import { Readiness } from './readiness.tsx';
import { Resolutions } from './resolutions.tsx';
import { TakeAway } from './take-away.tsx';
import { useMeetingWords } from './words.ts';

export function MeetingPage() {
  const w = useMeetingWords();
  const lang = useLanguage();
  const href = useHref();
  const id = useMeetingId();
  const result = useQuery({
    ...meetingQuery(id, lang),
    placeholderData: acrossLanguages('meeting', id),
  });
  const me = useMe();
  const holds = me?.rights.includes('hold-meetings') ?? false;
  const isSignedIn = me?.account != null;
  const [isEditing, setIsEditing] = useState(false);
  const detail = result.data;
  const back = (
    <Link href={href({ path: '/meetings' })} className="ms-back">
      ‹ {w.back}
    </Link>
  );
  if (detail === undefined) {
    const { error } = result;
    return (
      <div className="ms-page">
        {back}
        {error === null ? (
          <LoadingOutline />
        ) : error instanceof ApiError && error.status === 404 ? (
          <>
            <h1>{w.notFound}</h1>
            <p>{w.notFoundHint}</p>
          </>
        ) : (
          <ErrorState what={w.title} code={null} onRetry={() => void result.refetch()} />
        )}
      </div>
    );
  }
  const { meeting, readiness } = detail;
  const isBefore = meeting.state === 'planned' || meeting.state === 'frozen';
  const facts = [
    formatDate(meeting.date, lang),
    w.asOf(formatDate(meeting.asOf, lang)),
    ...(meeting.compare === null ? [] : [w.comparedTo(formatDate(meeting.compare, lang))]),
    meeting.participants.map((row) => row.name).join(lang === 'zh' ? '、' : ', '),
  ].filter((part) => part !== '');
  return (
    <div className="ms-page">
      {back}
      <header className="ms-head">
        <div>
          <h1>{meeting.title}</h1>
          <p className="ms-facts">
            <MeetingState state={meeting.state} /> <span>{facts.join(' · ')}</span>
          </p>
          {detail.simulated ? <p className="ms-simulated">{w.simulated}</p> : null}
          {holds || import.meta.env.MODE === 'bundle' ? null : (
            <p className="caption">{w.notHolder}</p>
          )}
        </div>
        {holds && isBefore && !isEditing ? (
          <button type="button" className="button" onClick={() => setIsEditing(true)}>
            {w.edit}
          </button>
        ) : null}
      </header>
      {isEditing ? (
        <MeetingForm
          meeting={meeting}
          onDone={() => setIsEditing(false)}
          onCancel={() => setIsEditing(false)}
        />
      ) : null}
      <Course detail={detail} holds={holds} />
      <div className="ms-columns">
        <Agenda detail={detail} mayChange={holds && meeting.state !== 'closed'} />
        <div className="ms-side">
          {isBefore ? null : (
            <Resolutions detail={detail} mayWithdraw={holds && meeting.state === 'running'} />
          )}
          <Freeze detail={detail} mayFreeze={holds && isBefore} />
          {meeting.snapshot === null || !isSignedIn ? null : <TakeAway meeting={meeting} />}
          {readiness === null || !isBefore ? null : (
            <Readiness meeting={meeting} readiness={readiness} mayRemind={holds} />
          )}
        </div>
      </div>
    </div>
  );
}
