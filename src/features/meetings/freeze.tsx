/** The frozen picture: its stamp, what was corrected since, and the press that freezes. */

import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { MeetingDetail } from '#core/contract/meeting.ts';
import { speak } from '#core/domain/format.ts';
import { freezeQuery, useFreeze } from '#src/api/meetings.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { emptyAddress, writeAddress } from '#src/lib/address.ts';
import { ApiError } from '#src/lib/request.ts';
import { useAddress, useHref } from '#src/lib/use-address.ts';
import { Moment } from '#src/ui/moment.tsx';
import { TimelineLink } from '#src/ui/timeline-link.tsx';
import { Freezing } from './freezing.tsx';
import { Refused } from './refused.tsx';
import { useMeetingWords } from './words.ts';

type Restatement = MeetingDetail['restatements'][number];

function Restated({ row }: { row: Restatement }) {
  const w = useMeetingWords();
  const lang = useLanguage();
  const say = (value: Restatement['now']): string =>
    value === null
      ? w.nothingShown
      : row.unit === null
        ? String(value.value)
        : speak({ ...value, unit: row.unit }, lang);
  return (
    <li>
      <b>{row.label}</b> {w.restated(say(row.shown), say(row.now))}
      <small>
        {row.reason === null ? '' : w.reason(row.reason)}{' '}
        {row.recordedAt === null ? null : <Moment at={row.recordedAt} />}
      </small>
      <TimelineLink subject={`indicator:${row.code}`} />
    </li>
  );
}

/** Entries that are named before they are left out. */
const NAMED = 6;

type UnreviewedProps = {
  count: number;
  named: readonly { id: string; name: string; department: string }[];
};

/** What a freeze would leave out: the entries that nobody has reviewed yet, with the way to them. */
function Unreviewed({ count, named }: UnreviewedProps) {
  const w = useMeetingWords();
  const href = useHref();
  const shown = named.slice(0, NAMED);
  return (
    <div>
      <p>{w.unreviewed(count)}</p>
      <ul>
        {shown.map(({ id, name, department }) => (
          <li key={id}>{w.waitingOf(department, name)}</li>
        ))}
      </ul>
      {count > shown.length ? <small>{w.more(count - shown.length)}</small> : null}
      <p>
        <Link href={href({ path: '/review' })}>{w.toReview}</Link>
      </p>
    </div>
  );
}

export type FreezeProps = { detail: MeetingDetail; mayFreeze: boolean };

export function Freeze({ detail, mayFreeze }: FreezeProps) {
  const w = useMeetingWords();
  const { address } = useAddress();
  const { meeting, restatements, readiness } = detail;
  const freeze = useFreeze(meeting.id, useLanguage());
  const watched = useQuery({ ...freezeQuery(meeting.id, freeze.isPending), enabled: mayFreeze });
  const underWay = (mayFreeze ? watched.data?.freeze : null) ?? null;
  const isStopped = freeze.error instanceof ApiError && freeze.error.problem?.code === 'stopped';
  const { snapshot } = meeting;
  const unreviewed = readiness?.unreviewed ?? 0;
  const waiting = (readiness?.departments ?? []).flatMap(({ name, owed }) =>
    owed
      .filter((row) => row.kind === 'review')
      .map((row) => ({ id: row.id, name: row.name, department: name ?? w.noOwner })),
  );
  const frozenBoard =
    snapshot === null
      ? null
      : `/${writeAddress({
          ...emptyAddress,
          lang: address.lang,
          asOf: snapshot.asOf,
          compare: snapshot.compare ?? 'none',
          knownAt: snapshot.knownAt,
        })}`;
  return (
    <section className="panel-card ms-card" aria-label={w.freeze}>
      <h2>{w.freeze}</h2>
      {snapshot === null ? <p className="caption">{w.freezeHint}</p> : null}
      {snapshot === null ? null : snapshot.sound ? (
        <>
          <p>
            <b>{w.version(snapshot.version)}</b> <Moment at={snapshot.frozenAt} />{' '}
            {snapshot.frozenByName === null ? '' : w.by(snapshot.frozenByName)}
          </p>
          <p className="caption">
            {w.knownAt('')}
            <Moment at={snapshot.knownAt} /> · {snapshot.signature === null ? w.unsigned : w.signed}
          </p>
          <code className="ms-hash">SHA-256 {snapshot.sha256}</code>
          {frozenBoard === null ? null : <Link href={frozenBoard}>{w.openBoard}</Link>}
        </>
      ) : (
        <p className="ms-fault" role="alert">
          {w.version(snapshot.version)}: {w.damaged}
        </p>
      )}
      {underWay !== null ? (
        <Freezing meeting={meeting.id} freeze={underWay} />
      ) : mayFreeze ? (
        <>
          {unreviewed > 0 ? <Unreviewed count={unreviewed} named={waiting} /> : null}
          <button
            type="button"
            className="button ms-first"
            disabled={freeze.isPending}
            onClick={() => freeze.mutate(unreviewed)}
          >
            {freeze.isPending
              ? w.freezing
              : unreviewed > 0
                ? w.leaveOut
                : snapshot === null
                  ? w.freezeNow
                  : w.freezeAgain}
          </button>
        </>
      ) : null}
      {isStopped ? <p role="status">{w.freezeStopped}</p> : <Refused error={freeze.error} />}
      {restatements.length === 0 ? null : (
        <>
          <h3>{w.restatements}</h3>
          <ul className="ms-lines">
            {restatements.map((row) => (
              <Restated key={row.code} row={row} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
