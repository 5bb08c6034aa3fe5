/** What was decided, and what became of it. */
import { Link } from 'wouter';
import type { MeetingDetail } from '#core/contract/meeting.ts';
import { formatDate } from '#core/domain/format.ts';
import { useWithdraw } from '#src/api/meetings.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useCarriedHref } from './carried-href.ts';
import { useMeetingWords, useWhy } from './words.ts';

export type ResolutionsProps = { detail: MeetingDetail; mayWithdraw: boolean };

export function Resolutions({ detail, mayWithdraw }: ResolutionsProps) {
  const w = useMeetingWords();
  const why = useWhy();
  const lang = useLanguage();
  const hrefOf = useCarriedHref();
  const withdraw = useWithdraw(detail.meeting.id);
  return (
    <section className="panel-card ms-card" aria-label={w.resolutions}>
      <h2>
        {w.resolutions}{' '}
        <span className="num num-s">
          {detail.resolutions.filter((row) => !row.withdrawn).length}
        </span>
      </h2>
      {detail.resolutions.length === 0 ? <p>{w.noResolutions}</p> : null}
      <ul className="ms-lines">
        {detail.resolutions.map((row) => {
          const place = row.carried === null ? null : hrefOf(row, row.carried);
          return (
            <li key={row.id} className={row.withdrawn ? 'ms-withdrawn' : undefined}>
              <b>{row.words}</b>
              <small>
                {[
                  row.withdrawn
                    ? w.withdrawn
                    : row.carried === null
                      ? w.decidedAs[row.kind]
                      : w.carriedAs[row.carried.kind],
                  row.ownerName,
                  row.due === null ? null : w.dueOn(formatDate(row.due, lang)),
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </small>
              {place === null ? null : <Link href={place}>{w.carriedLink}</Link>}
              {mayWithdraw && !row.withdrawn && row.carried === null ? (
                <button
                  type="button"
                  className="button"
                  aria-label={`${w.withdraw}: ${row.words}`}
                  disabled={withdraw.isPending}
                  onClick={() => withdraw.mutate(row.id)}
                >
                  {w.withdraw}
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {withdraw.error === null ? null : (
        <p className="ms-fault" role="alert">
          {w.refused(why(withdraw.error))}
        </p>
      )}
    </section>
  );
}
