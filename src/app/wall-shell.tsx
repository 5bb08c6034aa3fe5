import type { Board } from '#core/contract/board.ts';
import { hasLongNames } from '#src/lib/long-names.ts';
import type { ShellProps } from './desk-shell.tsx';
import { RotatingWall } from './rotation.tsx';
import { usePixelShift, useWakeLock } from './wall-care.ts';

type WallShellProps = Pick<ShellProps, 'children'> & { board: Board | null };

/** A wall has no navigation: the page is all there is. Its own foot tells how fresh it is. */
export function WallShell({ board, children }: WallShellProps) {
  const shift = usePixelShift();
  useWakeLock();
  const look = [
    'wall-shell',
    ...(shift === 0 ? [] : [`wall-shift-${shift}`]),
    ...(board !== null && hasLongNames(board) ? ['wall-long'] : []),
  ].join(' ');
  return (
    <main id="content" className={look}>
      <RotatingWall board={board}>{children}</RotatingWall>
    </main>
  );
}
