import { Component, type ReactNode, useEffect } from 'react';
import { useLocation } from 'wouter';
import { noteError } from '#src/lib/last-error.ts';
import { reloadAgain, reloadWait } from '#src/lib/reload-again.ts';
import { PageProblem } from './page-problem.tsx';
import { shellOf } from './pages.ts';
import { useProblemWords } from './words.ts';

/** Nobody stands at a wall who could press the button: it loads itself anew, later and later each time. */
function useReloadOnWall(): boolean {
  const [path] = useLocation();
  const isWall = shellOf(path) === 'wall';
  useEffect(() => {
    if (!isWall) return;
    const reload = () => reloadAgain(Date.now(), () => location.reload());
    const timer = setTimeout(reload, reloadWait(Date.now()));
    return () => clearTimeout(timer);
  }, [isWall]);
  return isWall;
}

function CrashedPage() {
  const w = useProblemWords();
  const isWall = useReloadOnWall();
  return (
    <PageProblem title={w.crashed} sentences={[isWall ? w.crashedWall : w.crashedDetail]}>
      <button type="button" className="button" onClick={() => location.reload()}>
        {w.reload}
      </button>
    </PageProblem>
  );
}

/** A page that throws says so, in its shell, instead of leaving nothing. A new `resetKey` tries again. */
export class CrashBoundary extends Component<
  { readonly resetKey: string; readonly children: ReactNode },
  { readonly hasCrashed: boolean }
> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError(): { hasCrashed: boolean } {
    return { hasCrashed: true };
  }

  override componentDidCatch(error: Error): void {
    noteError(error);
  }

  override componentDidUpdate(previous: { readonly resetKey: string }): void {
    if (this.state.hasCrashed && previous.resetKey !== this.props.resetKey)
      this.setState({ hasCrashed: false });
  }

  override render(): ReactNode {
    return this.state.hasCrashed ? <CrashedPage /> : this.props.children;
  }
}
