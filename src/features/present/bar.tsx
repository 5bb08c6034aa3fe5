import { Link } from 'wouter';
import { useLanguage } from '#src/i18n/i18n.ts';
import type { Shown } from './deck.ts';
import type { KeyActions } from './use-keys.ts';
import { usePresentWords } from './words.ts';

/** Names that have room in the bar; a longer deck shows the ones around. */
const NAMES = { zh: 6, en: 4 } as const;

export type BarProps = {
  deck: readonly Shown[];
  place: number;
  isFocused: boolean;
  isDeciding: boolean;
  mayDecide: boolean;
  /** Page over the board that shows more of the slide; null = none. */
  board: string | null;
  /** Called before the board takes the place of the slide. */
  onBoard: () => void;
  onGo: (place: number) => void;
  act: KeyActions;
};

type Tab = { readonly place: number; readonly name: string };

function tabsOf(place: number, title: string, names: readonly string[], most: number) {
  const all: Tab[] = [
    { place: 0, name: title },
    ...names.map((name, index) => ({ place: index + 1, name })),
  ];
  const begin = Math.max(0, Math.min(place - Math.floor(most / 2), all.length - most));
  return all.slice(begin, begin + most);
}

function Key({ children }: { children: string }) {
  return (
    <span className="mt-key" aria-hidden="true">
      {children}
    </span>
  );
}

/** The presenter's tools; hidden after a while without a hand, and always there for the keyboard. */
export function Bar({
  deck,
  place,
  isFocused,
  isDeciding,
  mayDecide,
  board,
  onBoard,
  onGo,
  act,
}: BarProps) {
  const w = usePresentWords();
  const lang = useLanguage();
  const names = deck.map(({ slide }) => w.kinds[slide.kind]);
  return (
    <div className="mt-bar" role="toolbar" aria-label={w.toolbar}>
      <button type="button" onClick={() => act.step(-1)} disabled={place === 0}>
        ‹ {w.previous} <Key>←</Key>
      </button>
      <button type="button" onClick={() => act.step(1)} disabled={place === deck.length}>
        {w.next} › <Key>→</Key>
      </button>
      <ol>
        {tabsOf(place, w.title, names, NAMES[lang]).map((tab) => (
          <li key={tab.place}>
            <button
              type="button"
              className="mt-tab"
              aria-current={tab.place === place ? 'step' : undefined}
              onClick={() => onGo(tab.place)}
            >
              <span className="mt-tab-name">
                {tab.place + 1} {tab.name}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <button type="button" onClick={act.overview}>
        {w.overview} <Key>O</Key>
      </button>
      <button type="button" aria-pressed={isFocused} onClick={act.focus}>
        {w.focus} <Key>F</Key>
      </button>
      {mayDecide ? (
        <button type="button" aria-pressed={isDeciding} onClick={act.decide}>
          {w.decide} <Key>D</Key>
        </button>
      ) : null}
      {board === null ? null : (
        <Link href={board} onClick={onBoard}>
          {w.board}
        </Link>
      )}
      <button type="button" onClick={act.black}>
        {w.black} <Key>B</Key>
      </button>
      <button type="button" onClick={act.escape}>
        {w.leave} <Key>Esc</Key>
      </button>
    </div>
  );
}
