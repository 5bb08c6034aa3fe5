import { takeOver } from './stage.ts';
import type { Presented } from './use-meeting.ts';
import { usePresentWords } from './words.ts';

/** What the presenter should know, in a line: what is still to be sent, that the network is away, who else presents. */
export function Says({ waiting, isOffline, other }: Presented) {
  const w = usePresentWords();
  return (
    <div className="mt-says" role="status">
      {waiting.length > 0 ? <p>{w.waitingCount(waiting.length)}</p> : null}
      {isOffline ? <p>{w.offline}</p> : null}
      {other === null ? null : (
        <p>
          {w.elsewhere(other === '' ? w.unknownPresenter : other)}{' '}
          <button type="button" className="mt-link" onClick={takeOver}>
            {w.takeOver}
          </button>
        </p>
      )}
    </div>
  );
}
