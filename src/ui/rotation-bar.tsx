import { createContext, useContext } from 'react';
import { wall as en } from '#src/i18n/en/wall.ts';
import { useWords, type Words } from '#src/i18n/i18n.ts';
import { wall as zh } from '#src/i18n/zh/wall.ts';

const words: Words<typeof zh> = { zh, en };

/** The pages that a wall turns through, and how it stands with them. */
export type Rotation = {
  readonly names: readonly string[];
  /** Place of the page that is shown. */
  readonly current: number;
  /** How long each page stays. */
  readonly seconds: number;
  readonly isPaused: boolean;
};

/** null = the wall shows one page only. */
export const RotationContext = createContext<Rotation | null>(null);

/** Which of the wall's pages this is; the shown one fills while it stays. `compact`: strokes instead of names. */
export function RotationBar({ compact = false }: { compact?: boolean }) {
  const rotation = useContext(RotationContext);
  const w = useWords(words);
  if (rotation === null || rotation.names.length < 2) return null;
  const { names, current, seconds, isPaused } = rotation;
  const place = w.rotation(current + 1, names.length);
  const says = isPaused ? `${place}, ${w.paused}` : place;
  const className = [
    'rotation',
    compact ? 'rotation-compact' : '',
    isPaused ? 'rotation-paused' : '',
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <span className={className} role="img" aria-label={`${names[current] ?? ''}: ${says}`}>
      {names.map((name, index) => (
        <span
          key={name}
          className={index === current ? 'rotation-page rotation-on' : 'rotation-page'}
        >
          {compact ? null : <span className="rotation-name">{name}</span>}
          <span className="rotation-line">
            {index === current ? (
              <span className="rotation-fill" style={{ animationDuration: `${seconds}s` }} />
            ) : null}
          </span>
        </span>
      ))}
      {isPaused ? <span className="rotation-state">{w.paused}</span> : null}
      {compact ? (
        <span className="rotation-name">
          {names[current]} <b className="digits">{`${current + 1}/${names.length}`}</b>
        </span>
      ) : null}
    </span>
  );
}
