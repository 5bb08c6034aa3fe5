import { Button, Input } from 'antd';
import { useId } from 'react';
import type { EntryStatement } from '#core/contract/entry-sheet.ts';
import { entryLimits } from '#core/contract/lists.ts';
import { formatDate } from '#core/domain/format.ts';
import { useNumbers } from '#src/lib/reader.ts';
import { EntryField } from './entry-field.tsx';
import type { Item } from './items.ts';
import type { EntryState } from './use-entry.ts';
import type { Statements } from './use-statements.ts';
import { useEnterWords } from './words.ts';

function useSay(item: Item) {
  const w = useEnterWords();
  const { lang, speak } = useNumbers();
  return ({ value, qualifier, asOf, movement, label }: EntryStatement): string => {
    const kind = movement === null ? '' : `${w.movements[movement]} `;
    const name = label === null ? '' : `${label} `;
    return `${kind}${name}${speak({ value, qualifier, unit: item.unit })}（${formatDate(asOf, lang)}）`;
  };
}

export type CorrectionProps = { item: Item; state: EntryState; statements: Statements };

/** Which statement the entry corrects, if any, and why. */
export function Correction({ item, state, statements }: CorrectionProps) {
  const w = useEnterWords();
  const say = useSay(item);
  const [id, reason] = [useId(), useId()];
  const { draft, correct, change, faults } = state;
  const { rows, corrected, onEarlier, isReading } = statements;
  if (rows.length === 0) return null;
  const isElsewhere = draft.supersedes !== '' && corrected === null;
  return (
    <>
      <EntryField label={w.correct} control={id} fault={faults.supersedes}>
        <select
          id={id}
          value={draft.supersedes}
          onChange={(event) => correct(rows.find((row) => row.id === event.target.value) ?? null)}
        >
          <option value="">{w.correctNone}</option>
          {isElsewhere ? (
            <option value={draft.supersedes}>{isReading ? w.correctSought : w.correctGone}</option>
          ) : null}
          {rows.map((row) => (
            <option key={row.id} value={row.id}>
              {w.correctFigure(say(row))}
            </option>
          ))}
        </select>
        {onEarlier === null ? null : (
          <Button size="small" className="en-earlier" loading={isReading} onClick={onEarlier}>
            {w.earlier}
          </Button>
        )}
      </EntryField>
      {draft.supersedes === '' ? null : (
        <EntryField label={w.reason} control={reason} note={w.reasonNote} fault={faults.reason}>
          <Input.TextArea
            id={reason}
            value={draft.reason}
            rows={2}
            maxLength={entryLimits.reason}
            status={faults.reason === undefined ? '' : 'error'}
            onChange={(event) => change({ reason: event.target.value })}
          />
        </EntryField>
      )}
    </>
  );
}
