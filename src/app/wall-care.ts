/** What keeps a wall's box well over months: the screen stays on, and no pixel shows the same edge for ever. */
import { useEffect, useState } from 'react';

const SHIFT_EVERY_MS = 10 * 60_000;
/** Round a square of two pixels; the classes `wall-shift-1` to `-3` say where. */
const PLACES = 4;

/** The page's present shift as an index of its class; 0 = none. */
export function usePixelShift(): number {
  const [step, setStep] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setStep((now) => (now + 1) % PLACES), SHIFT_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return step;
}

/** Keeps the screen awake while the wall is shown, where the browser and the link (https) allow it. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    const ask = (): void => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      navigator.wakeLock.request('screen').then(
        (got) => {
          lock = got;
        },
        () => undefined, // not allowed here: the box's own settings decide
      );
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}
