import type { LightState } from '#core/contract/lists.ts';

/** Shapes differ by outline, so that they hold without colour; sizes follow the text beside them. */
const shapes: Record<LightState, React.ReactNode> = {
  done: (
    <>
      <rect x="1.5" y="1.5" width="17" height="17" rx="2" fill="currentColor" />
      <path className="icon-mark" d="M5.4 10.4l3.2 3.2 6.2-6.8" fill="none" strokeWidth="2.4" />
    </>
  ),
  ok: <circle cx="10" cy="10" r="8.2" fill="currentColor" />,
  near: (
    <>
      <path d="M10 .8L19.6 18.4H.4z" fill="currentColor" />
      <path className="icon-mark" d="M10 7v5.4M10 14.2v2.4" strokeWidth="2.3" />
    </>
  ),
  over: (
    <>
      <path d="M10 0L20 10 10 20 0 10z" fill="currentColor" />
      <path className="icon-mark" d="M6.8 6.8l6.4 6.4M13.2 6.8l-6.4 6.4" strokeWidth="2.3" />
    </>
  ),
  blocked: (
    <>
      <path d="M10 0L20 10 10 20 0 10z" fill="currentColor" />
      <path className="icon-mark" d="M7.6 6v8M12.4 6v8" strokeWidth="2.4" />
    </>
  ),
  none: (
    <circle
      cx="10"
      cy="10"
      r="7.8"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeDasharray="3.6 2.5"
    />
  ),
};

export type LightIconProps = {
  state: LightState;
  /** Read aloud in the shape's place; none where the word stands beside it. */
  name?: string;
};

/** The shape alone. */
export function LightIcon({ state, name }: LightIconProps) {
  const className = `icon icon-${state}`;
  if (name === undefined) {
    return (
      <svg className={className} viewBox="0 0 20 20" aria-hidden="true">
        {shapes[state]}
      </svg>
    );
  }
  return (
    <svg className={className} viewBox="0 0 20 20" role="img" aria-label={name}>
      {shapes[state]}
    </svg>
  );
}
