/** Unit squares: one per thing, for counts that the eye can still count. */
const STEP = 16;
const SIZE = 12;
const MAX = 60;

const looks = {
  filled: 'square square-filled',
  outline: 'square',
  unclear: 'square square-unclear',
} as const;

export type SquaresProps = {
  count: number;
  look: keyof typeof looks;
};

/** Decorative: the number stands beside it. Draws nothing for 0 and for more than can be counted. */
export function Squares({ count, look }: SquaresProps) {
  if (count < 1 || count > MAX || !Number.isInteger(count)) return null;
  const path = Array.from(
    { length: count },
    (_, i) => `M${i * STEP + 1} 1h${SIZE}v${SIZE}h-${SIZE}z`,
  );
  const width = count * STEP - (STEP - SIZE) + 2;
  return (
    <svg className="squares" viewBox={`0 0 ${width} ${SIZE + 2}`} aria-hidden="true">
      <path className={looks[look]} d={path.join('')} />
    </svg>
  );
}
