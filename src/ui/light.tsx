import type { LightState } from '#core/contract/lists.ts';
import { LightIcon } from './light-icon.tsx';
import { useUiWords } from './words.ts';

export type LightProps = {
  state: LightState;
  /** Added to the state's word, e.g. "today"; null = the word alone. */
  detail?: string | null;
};

/** A light: shape, word and colour. */
export function Light({ state, detail = null }: LightProps) {
  const word = useUiWords().light[state];
  const text = detail === null ? word : `${word} · ${detail}`;
  return (
    <span className="light" role="img" aria-label={text}>
      <LightIcon state={state} />
      <span>{text}</span>
    </span>
  );
}
