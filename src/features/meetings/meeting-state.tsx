import type { MeetingState as State } from '#core/contract/lists.ts';
import { useMeetingWords } from './words.ts';

/** Shapes differ by outline: a ring, a lock's square, a disc, a tick. */
const shapes: Record<State, React.ReactNode> = {
  planned: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeDasharray="3 2" />,
  frozen: <rect x="2.5" y="2.5" width="11" height="11" fill="none" stroke="currentColor" />,
  running: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  closed: <path d="M2 8.5l4 4 8-9" fill="none" stroke="currentColor" />,
};

export function MeetingState({ state }: { state: State }) {
  const w = useMeetingWords();
  return (
    <span className="ms-state">
      <svg viewBox="0 0 16 16" strokeWidth="2" aria-hidden="true">
        {shapes[state]}
      </svg>
      {w.states[state]}
    </span>
  );
}
