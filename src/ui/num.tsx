import type { FormattedNumber } from '#core/domain/format.ts';
import { useOpen } from './open-context.ts';
import { useJustChanged } from './use-just-changed.ts';

/** s, m, l, xl of the type scale; t = inside a line of text. */
export type NumSize = 't' | 's' | 'm' | 'l' | 'xl';

export type NumProps = {
  parts: FormattedNumber;
  size: NumSize;
  /** Indicator that the number belongs to; null = it has no passport of its own (a count, a share). */
  code: string | null;
  /** Name of the button that opens the passport; unused where nothing can be opened. */
  openName?: string;
};

/** The text has the same spaces as `speak`, so that copied text reads the same. */
const spacedQualifier = (qualifier: string): string =>
  qualifier === '<' ? qualifier : `${qualifier} `;
const spacedUnit = (unit: string): string => (unit === '%' ? unit : ` ${unit}`);

/** A printed number with its qualifier and unit; never broken over two lines. */
export function Num({ parts, size, code, openName }: NumProps) {
  const open = useOpen();
  const content = (
    <>
      {parts.qualifier === '' ? null : (
        <span className="num-qualifier">{spacedQualifier(parts.qualifier)}</span>
      )}
      <span className="digits">{parts.number}</span>
      {parts.unit === '' ? null : (
        <span className={parts.unit === '%' ? 'num-unit num-percent' : 'num-unit'}>
          {spacedUnit(parts.unit)}
        </span>
      )}
    </>
  );
  const isNew = useJustChanged(`${parts.qualifier} ${parts.number} ${parts.unit}`);
  const className = isNew ? `num num-${size} num-changed` : `num num-${size}`;
  if (open === null || code === null) {
    return (
      <span className={className} data-code={code ?? undefined}>
        {content}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={className}
      data-code={code}
      aria-label={openName}
      onClick={() => open({ kind: 'figure', code })}
    >
      {content}
    </button>
  );
}
