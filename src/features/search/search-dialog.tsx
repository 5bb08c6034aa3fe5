import {
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useLocation } from 'wouter';
import type { Board } from '#core/contract/board.ts';
import { useChangeAddress, useHref } from '#src/lib/use-address.ts';
import { keyOf } from '#src/ui/passport-key.ts';
import type { Entry, SearchPage } from './entries.ts';
import { find, type Group, MOST_LETTERS } from './find.ts';
import { ResultList } from './result-list.tsx';
import './search.css';
import { useEntries } from './use-entries.ts';
import { useSearchWords } from './words.ts';

export type SearchDialogProps = {
  /** null = no data yet: only pages can be found. */
  board: Board | null;
  pages: readonly SearchPage[];
  onClose: () => void;
};

const thousands = new Intl.NumberFormat('en-US');

/** Where the arrow keys lead from a row; null = they do not. */
function step(key: string, index: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (index + 1) % count;
    case 'ArrowUp':
      return (index - 1 + count) % count;
    default:
      return null;
  }
}

/** One field over everything that has a name; the arrow keys choose, Enter opens, Escape closes. */
export function SearchDialog({ board, pages, onClose }: SearchDialogProps) {
  const w = useSearchWords();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const entries = useEntries(board, pages);
  const href = useHref();
  const changeAddress = useChangeAddress();
  const [, navigate] = useLocation();
  const asked = useDeferredValue(query.trim());
  const isLong = asked.length > MOST_LETTERS;

  useEffect(() => {
    box.current?.showModal();
  }, []);

  const found = useMemo(
    () => (isLong ? [] : find(entries.all, asked)),
    [entries.all, asked, isLong],
  );
  const onlyPages: readonly Group[] = [{ kind: 'page', rows: entries.pages, hidden: 0 }];
  const groups = found.length > 0 ? found : onlyPages;
  const rows = groups.flatMap((group) => group.rows);
  const active = rows[Math.min(index, rows.length - 1)] ?? null;
  const optionId = (entry: Entry) => `${id}-${entry.kind}-${entry.key}`;

  useEffect(() => {
    if (active === null) return;
    document.getElementById(`${id}-${active.kind}-${active.key}`)?.scrollIntoView?.({
      block: 'nearest',
    });
  }, [active, id]);

  const pick = ({ goal }: Entry) => {
    // Closed first: the focus goes back, so that what opens knows where it came from.
    box.current?.close();
    if ('path' in goal) navigate(href({ path: goal.path }));
    else changeAddress({ passport: keyOf(goal.open) });
  };

  const handleKey = (event: KeyboardEvent) => {
    // Enter also ends a word that is being composed; that is not ours.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && active !== null) {
      event.preventDefault();
      pick(active);
      return;
    }
    const next = step(event.key, Math.min(index, rows.length - 1), rows.length);
    if (next === null) return;
    event.preventDefault();
    setIndex(next);
  };

  const says = (): string => {
    if (isLong) return w.tooLong(thousands.format(asked.length), MOST_LETTERS);
    if (asked === '') return board === null ? w.noBoard : w.hint;
    if (found.length === 0) return board === null ? w.noBoard : w.nothing(asked);
    return w.found(found.reduce((sum, group) => sum + group.rows.length + group.hidden, 0));
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the box closes it; the key for that is Escape
    <dialog
      ref={box}
      className="search"
      aria-label={w.title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === box.current) box.current?.close();
      }}
    >
      <div className="search-box">
        <div className="search-field">
          <input
            type="text"
            role="combobox"
            aria-label={w.label}
            aria-expanded="true"
            aria-controls={`${id}-results`}
            aria-activedescendant={active === null ? undefined : optionId(active)}
            aria-autocomplete="list"
            placeholder={w.placeholder}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setIndex(0);
            }}
            onKeyDown={handleKey}
          />
          <button type="button" className="button" onClick={() => box.current?.close()}>
            {w.close}
          </button>
        </div>
        <p className="search-says" role="status">
          {says()}
        </p>
        <ResultList
          id={`${id}-results`}
          groups={groups}
          active={active}
          optionId={optionId}
          onPick={pick}
        />
      </div>
    </dialog>
  );
}
