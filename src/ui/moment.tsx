import type { Instant } from '#core/domain/records.ts';
import { momentText } from '#src/lib/moment.ts';
import './moment.css';

/** An instant in the bureau's time, never broken over two lines. */
export function Moment({ at }: { at: Instant }) {
  return (
    <time className="moment" dateTime={at}>
      {momentText(at)}
    </time>
  );
}
