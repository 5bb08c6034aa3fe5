/** What the meeting has decided so far, and the way to take it back. */
import type { Resolution } from '#core/contract/meeting.ts';
import { formatDate } from '#core/domain/format.ts';
import { useWithdraw } from '#src/api/meetings.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import type { Shown } from './deck.ts';
import { More, Part, PartHead } from './frame.tsx';
import { usePresentWords } from './words.ts';

const ROWS = 7;

export type DecisionsProps = {
  meeting: string;
  deck: readonly Shown[];
  resolutions: readonly Resolution[];
  /** Whether the reader may take one back: holds meetings, and it is not closed. */
  mayWithdraw: boolean;
};

export function DecisionsSlide({ meeting, deck, resolutions, mayWithdraw }: DecisionsProps) {
  const w = usePresentWords();
  const lang = useLanguage();
  const withdraw = useWithdraw(meeting);
  const titles = new Map(deck.map((row) => [row.key, row.slide.title]));
  const standing = resolutions.filter((row) => !row.withdrawn);
  return (
    <Part index={0} className="mt-whole">
      <PartHead title={w.kinds.decisions}>
        <span className="digits">{standing.length}</span>
      </PartHead>
      {standing.length === 0 ? <p className="mt-empty">{w.noDecisions}</p> : null}
      <ul className="mt-rows">
        {standing.slice(0, ROWS).map((row) => (
          <li key={row.id}>
            <span className="mt-row-light">{w.decideAs[row.kind]}</span>
            <span>
              <b>{row.words}</b>
              <small>{titles.get(row.item) ?? ''}</small>
            </span>
            <span className="mt-row-end">
              {row.ownerName ?? ''}
              <small>{row.due === null ? '' : w.dueOn(formatDate(row.due, lang))}</small>
              {mayWithdraw && row.carried === null ? (
                <button
                  type="button"
                  className="mt-link"
                  disabled={withdraw.isPending}
                  onClick={() => withdraw.mutate(row.id)}
                >
                  {w.withdraw}
                </button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      <More count={standing.length - ROWS} />
      {withdraw.isError ? <p role="alert">{w.undone}</p> : null}
      <p className="mt-small">{w.carriesAtClose}</p>
    </Part>
  );
}
