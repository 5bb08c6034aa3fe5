import { LoadingOutline } from '#src/ui/panel-state.tsx';

/** Nothing is known yet: outlines hold the place of what is coming. */
export function WaitingPage() {
  return (
    <div className="page-waiting">
      <LoadingOutline />
    </div>
  );
}
