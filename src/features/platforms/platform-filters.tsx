import { Link } from 'wouter';
import type { Board } from '#core/contract/board.ts';
import { platformKinds, platformLevels } from '#core/contract/lists.ts';
import { useChangeAddress, useHref } from '#src/lib/use-address.ts';
import { useUiWords } from '#src/ui/words.ts';
import { isFiltered, noFilter, type PlatformFilter } from './register-groups.ts';
import { usePlatformWords } from './words.ts';

type PickerProps<T extends string> = {
  label: string;
  choices: readonly T[];
  nameOf: (choice: T) => string;
  value: T | null;
  onChange: (choice: T | null) => void;
};

function Picker<T extends string>({ label, choices, nameOf, value, onChange }: PickerProps<T>) {
  const w = usePlatformWords();
  return (
    <label className="filter-picker">
      {label}{' '}
      <select
        value={value ?? ''}
        onChange={(event) =>
          onChange(choices.find((choice) => choice === event.target.value) ?? null)
        }
      >
        <option value="">{w.all}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {nameOf(choice)}
          </option>
        ))}
      </select>
    </label>
  );
}

export type PlatformFiltersProps = {
  platforms: Board['platforms'];
  filter: PlatformFilter;
  shown: number;
};

/** What the register is narrowed to; all of it stands in the address. */
export function PlatformFilters({ platforms, filter, shown }: PlatformFiltersProps) {
  const w = usePlatformWords();
  const ui = useUiWords();
  const href = useHref();
  const changeAddress = useChangeAddress();
  const { register, stages } = platforms;
  const kinds = platformKinds.filter(
    (kind) => kind === filter.kind || register.some((row) => row.kind === kind),
  );
  return (
    <section className="filter-bar" aria-label={w.filters}>
      <nav aria-label={w.stages}>
        <ul className="filter-chips">
          {stages.map(({ stage, count }) => (
            <li key={stage}>
              <Link
                className="filter-chip"
                href={href({ change: { stage: filter.stage === stage ? null : stage } })}
                aria-current={filter.stage === stage ? 'true' : undefined}
              >
                {ui.stage[stage]} <b className="digits">{count}</b>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Picker
        label={w.kind}
        choices={kinds}
        nameOf={(kind) => w.kinds[kind]}
        value={filter.kind}
        onChange={(kind) => changeAddress({ kind })}
      />
      <Picker
        label={w.level}
        choices={platformLevels}
        nameOf={(level) => ui.level[level]}
        value={filter.level}
        onChange={(level) => changeAddress({ level })}
      />
      <p className="filter-count" role="status">
        {w.count(shown, register.length)}
        {isFiltered(filter) ? <Link href={href({ change: noFilter })}>{w.clear}</Link> : null}
      </p>
    </section>
  );
}
