import { Component, type ReactNode } from 'react';
import { PageProblem } from './page-problem.tsx';
import { useProblemWords } from './words.ts';

function CrashedPage() {
  const w = useProblemWords();
  return (
    <PageProblem title={w.crashed} sentences={[w.crashedDetail]}>
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

  override componentDidUpdate(previous: { readonly resetKey: string }): void {
    if (this.state.hasCrashed && previous.resetKey !== this.props.resetKey)
      this.setState({ hasCrashed: false });
  }

  override render(): ReactNode {
    return this.state.hasCrashed ? <CrashedPage /> : this.props.children;
  }
}
