import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Submission } from '#core/contract/entry.ts';
import type { Verdict as VerdictOf } from '#core/contract/lists.ts';
import { AdminFrame } from '#src/admin-ui/frame.tsx';
import { useWorker } from '#src/admin-ui/use-worker.ts';
import { submissionQuery, waitingQuery } from '#src/api/entries.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { ApiError } from '#src/lib/request.ts';
import { useAddress, useChangeAddress, useHref } from '#src/lib/use-address.ts';
import { Moment } from '#src/ui/moment.tsx';
import { ErrorState, LoadingOutline } from '#src/ui/panel-state.tsx';
import { Difference } from './difference.tsx';
import { Stated } from './stated.tsx';
import { Verdict } from './verdict.tsx';
import { useReviewWords } from './words.ts';

const codeOf = (error: Error): string | null =>
  error instanceof ApiError ? (error.problem?.code ?? null) : null;

type WaitingProps = {
  rows: readonly Submission[];
  open: string | null;
  /** Lists more of what waits; null = this is all. */
  onMore: (() => void) | null;
  isReading: boolean;
};

function Waiting({ rows, open, onMore, isReading }: WaitingProps) {
  const w = useReviewWords();
  const href = useHref();
  return (
    <nav className="en-list" aria-label={w.list}>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Link
              className="en-item"
              href={href({ change: { item: row.id } })}
              aria-current={row.id === open ? 'true' : undefined}
            >
              <span className="caption">{w.kinds[row.kind]}</span>
              <span className="en-item-name">{row.subjectName}</span>
              <span className="en-item-last muted">
                {w.by(row.submittedByName, row.departmentName)} · <Moment at={row.submittedAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {onMore === null ? null : (
        <Button loading={isReading} onClick={onMore}>
          {w.listMore}
        </Button>
      )}
    </nav>
  );
}

type OpenProps = { id: string; account: string; onDone: (verdict: VerdictOf) => void };

function OpenSubmission({ id, account, onDone }: OpenProps) {
  const w = useReviewWords();
  const { data, error, refetch } = useQuery(submissionQuery(id, useLanguage()));
  if (data === undefined) {
    if (error === null) return <LoadingOutline />;
    return <ErrorState what={w.failed} code={codeOf(error)} onRetry={() => void refetch()} />;
  }
  const { submission, change } = data;
  return (
    <article className="en-open panel-card">
      <p className="caption">{w.kinds[submission.kind]}</p>
      <h2>{submission.subjectName}</h2>
      <p className="muted">
        {w.by(submission.submittedByName, submission.departmentName)} ·{' '}
        <Moment at={submission.submittedAt} />
      </p>
      <Stated detail={data} />
      <Difference change={change} />
      {submission.state === 'waiting' ? (
        <Verdict detail={data} isOwn={submission.submittedBy === account} onDone={onDone} />
      ) : (
        <p role="status">{submission.state === 'accepted' ? w.accepted : w.returned}</p>
      )}
    </article>
  );
}

function Desk({ account }: { account: string }) {
  const w = useReviewWords();
  const lang = useLanguage();
  const { address } = useAddress();
  const change = useChangeAddress();
  const [done, setDone] = useState<string | null>(null);
  const waiting = useInfiniteQuery(waitingQuery(lang));
  const { error, refetch } = waiting;
  if (waiting.data === undefined) {
    if (error === null) return <LoadingOutline />;
    return <ErrorState what={w.failed} code={codeOf(error)} onRetry={() => void refetch()} />;
  }
  const data = waiting.data.pages.flatMap((page) => page.items);
  const onDone = (verdict: VerdictOf) => {
    setDone(verdict === 'accepted' ? w.accepted : w.returned);
    const following = data.find((row) => row.id !== address.item);
    change({ item: following?.id ?? null }, { replace: true });
  };
  return (
    <>
      <p className="en-for" role="status">
        {done}
      </p>
      {data.length === 0 && address.item === null ? (
        <div className="state">
          <p className="state-title">{w.nothing}</p>
          <p className="muted">{w.nothingNote}</p>
        </div>
      ) : (
        <div className="en-columns">
          {address.item === null ? (
            <p className="dim en-choose">{w.choose}</p>
          ) : (
            <OpenSubmission
              key={address.item}
              id={address.item}
              account={account}
              onDone={onDone}
            />
          )}
          <Waiting
            rows={data}
            open={address.item}
            onMore={waiting.hasNextPage ? () => void waiting.fetchNextPage() : null}
            isReading={waiting.isFetchingNextPage}
          />
        </div>
      )}
    </>
  );
}

/** What waits for review, each as a difference on the real card. */
export function ReviewPage() {
  const w = useReviewWords();
  const account = useWorker()?.account?.id ?? null;
  return (
    <AdminFrame>
      <div className="en-page">
        <h1>{w.title}</h1>
        {account === null ? null : <Desk account={account} />}
      </div>
    </AdminFrame>
  );
}
