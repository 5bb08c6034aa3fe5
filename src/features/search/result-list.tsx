import type { Entry } from './entries.ts';
import type { Group } from './find.ts';
import { useSearchWords } from './words.ts';

export type ResultListProps = {
  id: string;
  groups: readonly Group[];
  /** The row that Enter takes; null = there is none. */
  active: Entry | null;
  optionId: (entry: Entry) => string;
  onPick: (entry: Entry) => void;
};

/** The rows in their groups; the field above keeps the focus and moves among them. */
export function ResultList({ id, groups, active, optionId, onPick }: ResultListProps) {
  const w = useSearchWords();
  return (
    <div id={id} role="listbox" aria-label={w.results} className="search-results">
      {groups.map((group) => (
        <div key={group.kind} role="group" aria-labelledby={`${id}-${group.kind}`}>
          <p id={`${id}-${group.kind}`} className="search-group">
            {w.groups[group.kind]}
          </p>
          {group.rows.map((entry) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant of the field points here
            <div
              key={entry.key}
              id={optionId(entry)}
              role="option"
              aria-selected={entry === active}
              className="search-row"
              onClick={() => onPick(entry)}
            >
              <span>{entry.name}</span>
              <small>{entry.detail}</small>
            </div>
          ))}
          {group.hidden === 0 ? null : <p className="search-more">{w.more(group.hidden)}</p>}
        </div>
      ))}
    </div>
  );
}
