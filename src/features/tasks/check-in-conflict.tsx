import { useId, useState } from 'react';
import type { TaskDetail } from '#core/contract/task.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useCheckInWords } from './check-in-words.ts';
import { timeText } from './clock-text.ts';
import { baseOf, type Draft, type DraftText, draftTexts, newestOf } from './drafts.ts';
import type { CheckInState } from './use-check-in.ts';
import { useTaskWords } from './words.ts';

type Side = 'mine' | 'theirs';
type Field = DraftText | 'status';

export type ConflictProps = { detail: TaskDetail; state: CheckInState };

/** Two updates of one task side by side: for each field that differs, one of the two goes on. */
export function Conflict({ detail, state }: ConflictProps) {
  const w = useCheckInWords();
  const words = useTaskWords();
  const lang = useLanguage();
  const id = useId();
  const { draft } = state;
  const newest = newestOf(detail);
  const theirs = newest !== null && newest.id !== draft.base?.checkIn ? newest : null;
  const [chosen, setChosen] = useState<Partial<Record<Field, Side>>>({});
  const ticked = detail.task.milestones.filter(
    (row) => row.doneOn !== null && draft.ticks[row.id] !== undefined,
  );
  const rows =
    theirs === null
      ? []
      : [
          {
            field: 'status' as const,
            name: w.status,
            mine: words.declaredWords[draft.status],
            theirs: words.declaredWords[theirs.status],
          },
          ...draftTexts.map((field) => ({
            field,
            name: w[field],
            mine: draft[field],
            theirs: theirs[field] ?? '',
          })),
        ].filter((row) => row.mine !== row.theirs);

  const goOn = () => {
    const taken: Partial<Record<DraftText, string>> = {};
    for (const field of draftTexts)
      if (theirs !== null && chosen[field] === 'theirs') taken[field] = theirs[field] ?? '';
    const next: Partial<Draft> = { ...taken, base: baseOf(detail) };
    state.change(
      theirs !== null && chosen.status === 'theirs' ? { ...next, status: theirs.status } : next,
    );
  };

  return (
    <section className="drawer-part ci-conflict" aria-labelledby={id}>
      <h3 id={id} role="alert">
        {w.conflictTitle}
      </h3>
      {theirs === null ? (
        <p>{w.conflictOther}</p>
      ) : (
        <p>
          {w.conflictBy(
            theirs.recordedByName ?? theirs.recordedBy,
            timeText(theirs.recordedAt, lang),
          )}
          <br />
          {w.conflictNote}
        </p>
      )}
      {rows.map((row) => (
        <fieldset key={row.field} className="ci-part">
          <legend>{row.name}</legend>
          <div className="ci-sides">
            {(['theirs', 'mine'] as const).map((side) => (
              <label key={side} className="ci-side">
                <input
                  type="radio"
                  name={`${id}-${row.field}`}
                  checked={(chosen[row.field] ?? 'mine') === side}
                  onChange={() => setChosen((known) => ({ ...known, [row.field]: side }))}
                />
                <span>
                  <b>{w[side]}</b>
                  <span className="ci-side-text">{row[side] === '' ? w.nothing : row[side]}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {ticked.map((row) => (
        <p key={row.id} className="caption">
          {w.tickedMeanwhile(row.title)}
        </p>
      ))}
      <p className="ci-foot">
        <button type="button" className="button ci-submit" onClick={goOn}>
          {w.goOn}
        </button>
      </p>
    </section>
  );
}
