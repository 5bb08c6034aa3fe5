import type { ShellProps } from './desk-shell.tsx';

/** A wall has no navigation: the page is all there is. Its own foot tells how fresh it is. */
export function WallShell({ children }: Pick<ShellProps, 'children'>) {
  return (
    <main id="content" className="wall-shell">
      {children}
    </main>
  );
}
