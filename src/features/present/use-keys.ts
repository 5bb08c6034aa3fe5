import { useEffect, useRef } from 'react';

export type KeyActions = {
  readonly step: (by: 1 | -1) => void;
  readonly edge: (which: 'first' | 'last') => void;
  readonly focus: () => void;
  readonly decide: () => void;
  readonly black: () => void;
  readonly overview: () => void;
  readonly presenter: () => void;
  readonly escape: () => void;
};

/** Clickers send the keys of a slide show: page up and down, a dot or B for black. */
const KEYS: Readonly<Record<string, (act: KeyActions) => void>> = {
  ArrowRight: (act) => act.step(1),
  ArrowDown: (act) => act.step(1),
  PageDown: (act) => act.step(1),
  ' ': (act) => act.step(1),
  ArrowLeft: (act) => act.step(-1),
  ArrowUp: (act) => act.step(-1),
  PageUp: (act) => act.step(-1),
  Home: (act) => act.edge('first'),
  End: (act) => act.edge('last'),
  f: (act) => act.focus(),
  d: (act) => act.decide(),
  b: (act) => act.black(),
  '.': (act) => act.black(),
  o: (act) => act.overview(),
  n: (act) => act.presenter(),
  Escape: (act) => act.escape(),
};

/** Keys that a button or a link answers by itself. */
const OWN = /^( |Enter)$/;

/** Keyboard and clicker, wherever the focus is but in a field. */
export function useKeys(actions: KeyActions): void {
  const now = useRef(actions);
  now.current = actions;
  useEffect(() => {
    const handle = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const at = event.target;
      if (at instanceof HTMLElement) {
        if (at.closest('input, select, textarea') !== null) return;
        if (OWN.test(event.key) && at.closest('button, a') !== null) return;
      }
      const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined) return;
      event.preventDefault();
      act(now.current);
    };
    addEventListener('keydown', handle);
    return () => removeEventListener('keydown', handle);
  }, []);
}
