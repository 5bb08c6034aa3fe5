import { Link } from 'wouter';
import type { Board } from '#core/contract/board.ts';
import { useChangeAddress, useHref } from '#src/lib/use-address.ts';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { type Choice, frames, isFiltered, noFilter, type TaskFilter } from './task-filter.ts';
import { useTaskWords } from './words.ts';

type PickerProps = {
  label: string;
  choices: readonly Choice[];
  value: string | null;
  onChange: (id: string | null) => void;
};

function Picker({ label, choices, value, onChange }: PickerProps) {
  const w = useTaskWords();
  const isKnown = value === null || choices.some((choice) => choice.id === value);
  return (
    <label className="filter-picker">
      {label}{' '}
      <select value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">{w.all}</option>
        {isKnown ? null : <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  );
}

export type FilterBarProps = {
  board: Board;
  filter: TaskFilter;
  /** null = not known yet. */
  shown: number | null;
};

/** What the list is narrowed to; all of it stands in the address. */
export function FilterBar({ board, filter, shown }: FilterBarProps) {
  const w = useTaskWords();
  const ui = useUiWords();
  const href = useHref();
  const changeAddress = useChangeAddress();
  return (
    <section className="filter-bar" aria-label={w.filters}>
      <Picker
        label={w.department}
        choices={board.taskSummary.owners}
        value={filter.department}
        onChange={(department) => changeAddress({ department })}
      />
      <Picker
        label={w.framework}
        choices={frames(board)}
        value={filter.framework}
        onChange={(framework) => changeAddress({ framework })}
      />
      <nav aria-label={w.lights}>
        <ul className="filter-chips">
          {board.lights.map(({ state, count }) => (
            <li key={state}>
              <Link
                className="filter-chip"
                href={href({ change: { light: filter.light === state ? null : state } })}
                aria-current={filter.light === state ? 'true' : undefined}
              >
                <LightIcon state={state} />
                {ui.light[state]} <b className="digits">{count}</b>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p className="filter-count" role="status">
        {shown === null ? w.turning : w.count(shown, board.taskSummary.total)}
        {isFiltered(filter) ? <Link href={href({ change: noFilter })}>{w.clear}</Link> : null}
      </p>
    </section>
  );
}
