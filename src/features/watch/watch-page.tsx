import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import type { Watch } from '#core/contract/watch.ts';
import { formatDate } from '#core/domain/format.ts';
import { watchQuery } from '#src/api/entries.ts';
import { useMe } from '#src/api/session.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import type { Address } from '#src/lib/address.ts';
import { ApiError } from '#src/lib/request.ts';
import { useHref } from '#src/lib/use-address.ts';
import { Light } from '#src/ui/light.tsx';
import { Moment } from '#src/ui/moment.tsx';
import { ErrorState, LoadingOutline } from '#src/ui/panel-state.tsx';
import { useWatchWords } from './words.ts';
import './watch.css';

type ListProps = {
  title: string;
  note?: string;
  /** What is said where the list is empty. */
  none: string;
  total: number;
  rows: readonly ReactNode[];
};

function List({ title, note, none, total, rows }: ListProps) {
  const w = useWatchWords();
  const id = useId();
  return (
    <section className="en-watch-list panel-card" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="num num-s">{total}</span>
      </h2>
      {note === undefined ? null : <p className="caption">{note}</p>}
      {rows.length === 0 ? <p className="dim">{none}</p> : <ul>{rows}</ul>}
      {total > rows.length ? <p className="dim">{w.more(total - rows.length)}</p> : null}
    </section>
  );
}

type Place = { readonly path: string; readonly change: Partial<Address> };

/** One row: what it is, the way to where it is mended, and why it stands here. */
function Row({ name, place, children }: { name: string; place: Place; children: ReactNode }) {
  const href = useHref();
  return (
    <li>
      <Link href={href(place)}>{name}</Link>
      <div className="en-watch-why">{children}</div>
    </li>
  );
}

/** The pages that were read as one; the counts are those of the last. */
function joined(pages: readonly [Watch, ...Watch[]]): Watch {
  return {
    ...(pages[pages.length - 1] ?? pages[0]),
    disagreements: pages.flatMap((page) => page.disagreements),
    silent: pages.flatMap((page) => page.silent),
    waiting: pages.flatMap((page) => page.waiting),
  };
}

function Lists({ watch }: { watch: Watch }) {
  const w = useWatchWords();
  const lang = useLanguage();
  const rights = useMe()?.rights ?? [];
  const task = (id: string): Place => ({ path: '/tasks', change: { task: id } });
  const silent = ({ kind, id, item }: Watch['silent'][number]): Place => {
    if (kind === 'task') return task(id);
    return item === null
      ? { path: '/definitions', change: { passport: id } }
      : { path: '/enter', change: { item } };
  };
  const waiting = ({ id, kind, subject }: Watch['waiting'][number]): Place => {
    if (rights.includes('review')) return { path: '/review', change: { item: id } };
    if (kind === 'check-in') return task(subject);
    const item = `${kind === 'movement' ? 'fund' : 'figure'}:${subject}`;
    return { path: '/enter', change: { item } };
  };
  return (
    <>
      <p className="muted">{w.watchNote(formatDate(watch.today, lang))}</p>
      <div className="en-watch">
        <List
          title={w.disagreeTitle}
          none={w.disagreeNone}
          total={watch.disagreementsTotal}
          rows={watch.disagreements.map((row) => (
            <Row key={row.task} name={row.title} place={task(row.task)}>
              <p>
                {w.says(w.declared[row.declared])} · <Light state={row.computed} />
              </p>
              <p className="muted">{row.sentence}</p>
              <p className="dim">{row.ownerName}</p>
            </Row>
          ))}
        />
        <List
          title={w.silentTitle}
          note={`${w.silentNote} · ${w.unjudged(watch.unjudged.tasks, watch.unjudged.indicators)}`}
          none={w.silentNone}
          total={watch.silentTotal}
          rows={watch.silent.map((row) => (
            <Row key={`${row.kind} ${row.id}`} name={row.name} place={silent(row)}>
              <p>
                {row.lastOn === null && row.silentDays === null
                  ? w.never(row.rhythmDays)
                  : w.silentFor(row.silentDays ?? 0, row.rhythmDays)}
              </p>
              <p className="dim">
                {row.kind === 'task' ? w.task : w.indicator} · {row.ownerName ?? w.noOwner}
              </p>
            </Row>
          ))}
        />
        <List
          title={w.waitingTitle}
          none={w.waitingNone}
          total={watch.waitingTotal}
          rows={watch.waiting.map((row) => (
            <Row key={row.id} name={row.subjectName} place={waiting(row)}>
              <p className="dim">
                {w.kinds[row.kind]} · {w.by(row.submittedByName, row.departmentName)} ·{' '}
                <Moment at={row.submittedAt} />
              </p>
            </Row>
          ))}
        />
      </div>
    </>
  );
}

function Desk() {
  const w = useWatchWords();
  const read = useInfiniteQuery(watchQuery(useLanguage()));
  const { data, error, refetch } = read;
  const [first, ...more] = data?.pages ?? [];
  if (first !== undefined)
    return (
      <>
        <Lists watch={joined([first, ...more])} />
        {read.hasNextPage ? (
          <button
            type="button"
            className="button en-watch-more"
            disabled={read.isFetchingNextPage}
            onClick={() => void read.fetchNextPage()}
          >
            {w.listMore}
          </button>
        ) : null}
      </>
    );
  if (error === null) return <LoadingOutline />;
  const code = error instanceof ApiError ? (error.problem?.code ?? null) : null;
  return <ErrorState what={w.watchFailed} code={code} onRetry={() => void refetch()} />;
}

/** Where the record is not honest yet; each row leads to the place where it is mended. */
export function WatchPage() {
  const w = useWatchWords();
  return (
    <div className="en-watch-page">
      <h1>{w.watch}</h1>
      <Desk />
    </div>
  );
}
