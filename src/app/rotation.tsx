/** Turns a wall through its pages. Whoever touches it stops it for a minute; P stops it until P is pressed again. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Board } from '#core/contract/board.ts';
import { type WallPage, wallPages } from '#core/contract/lists.ts';
import { inTurn } from '#core/domain/screens.ts';
import { nothingOnPage, writeAddress } from '#src/lib/address.ts';
import { useAddress } from '#src/lib/use-address.ts';
import { wallPath } from '#src/lib/wall-path.ts';
import { useScreen } from '#src/stores/screen.ts';
import { RotationContext } from '#src/ui/rotation-bar.tsx';
import { findPage, type Page } from './pages.ts';
import { useCommonWords } from './words.ts';

/** How long a touch, a key or a pointer holds the page. */
const IDLE_MS = 60_000;

/** What a wall turns through of itself; the definitions are for those that were given them. */
const OWN_TURN: readonly WallPage[] = wallPages.filter((page) => page !== 'definitions');

/** Paths in their order; the tasks come second while one of them is overdue. */
export function rotationPaths(
  board: Pick<Board, 'lights'> | null,
  pages: readonly WallPage[] = OWN_TURN,
): readonly string[] {
  const isOverdue =
    board?.lights.some(({ state, count }) => state === 'over' && count > 0) ?? false;
  return inTurn(pages, isOverdue).map(wallPath);
}

type Hold = 'none' | 'touched' | 'held';

/** What stops the turning: nothing, somebody's touch within the last minute, or the key P. */
function useHold(turn: (step: 1 | -1) => void): Hold {
  const [hold, setHold] = useState<Hold>('none');
  const [touches, setTouches] = useState(0);
  useEffect(() => {
    const touch = (): void => {
      setHold((now) => (now === 'held' ? now : 'touched'));
      setTouches((count) => count + 1);
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'p') {
        setHold((now) => (now === 'held' ? 'none' : 'held'));
        return;
      }
      touch();
      if (event.key === 'ArrowRight') turn(1);
      if (event.key === 'ArrowLeft') turn(-1);
    };
    const pointer = ['pointerdown', 'pointermove', 'touchstart', 'wheel'] as const;
    for (const name of pointer) addEventListener(name, touch, { passive: true });
    addEventListener('keydown', key);
    return () => {
      for (const name of pointer) removeEventListener(name, touch);
      removeEventListener('keydown', key);
    };
  }, [turn]);
  useEffect(() => {
    if (hold !== 'touched' || touches === 0) return;
    const timer = setTimeout(() => setHold('none'), IDLE_MS);
    return () => clearTimeout(timer);
    // Each touch starts the minute anew.
  }, [hold, touches]);
  return hold;
}

type TurnerProps = {
  board: Board | null;
  pages: readonly WallPage[] | undefined;
  seconds: number;
  children: ReactNode;
};

function Turner({ board, pages, seconds, children }: TurnerProps) {
  const [path, navigate] = useLocation();
  const { address } = useAddress();
  const w = useCommonWords();
  const paths = useMemo(() => rotationPaths(board, pages), [board, pages]);
  const current = Math.max(0, paths.indexOf(path));
  const search = writeAddress({ ...address, ...nothingOnPage });
  const turn = useMemo(() => {
    return (step: 1 | -1): void => {
      const next = paths[(current + step + paths.length) % paths.length] ?? '/wall';
      if (next === paths[current]) return;
      // The next page's code first: a page that cannot be had leaves the shown one standing.
      void findPage(next)
        ?.part.load()
        .then(
          () => navigate(next + search, { replace: true }),
          () => undefined,
        );
    };
  }, [paths, current, search, navigate]);
  const hold = useHold(turn);
  const isPaused = hold !== 'none';
  useEffect(() => {
    if (isPaused) return;
    const timer = setInterval(() => turn(1), seconds * 1000);
    return () => clearInterval(timer);
  }, [isPaused, seconds, turn]);
  const rotation = useMemo(() => {
    const names = paths.map((one) => nameOf(findPage(one), w.pages));
    return { names, current, seconds, isPaused };
  }, [paths, w, current, seconds, isPaused]);
  return (
    <RotationContext value={rotation}>
      <div key={path} className="wall-turning">
        {children}
      </div>
    </RotationContext>
  );
}

const nameOf = (page: Page | null, names: Readonly<Record<Page['name'], string>>): string =>
  page === null ? '' : names[page.name];

/**
 * The wall's content; turns through the pages that a registered wall was given, else where the address says how many
 * seconds each one stays.
 */
export function RotatingWall({ board, children }: { board: Board | null; children: ReactNode }) {
  const { address } = useAddress();
  const screen = useScreen((known) => known.screen);
  const seconds = screen?.seconds ?? (address.rotate === null ? null : Number(address.rotate));
  if (seconds === null) return children;
  return (
    <Turner board={board} pages={screen?.pages} seconds={seconds}>
      {children}
    </Turner>
  );
}
