/** Who still owes what, with a reminder to each. */
import type { MeetingDetail, Readiness as Ready } from '#core/contract/meeting.ts';
import { formatDate } from '#core/domain/format.ts';
import { useRemind } from '#src/api/meetings.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { Moment } from '#src/ui/moment.tsx';
import { useMeetingWords, useWhy } from './words.ts';

const SHOWN = 6;

export type ReadinessProps = {
  meeting: MeetingDetail['meeting'];
  readiness: Ready;
  mayRemind: boolean;
};

export function Readiness({ meeting, readiness, mayRemind }: ReadinessProps) {
  const w = useMeetingWords();
  const why = useWhy();
  const lang = useLanguage();
  const remind = useRemind(meeting.id, lang);
  return (
    <section className="panel-card ms-card" aria-label={w.readiness}>
      <h2>{w.readiness}</h2>
      {readiness.departments.length === 0 ? <p>{w.allIn}</p> : null}
      <ul className="ms-lines">
        {readiness.departments.map((row) => (
          <li key={row.department ?? ''}>
            <div className="ms-owing">
              <b>{row.name ?? w.noOwner}</b> {w.owes(row.total)}
              {row.takesPart ? <small>{w.takesPart}</small> : null}
              {mayRemind && row.department !== null ? (
                <button
                  type="button"
                  className="button"
                  aria-label={`${w.remind}: ${row.name ?? ''}`}
                  disabled={remind.isPending}
                  onClick={() => row.department !== null && remind.mutate([row.department])}
                >
                  {w.remind}
                </button>
              ) : null}
            </div>
            {row.remindedAt === null ? null : (
              <small>
                <Moment at={row.remindedAt} /> {w.reminded('').trim()}
              </small>
            )}
            <ul>
              {row.owed.slice(0, SHOWN).map((owed) => (
                <li key={`${owed.kind} ${owed.id}`}>
                  {w.owedKind(owed.kind)} · {owed.name}
                  <small>
                    {owed.lastOn === null ? w.never : w.lastOn(formatDate(owed.lastOn, lang))}
                  </small>
                </li>
              ))}
            </ul>
            {row.total > SHOWN ? <small>{w.more(row.total - SHOWN)}</small> : null}
          </li>
        ))}
      </ul>
      {remind.error === null ? null : (
        <p className="ms-fault" role="alert">
          {w.refused(why(remind.error))}
        </p>
      )}
    </section>
  );
}
