import { Link } from 'wouter';
import type { Board } from '#core/contract/board.ts';
import { wall as en } from '#src/i18n/en/wall.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { wall as zh } from '#src/i18n/zh/wall.ts';
import { hasLongNames } from '#src/lib/long-names.ts';
import { momentText } from '#src/lib/moment.ts';
import { useReach } from '#src/lib/reach.ts';
import { useScreen } from '#src/stores/screen.ts';
import type { ShellProps } from './desk-shell.tsx';
import { RotatingWall } from './rotation.tsx';
import { usePixelShift, useWakeLock } from './wall-care.ts';

const words = { zh, en };

type WallShellProps = Pick<ShellProps, 'children' | 'link'> & { board: Board | null };

/** @param since when the copy that is shown was fetched, in ms since 1970; null = what is shown is live */
function RevokedNotice({ since }: { since: number | null }) {
  const w = useWords(words);
  return (
    <p className="wall-notice" role="status">
      {since === null ? w.revoked : w.revokedCopy(momentText(new Date(since).toISOString()))}{' '}
      <Link href="/wall/register">{w.registerAgain}</Link>
    </p>
  );
}

/** A wall has no navigation: the page is all there is. Its own foot tells how fresh it is. */
export function WallShell({ board, link, children }: WallShellProps) {
  const isRevoked = useScreen((known) => known.state === 'revoked');
  const shift = usePixelShift();
  useWakeLock();
  const reach = useReach();
  const look = [
    'wall-shell',
    ...(shift === 0 ? [] : [`wall-shift-${shift}`]),
    ...(reach === 'near' ? [] : ['wall-far']),
    ...(reach === 'farther' ? ['wall-farther'] : []),
    ...(board !== null && hasLongNames(board) ? ['wall-long'] : []),
  ].join(' ');
  return (
    <main id="content" className={look}>
      {isRevoked ? (
        <RevokedNotice since={link !== null && link.status !== 'online' ? link.syncedAt : null} />
      ) : null}
      <RotatingWall board={board}>{children}</RotatingWall>
    </main>
  );
}
