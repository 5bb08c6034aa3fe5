/** What was shown and decided, as one leaf to be read, printed and filed. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import type { MeetingHead, Minutes, Resolution } from '#core/contract/meeting.ts';
import { formatDate } from '#core/domain/format.ts';
import { minutesQuery } from '#src/api/meetings.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { momentText } from '#src/lib/moment.ts';
import { ApiError } from '#src/lib/request.ts';
import { useHref } from '#src/lib/use-address.ts';
import { useMeetingId } from '#src/meeting-ui/meeting-id.ts';
import { Light } from '#src/ui/light.tsx';
import { Moment } from '#src/ui/moment.tsx';
import { ErrorState, LoadingOutline } from '#src/ui/panel-state.tsx';
import { useCarriedHref } from './carried-href.ts';
import { MeetingState } from './meeting-state.tsx';
import { useMeetingWords, useMinutesWords } from './words.ts';

type States = ReadonlyMap<string, Minutes['states'][number]>;

/** The sheet of paper is upright while this page is open; every other page is printed across. */
function usePaper(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.paper = 'upright';
    return () => {
      delete dataset.paper;
    };
  }, []);
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Which meeting it was, and which frozen picture it was held over. */
function Stamp({ meeting }: { meeting: MeetingHead }) {
  const w = useMinutesWords();
  const m = useMeetingWords();
  const lang = useLanguage();
  const { snapshot, begunAt, closedAt } = meeting;
  const { compare } = snapshot ?? meeting;
  const names = meeting.participants.map((row) => row.name);
  return (
    <dl className="mn-facts">
      <Fact name={w.date}>
        {formatDate(meeting.date, lang)} <MeetingState state={meeting.state} />
      </Fact>
      <Fact name={w.took}>
        {begunAt === null
          ? w.notBegun
          : w.from(momentText(begunAt), closedAt === null ? null : momentText(closedAt))}
      </Fact>
      <Fact name={w.asOf}>{formatDate(snapshot?.asOf ?? meeting.asOf, lang)}</Fact>
      <Fact name={w.compare}>{compare === null ? w.nothing : formatDate(compare, lang)}</Fact>
      <Fact name={w.participants}>
        {names.length === 0 ? w.nobody : names.join(lang === 'zh' ? '、' : ', ')}
      </Fact>
      {snapshot === null ? (
        <Fact name={w.frozen}>{w.notFrozen}</Fact>
      ) : (
        <>
          <Fact name={w.knownAt}>
            <Moment at={snapshot.knownAt} />
          </Fact>
          <Fact name={w.frozen}>
            {m.version(snapshot.version)} · SHA-256 <code>{snapshot.sha256.slice(0, 16)}</code> ·{' '}
            {snapshot.signature === null ? m.unsigned : m.signed}
            {snapshot.sound ? null : <b className="ms-fault">{m.damaged}</b>}
          </Fact>
        </>
      )}
    </dl>
  );
}

function Decided({ row, states }: { row: Resolution; states: States }) {
  const w = useMinutesWords();
  const m = useMeetingWords();
  const lang = useLanguage();
  const hrefOf = useCarriedHref();
  const state = states.get(row.id);
  const place = row.carried === null ? null : hrefOf(row, row.carried);
  const facts = [
    row.carried === null ? m.decidedAs[row.kind] : m.carriedAs[row.carried.kind],
    ...(row.ownerName === null ? [] : [`${w.owner} ${row.ownerName}`]),
    ...(row.due === null ? [] : [`${w.due} ${formatDate(row.due, lang)}`]),
  ];
  return (
    <li>
      <p className="mn-words">{row.words}</p>
      <p className="mn-small">{facts.join(' · ')}</p>
      {state === undefined || row.kind === 'words' ? null : (
        <p className="mn-small">
          {w.now} {state.light === null ? null : <Light state={state.light} />} {state.sentence}{' '}
          {place === null ? null : (
            <Link className="mn-screen" href={place}>
              {w.see}
            </Link>
          )}
        </p>
      )}
    </li>
  );
}

function Sheet({ minutes: { meeting, simulated, states, ...minutes } }: { minutes: Minutes }) {
  const w = useMinutesWords();
  const lang = useLanguage();
  // The slide on which decisions are gathered is no item of its own, unless something was decided there.
  const items = minutes.items.filter(
    (item) => item.key !== 'decisions' || item.resolutions.length > 0,
  );
  const byResolution = new Map(states.map((row) => [row.resolution, row]));
  const decided = items.reduce((sum, item) => sum + item.resolutions.length, 0);
  return (
    <article className="mn-sheet panel-card">
      <header>
        <p className="mn-kind">{w.title}</p>
        <h1>{meeting.title}</h1>
        {simulated ? (
          <p className="ms-simulated">
            {w.simulated(formatDate((meeting.snapshot ?? meeting).asOf, lang))}
          </p>
        ) : null}
        {meeting.state === 'closed' ? null : <p className="caption">{w.soFar}</p>}
      </header>
      <Stamp meeting={meeting} />
      <h2>{w.items}</h2>
      <p className="caption">{w.count(items.length, decided)}</p>
      {items.length === 0 ? <p>{w.noItems}</p> : null}
      <ol className="mn-items">
        {items.map((item, index) => (
          <li key={item.key}>
            <h3>
              <span className="digits mn-number">{index + 1}</span>
              <span>{item.title}</span>
            </h3>
            {item.resolutions.length === 0 ? (
              <p className="mn-small mn-none">{w.noneDecided}</p>
            ) : (
              <ul className="mn-decided">
                {item.resolutions.map((row) => (
                  <Decided key={row.id} row={row} states={byResolution} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {decided === 0 ? null : <p className="mn-small mn-foot">{w.state}</p>}
    </article>
  );
}

export function MinutesPage() {
  const w = useMinutesWords();
  const m = useMeetingWords();
  const href = useHref();
  const id = useMeetingId();
  const { data, error, refetch } = useQuery(minutesQuery(id, useLanguage()));
  usePaper();
  return (
    <div className="ms-page mn-page">
      <div className="mn-tools">
        <Link href={href({ path: `/meetings/${encodeURIComponent(id)}` })} className="ms-back">
          ‹ {w.toMeeting}
        </Link>
        {data === undefined ? null : (
          <button type="button" className="button" onClick={() => window.print()}>
            {w.print}
          </button>
        )}
      </div>
      {data !== undefined ? (
        <Sheet minutes={data} />
      ) : error === null ? (
        <LoadingOutline />
      ) : error instanceof ApiError && error.status === 404 ? (
        <h1>{m.notFound}</h1>
      ) : (
        <ErrorState what={w.title} code={null} onRetry={() => void refetch()} />
      )}
    </div>
  );
}
