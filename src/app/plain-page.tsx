import { useLocation } from 'wouter';
import { CrashBoundary } from './crash-boundary.tsx';
import type { Page } from './pages.ts';
import { ShellFrame } from './shell-frame.tsx';

/** A page that is not about the board: signing in, entering, administering. */
export function PlainPage({ page }: { page: Page & { over: 'nothing' } }) {
  const [path] = useLocation();
  return (
    <ShellFrame page={page} board={null} link={null}>
      <CrashBoundary resetKey={path}>{page.part.render({})}</CrashBoundary>
    </ShellFrame>
  );
}
