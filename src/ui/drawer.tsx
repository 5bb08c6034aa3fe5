import { type ReactNode, useEffect, useId, useRef } from 'react';
import { common as en } from '#src/i18n/en/common.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { common as zh } from '#src/i18n/zh/common.ts';

const words = { zh, en };

export type DrawerProps = {
  /** What lies open, in a word above the title. */
  kind: string;
  title: string;
  /** Below the title: the number with its date, the light. */
  head?: ReactNode;
  /** For a drawer that looks different where the page is narrow. */
  className?: string;
  onClose: () => void;
  children: ReactNode;
};

/**
 * Beside the page, which stays readable and usable. Takes the focus when it opens, Esc closes it, and the focus
 * goes back to where it came from.
 */
export function Drawer({ kind, title, head, className, onClose, children }: DrawerProps) {
  const w = useWords(words);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <div
      ref={box}
      className={className === undefined ? 'drawer' : `drawer ${className}`}
      role="dialog"
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header>
        <p className="caption">{kind}</p>
        <h2 id={id}>{title}</h2>
        <button type="button" className="drawer-close" aria-label={w.close} onClick={onClose}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 2l12 12M14 2L2 14" />
          </svg>
        </button>
        {head === undefined ? null : <div className="drawer-head">{head}</div>}
      </header>
      {children}
    </div>
  );
}

export type DrawerPartProps = {
  title: string;
  /** Beside the title: the state of the part. */
  note?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A titled part of a drawer, under a hairline. */
export function DrawerPart({ title, note, className, children }: DrawerPartProps) {
  return (
    <section className={className === undefined ? 'drawer-part' : `drawer-part ${className}`}>
      <header>
        <h3>{title}</h3>
        {note === undefined || note === null ? null : <small>{note}</small>}
      </header>
      {children}
    </section>
  );
}
