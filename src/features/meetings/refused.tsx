import { useMeetingWords, useReasons } from './words.ts';

/** Why a step was not taken, reason by reason; nothing where there was no fault. */
export function Refused({ error }: { error: Error | null }) {
  const w = useMeetingWords();
  const reasons = useReasons();
  if (error === null) return null;
  const [first = '', ...others] = reasons(error);
  return (
    <div className="ms-fault" role="alert">
      <p>{w.refused(first)}</p>
      {others.length === 0 ? null : (
        <ul>
          {others.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
