/** A list put into order by a pointer: mouse, pen or finger. The keyboard has buttons of its own. */
import { type PointerEvent, type RefObject, useRef, useState } from 'react';

/** So near to the edge of the window the page goes along. */
const EDGE = 60;
const STEP = 14;

export type Drag = {
  readonly from: number;
  /** Place that it would have if it were let go now. */
  readonly to: number;
};

/** What a row has to be held by. */
export type Grip = {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
};

/** The place at a height of the window: that of the last row whose middle lies above it. */
function placeAt(list: HTMLElement, from: number, y: number): number {
  const rows = [...list.children];
  const above = rows.filter((row, index) => {
    const { top, height } = row.getBoundingClientRect();
    return index !== from && top + height / 2 < y;
  });
  return above.length;
}

/** @param onMove called once, when a row is let go at another place */
export function useDragOrder(onMove: (from: number, to: number) => void): {
  readonly list: RefObject<HTMLOListElement | null>;
  /** null = nothing is being moved. */
  readonly drag: Drag | null;
  readonly gripOf: (index: number) => Grip;
} {
  const list = useRef<HTMLOListElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const gripOf = (index: number): Grip => ({
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: index, to: index });
    },
    onPointerMove: ({ clientY }) => {
      if (drag === null || list.current === null) return;
      if (clientY < EDGE) scrollBy(0, -STEP);
      if (clientY > innerHeight - EDGE) scrollBy(0, STEP);
      const to = placeAt(list.current, drag.from, clientY);
      if (to !== drag.to) setDrag({ ...drag, to });
    },
    onPointerUp: () => {
      setDrag(null);
      if (drag !== null && drag.to !== drag.from) onMove(drag.from, drag.to);
    },
    onPointerCancel: () => setDrag(null),
  });
  return { list, drag, gripOf };
}
