import { Suspense, useEffect, useState } from 'react';
import type { Board } from '#core/contract/board.ts';
import { common as en } from '#src/i18n/en/common.ts';
import { common as zh } from '#src/i18n/zh/common.ts';
import { lazyPart } from '#src/lib/lazy-part.tsx';
import { pages } from './pages.ts';
import './search-launcher.css';
import { useCommonWords } from './words.ts';

/** The search, in a chunk of its own: loaded when somebody searches. */
const searchPart = lazyPart(
  async () => (await import('#src/features/search/search-dialog.tsx')).SearchDialog,
);

const searchPages = pages
  .filter((page) => page.shell === 'desk' && page.over === 'board')
  .map(({ path, name }) => ({ path, name: { zh: zh.pages[name], en: en.pages[name] } }));

/** The button of the search; Ctrl-K (on a Mac also Command-K) does the same on every desk page. */
export function SearchLauncher({ board }: { board: Board | null }) {
  const w = useCommonWords();
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setIsOpen(true);
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);

  return (
    <>
      <button
        type="button"
        className="search-opener"
        aria-keyshortcuts="Control+K"
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <path
            d="M9.2 9.2L13 13M10.5 5.75a4.75 4.75 0 1 1-9.5 0 4.75 4.75 0 0 1 9.5 0z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
          />
        </svg>
        {w.search} <kbd>Ctrl K</kbd>
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          {searchPart.render({ board, pages: searchPages, onClose: () => setIsOpen(false) })}
        </Suspense>
      ) : null}
    </>
  );
}
