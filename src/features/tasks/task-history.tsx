import type { TaskDetail } from '#core/contract/task.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { Light } from '#src/ui/light.tsx';
import { useCheckInWords } from './check-in-words.ts';
import { FileLink } from './file-link.tsx';
import { useTaskWords } from './words.ts';

/** On which days the light changed and why, newest first. */
export function LightHistory({ lights }: { lights: TaskDetail['lights'] }) {
  const w = useTaskWords();
  const lang = useLanguage();
  const newestFirst = [...lights].reverse();
  return (
    <ol className="light-history">
      {newestFirst.map((change, i) => (
        <li key={`${change.on} ${change.state}`} className={`edge-${change.state}`}>
          <p>
            <b className="digits">{formatDate(change.on, lang)}</b> <Light state={change.state} />
            {i === newestFirst.length - 1 ? <span className="dim"> {w.historyFirst}</span> : null}
          </p>
          <p className="muted">{change.why}</p>
        </li>
      ))}
    </ol>
  );
}

/** What owners wrote, newest first. */
export function CheckIns({ checkIns }: { checkIns: TaskDetail['checkIns'] }) {
  const w = useTaskWords();
  const checkIn = useCheckInWords();
  const lang = useLanguage();
  if (checkIns.length === 0) return <p className="dim">{w.noCheckIns}</p>;
  const newestFirst = [...checkIns].sort((a, b) =>
    `${a.asOf} ${a.recordedAt}` < `${b.asOf} ${b.recordedAt}` ? 1 : -1,
  );
  return (
    <ol className="check-ins">
      {newestFirst.map((row) => (
        <li key={row.id}>
          <p>
            <b className="digits">{formatDate(row.asOf, lang)}</b> {w.declaredWords[row.status]}
            <span className="dim">
              {' '}
              {row.recordedByName ?? row.recordedBy}
              {row.approvedByName === null ? '' : ` · ${checkIn.approvedBy(row.approvedByName)}`}
            </span>
          </p>
          {(
            [
              [w.progress, row.progress],
              [w.difficulty, row.difficulty],
              [w.nextStep, row.next],
            ] as const
          ).map(([term, text]) =>
            text === null ? null : (
              <p key={term} className="muted">
                {term}
                {lang === 'zh' ? '：' : ': '}
                {text}
              </p>
            ),
          )}
          {row.files.length === 0 ? null : (
            <ul className="check-in-files">
              {row.files.map((file) => (
                <li key={file.hash}>
                  <FileLink file={file} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
