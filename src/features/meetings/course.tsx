/** Present, begin, close: each press says what it does before it does it. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { MeetingDetail } from '#core/contract/meeting.ts';
import { useBegin, useClose } from '#src/api/meetings.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useHref } from '#src/lib/use-address.ts';
import { Refused } from './refused.tsx';
import { useMeetingWords } from './words.ts';

type Step = 'none' | 'begin' | 'close';

export type CourseProps = { detail: MeetingDetail; holds: boolean };

export function Course({ detail, holds }: CourseProps) {
  const w = useMeetingWords();
  const lang = useLanguage();
  const href = useHref();
  const { meeting, resolutions } = detail;
  const begin = useBegin(meeting.id, lang);
  const close = useClose(meeting.id, lang);
  const [step, setStep] = useState<Step>('none');
  const base = `/meetings/${encodeURIComponent(meeting.id)}`;
  const standing = resolutions.filter((row) => !row.withdrawn).length;
  const error = begin.error ?? close.error;
  const done = { onSuccess: () => setStep('none') };
  return (
    <section className="ms-course">
      <div className="ms-row">
        <Link className="button ms-first" href={href({ path: `${base}/present` })}>
          {w.present}
        </Link>
        <Link className="button" href={href({ path: `${base}/presenter` })}>
          {w.presenter}
        </Link>
        {meeting.begunAt === null || import.meta.env.MODE === 'bundle' ? null : (
          <Link className="button" href={href({ path: `${base}/minutes` })}>
            {w.minutesPage}
          </Link>
        )}
        {holds && meeting.state === 'frozen' ? (
          <button type="button" className="button" onClick={() => setStep('begin')}>
            {w.begin}
          </button>
        ) : null}
        {holds && meeting.state === 'running' ? (
          <button type="button" className="button" onClick={() => setStep('close')}>
            {w.close}
          </button>
        ) : null}
      </div>
      {step === 'none' ? null : (
        <div className="ms-confirm" role="group" aria-label={step === 'begin' ? w.begin : w.close}>
          <p>{step === 'begin' ? w.beginHint : w.closeHint(standing)}</p>
          <div className="ms-row">
            <button
              type="button"
              className="button ms-first"
              disabled={begin.isPending || close.isPending}
              onClick={() =>
                step === 'begin' ? begin.mutate(null, done) : close.mutate(null, done)
              }
            >
              {step === 'begin' ? w.confirm : w.closeNow}
            </button>
            <button type="button" className="button" onClick={() => setStep('none')}>
              {w.cancel}
            </button>
          </div>
        </div>
      )}
      <Refused error={error} />
    </section>
  );
}
