import { Alert, Button } from 'antd';
import type { RegisterEntry } from '#core/contract/registers.ts';
import { differencesOf } from '#src/lib/differences.ts';
import { momentText } from '#src/lib/moment.ts';
import { DifferenceTable } from '#src/ui/difference-table.tsx';
import { useRegisterWords } from './words.ts';

export type ConflictProps = {
  current: RegisterEntry;
  /** What was about to be saved. */
  mine: Readonly<Record<string, unknown>>;
  onTake: () => void;
  onKeep: () => void;
};

/** Two people changed one record: both versions, field by field, and the choice between them. */
export function Conflict({ current, mine, onTake, onKeep }: ConflictProps) {
  const w = useRegisterWords();
  const theirs = Object.fromEntries(
    Object.entries(current.record).filter(([name]) => name in mine),
  );
  const by = w.conflictBy(current.recordedByName ?? current.key, momentText(current.version));
  return (
    <section className="rg-conflict">
      <Alert type="warning" showIcon title={w.conflict} description={by} />
      <DifferenceTable
        rows={differencesOf(theirs, mine)}
        caption={w.conflict}
        field={w.field}
        before={w.theirs}
        after={w.mine}
        nothing={w.nothing}
        fieldName={w.label}
      />
      <div className="admin-actions">
        <Button type="primary" onClick={onKeep}>
          {w.keepMine}
        </Button>
        <Button onClick={onTake}>{w.takeTheirs}</Button>
      </div>
    </section>
  );
}
