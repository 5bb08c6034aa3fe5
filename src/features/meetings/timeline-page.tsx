/** An indicator or a task as each meeting saw it; what was corrected since stands beside, never inside. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Timeline } from '#core/contract/meeting.ts';
import { formatDate, speak } from '#core/domain/format.ts';
import { timelineQuery } from '#src/api/meetings.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { ApiError } from '#src/lib/request.ts';
import { useAddress, useHref } from '#src/lib/use-address.ts';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { Moment } from '#src/ui/moment.tsx';
import { ErrorState, LoadingOutline } from '#src/ui/panel-state.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { STRIP, stripOf } from './timeline-strip.ts';
import { useTimelineWords } from './words.ts';

type Point = Timeline['points'][number];
type Seen = Pick<Point, 'value' | 'qualifier' | 'light' | 'done' | 'total'>;

/** What was seen, in words; null = nothing was on record. */
function useSay(unit: Timeline['unit']): (seen: Seen) => string | null {
  const w = useTimelineWords();
  const ui = useUiWords();
  const lang = useLanguage();
  return ({ value, qualifier, light, done, total }) => {
    if (value !== null)
      return unit === null
        ? String(value)
        : speak({ value, qualifier: qualifier ?? 'exact', unit }, lang);
    if (light === null) return null;
    const ticks = done === null || total === null || total === 0 ? [] : [w.ticks(done, total)];
    return [ui.light[light], ...ticks].join(' · ');
  };
}

function SeenCell({ seen, text, none }: { seen: Seen; text: string | null; none: string }) {
  if (text === null) return <span className="dim">{none}</span>;
  return (
    <span className="tm-seen">
      {seen.light === null ? null : <LightIcon state={seen.light} />}
      {text}
    </span>
  );
}

function Strip({ points, sentence }: { points: readonly Point[]; sentence: string }) {
  const w = useTimelineWords();
  const lang = useLanguage();
  const strip = stripOf(points);
  if (strip === null || strip.dots.length < 2) return null;
  const { dots, zero } = strip;
  const line = dots.flatMap(({ x, y }) => (y === null ? [] : [`${x},${y}`]));
  const [first, last] = [dots[0], dots[dots.length - 1]];
  const isRestated = dots.some((dot) => dot.restatedY !== null);
  return (
    <figure className="tm-strip">
      <svg viewBox={`0 0 ${STRIP.width} ${STRIP.height}`} role="img" aria-label={sentence}>
        <line className="tm-zero" x1="0" x2={STRIP.width} y1={zero} y2={zero} />
        <polyline className="tm-line" points={line.join(' ')} />
        {dots.map(({ meeting, x, y, restatedY }) => (
          <g key={meeting}>
            {restatedY === null ? null : (
              <circle className="tm-restated" cx={x} cy={restatedY} r="6" />
            )}
            {y === null ? null : <circle className="tm-dot" cx={x} cy={y} r="5" />}
          </g>
        ))}
      </svg>
      <figcaption>
        <span>{formatDate(first?.asOf ?? '', lang)}</span>
        <span>
          ● {w.keySeen}
          {isRestated ? ` ◌ ${w.keyRestated}` : ''}
        </span>
        <span>{formatDate(last?.asOf ?? '', lang)}</span>
      </figcaption>
    </figure>
  );
}

/** One light after the other, as the meetings saw them. */
function Lights({ points }: { points: readonly Point[] }) {
  const w = useTimelineWords();
  const lang = useLanguage();
  const seen = points.filter((point) => point.sound && point.light !== null);
  if (seen.length < 2) return null;
  return (
    <div className="tm-lights" aria-hidden="true" title={w.strip}>
      {seen.map((point) => (
        <span key={point.meeting}>
          {point.light === null ? null : <LightIcon state={point.light} />}
          <small className="digits">{formatDate(point.asOf, lang)}</small>
        </span>
      ))}
    </div>
  );
}

function Row({ point, unit }: { point: Point; unit: Timeline['unit'] }) {
  const w = useTimelineWords();
  const lang = useLanguage();
  const href = useHref();
  const say = useSay(unit);
  const { restated } = point;
  const isTask = unit === null;
  const isOld = point.on !== null && point.on !== point.asOf;
  return (
    <tr>
      <th scope="row">
        <Link href={href({ path: `/meetings/${encodeURIComponent(point.meeting)}` })}>
          {point.title}
        </Link>
        <small className="digits">{formatDate(point.date, lang)}</small>
      </th>
      <td className="digits tm-date" data-name={w.asOf}>
        {formatDate(point.asOf, lang)}
      </td>
      <td data-name={w.saw}>
        {point.sound ? (
          <>
            <SeenCell seen={point} text={say(point)} none={isTask ? w.notRegistered : w.notThen} />
            {isOld && point.on !== null ? (
              <small>{w.stoppedAt(formatDate(point.on, lang))}</small>
            ) : null}
          </>
        ) : (
          <b className="ms-fault">{w.damaged}</b>
        )}
      </td>
      <td data-name={w.since}>
        {restated === null ? (
          <span className="dim">{point.sound ? w.same : ''}</span>
        ) : (
          <>
            <SeenCell seen={restated} text={say(restated)} none={w.notNow} />
            <small>
              {restated.reason === null ? '' : w.reason(restated.reason)}{' '}
              {restated.recordedAt === null ? null : <Moment at={restated.recordedAt} />}
            </small>
          </>
        )}
      </td>
    </tr>
  );
}

function Known({ timeline }: { timeline: Timeline }) {
  const w = useTimelineWords();
  const href = useHref();
  const say = useSay(timeline.unit);
  const { points, subject, unit } = timeline;
  const [kind = '', id = ''] = subject.split(/:(.*)/s);
  const seen = points.filter((point) => point.sound && say(point) !== null);
  const [first, last] = [seen[0], seen[seen.length - 1]];
  const corrected = w.corrected(seen.filter((point) => point.restated !== null).length);
  const all = new Set(seen.map(say));
  const sentence =
    first === undefined || last === undefined
      ? ''
      : seen.length === 1
        ? w.once(say(first) ?? '') + corrected
        : all.size === 1
          ? w.steady(seen.length, say(first) ?? '') + corrected
          : w.sentence(seen.length, say(first) ?? '', say(last) ?? '') + corrected;
  return (
    <>
      <header className="ms-head">
        <div>
          <p className="caption">{w.title}</p>
          <h1>{timeline.name}</h1>
          <p>{sentence}</p>
        </div>
        <Link
          className="button"
          href={
            kind === 'task'
              ? href({ path: '/tasks', change: { task: id } })
              : href({ path: '/', change: { passport: id } })
          }
        >
          {kind === 'task' ? w.toTask : w.toFigure}
        </Link>
      </header>
      {points.length === 0 ? (
        <p className="panel-card ms-none">
          <b>{w.none}</b>
          {w.noneHint}
        </p>
      ) : (
        <section className="panel-card tm-card" aria-label={w.title}>
          <p className="caption">{w.hint}</p>
          {unit === null ? (
            <Lights points={points} />
          ) : (
            <Strip points={points} sentence={sentence} />
          )}
          <table className="tm-table">
            <thead>
              <tr>
                <th scope="col">{w.meeting}</th>
                <th scope="col">{w.asOf}</th>
                <th scope="col">{w.saw}</th>
                <th scope="col">{w.since}</th>
              </tr>
            </thead>
            <tbody>
              {points
                .map((point) => <Row key={point.meeting} point={point} unit={unit} />)
                .reverse()}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

/** There is no such thing, or none was named: says so, and offers what is nearest. */
function Unknown({ subject, near }: { subject: string | null; near: string | null }) {
  const w = useTimelineWords();
  const href = useHref();
  const kind = subject?.split(':')[0] ?? '';
  return (
    <>
      <h1>{subject === null ? w.noSubject : w.unknown(subject)}</h1>
      <p>{w.noSubjectHint}</p>
      {near === null ? null : (
        <p>
          <Link className="button" href={href({ change: { subject: `${kind}:${near}` } })}>
            {w.nearest(near)}
          </Link>
        </p>
      )}
    </>
  );
}

const isSubject = (text: string | null): text is string =>
  text !== null && /^(indicator|task):./.test(text);

export function TimelinePage() {
  const w = useTimelineWords();
  const href = useHref();
  const { subject } = useAddress().address;
  const { data, error, refetch } = useQuery({
    ...timelineQuery(subject ?? '', useLanguage()),
    enabled: isSubject(subject),
  });
  const isUnknown = error instanceof ApiError && error.status === 404;
  return (
    <div className="ms-page">
      <Link href={href({ path: '/meetings' })} className="ms-back">
        ‹ {w.back}
      </Link>
      {!isSubject(subject) ? (
        <Unknown subject={null} near={null} />
      ) : data !== undefined ? (
        <Known timeline={data} />
      ) : error === null ? (
        <LoadingOutline />
      ) : isUnknown ? (
        <Unknown subject={subject} near={error.problem?.suggestion ?? null} />
      ) : (
        <ErrorState what={w.title} code={null} onRetry={() => void refetch()} />
      )}
    </div>
  );
}
