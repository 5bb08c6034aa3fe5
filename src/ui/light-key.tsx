import type { LightState } from '#core/contract/lists.ts';
import { LightIcon } from './light-icon.tsx';
import { useUiWords } from './words.ts';

export type LightCount = { readonly state: LightState; readonly count: number };

/** One entry per state in the order given; overdue and blocked are read as one, side by side. */
export function LightKey({ lights }: { lights: readonly LightCount[] }) {
  const w = useUiWords();
  return (
    <ul className="light-key">
      {lights.map(({ state, count }) => (
        <li key={state}>
          <LightIcon state={state} />
          {w.light[state]} <span className="num num-t digits">{count}</span>
        </li>
      ))}
    </ul>
  );
}
