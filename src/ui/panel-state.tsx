import type { ReactNode } from 'react';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { LightIcon } from './light-icon.tsx';
import { useUiWords } from './words.ts';

/** Four outlines that hold the place of what is coming; the style sheet shows them after 300 ms only. */
export function LoadingOutline() {
  const w = useUiWords();
  return (
    <div className="state state-loading" role="status">
      <span className="outline outline-head" />
      <span className="outline" />
      <span className="outline outline-bar" />
      <span className="outline outline-short" />
      <p className="caption">{w.loadingHint}</p>
    </div>
  );
}

export type EmptyStateProps = {
  /** What is missing, as the panel is called. */
  what: string;
  asOf: string;
  /** Earliest date with a figure; null = none has ever been entered. */
  earliest: string | null;
  /** A link to that date; null on walls, which have no pointer. */
  action: ReactNode;
};

/** Nothing on record by the asked date: says so, and which date has data. */
export function EmptyState({ what, asOf, earliest, action }: EmptyStateProps) {
  const w = useUiWords();
  const lang = useLanguage();
  return (
    <div className="state">
      <p className="state-title">{w.emptyTitle(formatDate(asOf, lang), what)}</p>
      <p className="muted">
        {earliest === null ? w.emptyNever : w.emptyEarliest(formatDate(earliest, lang))}
      </p>
      {earliest === null ? null : action}
    </div>
  );
}

export type ErrorStateProps = {
  what: string;
  /** null = it is tried again without anybody's help (walls). */
  onRetry: (() => void) | null;
  /** Code of the problem, to be copied into a message to the administrator. */
  code: string | null;
};

/** Only this panel failed. */
export function ErrorState({ what, onRetry, code }: ErrorStateProps) {
  const w = useUiWords();
  return (
    <div className="state" role="alert">
      <p className="state-title">
        <LightIcon state="over" /> {w.errorTitle(what)}
      </p>
      <p className="muted">{onRetry === null ? w.errorHintWall : w.errorHint}</p>
      {code === null ? null : <p className="dim">{code}</p>}
      {onRetry === null ? null : (
        <button type="button" className="button" onClick={onRetry}>
          {w.retry}
        </button>
      )}
    </div>
  );
}
