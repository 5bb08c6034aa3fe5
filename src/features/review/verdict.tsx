import { Button, Checkbox, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { SubmissionDetail } from '#core/contract/entry-sheet.ts';
import { entryLimits, type LintCode, type Verdict as VerdictOf } from '#core/contract/lists.ts';
import { useReview } from '#src/api/entries.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { ApiError } from '#src/lib/request.ts';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { useRefusal } from '#src/ui/refusal.tsx';
import { useReviewWords } from './words.ts';

const confirmedBy = ({ submission }: SubmissionDetail): readonly LintCode[] =>
  'confirmed' in submission.input ? submission.input.confirmed : [];

export type VerdictProps = {
  detail: SubmissionDetail;
  /** Whether the reader put it forward. */
  isOwn: boolean;
  onDone: (verdict: VerdictOf) => void;
};

/** Accept, or return with a word; what the checks ask is confirmed first. */
export function Verdict({ detail, isOwn, onDone }: VerdictProps) {
  const w = useReviewWords();
  const refusalOf = useRefusal();
  const review = useReview(useLanguage());
  const [comment, setComment] = useState('');
  const [confirmed, setConfirmed] = useState<readonly LintCode[]>([]);
  const [refusal, setRefusal] = useState<ReactNode>(null);
  const id = useId();
  const { submission, questions, faults } = detail;
  const byAuthor = confirmedBy(detail);
  const isOpen = questions.some(
    ({ code }) => !byAuthor.includes(code) && !confirmed.includes(code),
  );
  if (isOwn) return <p className="muted">{w.own}</p>;

  const refuse = (error: Error) => {
    const own = error instanceof ApiError ? error.problem?.fields[0]?.message : undefined;
    setRefusal(own ?? refusalOf(error));
  };
  const send = (verdict: VerdictOf) => {
    const words = comment.trim();
    if (verdict === 'returned' && words === '') return setRefusal(w.noComment);
    setRefusal(null);
    review.mutate(
      { id: submission.id, verdict, comment: words === '' ? null : words, confirmed },
      { onSuccess: () => onDone(verdict), onError: refuse },
    );
  };
  return (
    <section className="en-verdict">
      {faults.length === 0 ? null : (
        <div className="en-questions" role="alert">
          <h3>{w.faults}</h3>
          <ul>
            {faults.map((fault) => (
              <li key={`${fault.path} ${fault.message}`}>{fault.message}</li>
            ))}
          </ul>
        </div>
      )}
      {questions.length === 0 ? null : (
        <div className="en-questions">
          <h3>{w.questions}</h3>
          <ul>
            {questions.map(({ code, sentence }) => (
              <li key={code}>
                <p>
                  <LightIcon state="near" /> {sentence}
                </p>
                {byAuthor.includes(code) ? (
                  <p className="dim">{w.authorConfirmed}</p>
                ) : (
                  <Checkbox
                    checked={confirmed.includes(code)}
                    onChange={(event) =>
                      setConfirmed(
                        event.target.checked
                          ? [...confirmed, code]
                          : confirmed.filter((one) => one !== code),
                      )
                    }
                  >
                    {w.confirm}
                  </Checkbox>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <label htmlFor={id}>{w.comment}</label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={entryLimits.reason}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      {refusal === null ? null : (
        <p className="en-fault" role="alert">
          <LightIcon state="over" /> {refusal}
        </p>
      )}
      <p className="en-actions">
        <Button
          type="primary"
          disabled={review.isPending || faults.length > 0 || isOpen}
          onClick={() => send('accepted')}
        >
          {w.accept}
        </Button>
        <Button disabled={review.isPending} onClick={() => send('returned')}>
          {w.return}
        </Button>
      </p>
    </section>
  );
}
