/** The frozen meeting as files: each is made on the server, with its progress in sight, and can be stopped. */
import { useQuery } from '@tanstack/react-query';
import type { ExportJob } from '#core/contract/export.ts';
import type { MeetingHead } from '#core/contract/meeting.ts';
import { exportAddress, exportsQuery, useCancelExport, useExport } from '#src/api/exports.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useMeetingWords, useWhy } from './words.ts';

function Job({ job }: { job: ExportJob }) {
  const w = useMeetingWords();
  const cancel = useCancelExport();
  const isOpen = job.state === 'waiting' || job.state === 'running';
  return (
    <li>
      <div className="ms-owing">
        <span className="ms-file">{job.name}</span>
        {job.state === 'done' ? (
          <a className="button" href={exportAddress(job.id)} download={job.name}>
            {w.save}
          </a>
        ) : null}
        {job.state === 'cancelled' ? null : (
          <button
            type="button"
            className="button"
            aria-label={`${isOpen ? w.stop : w.takeAway}: ${job.name}`}
            disabled={cancel.isPending}
            onClick={() => cancel.mutate(job.id)}
          >
            {isOpen ? w.stop : w.takeAway}
          </button>
        )}
      </div>
      {isOpen ? <progress max={1} value={job.progress} aria-label={job.name} /> : null}
      {job.fault === null ? null : (
        <p className="ms-fault" role="alert">
          {w.exportFault(job.fault)}
        </p>
      )}
    </li>
  );
}

export function TakeAway({ meeting }: { meeting: MeetingHead }) {
  const w = useMeetingWords();
  const why = useWhy();
  const make = useExport(meeting.id, useLanguage());
  const { data } = useQuery(exportsQuery());
  if (data === undefined) return null;
  const jobs = data.items.filter((job) => job.meeting === meeting.id && job.state !== 'cancelled');
  return (
    <section className="panel-card ms-card" aria-label={w.files}>
      <h2>{w.files}</h2>
      <p className="caption">{w.filesHint}</p>
      <div className="ms-row">
        {data.formats.map((format) => (
          <button
            key={format}
            type="button"
            className="button"
            disabled={make.isPending}
            onClick={() => make.mutate(format)}
          >
            {w.formats[format]}
          </button>
        ))}
      </div>
      <ul className="ms-lines">
        {jobs.map((job) => (
          <Job key={job.id} job={job} />
        ))}
      </ul>
      {make.error === null ? null : (
        <p className="ms-fault" role="alert">
          {w.refused(why(make.error))}
        </p>
      )}
    </section>
  );
}
