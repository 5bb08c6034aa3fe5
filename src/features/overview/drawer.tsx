import { type ReactNode, useEffect, useId, useRef } from 'react';
import { common as en } from '#src/i18n/en/common.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { common as zh } from '#src/i18n/zh/common.ts';
import './drawer.css';

const words = { zh, en };

export type DrawerProps = {
  kind: string;
  title: string;
  onClose: () => void;
  children: ReactNode;
};

/**
 * Beside the page, which stays readable and usable. Takes the focus when it opens, Esc closes it, and the focus
 * goes back to where it came from.
 */
export function Drawer({ kind, title, onClose, children }: DrawerProps) {
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
      className="drawer"
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
        <button type="button" className="button" onClick={onClose}>
          {w.close}
        </button>
      </header>
      {children}
    </div>
  );
}
