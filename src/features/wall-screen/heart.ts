/** A wall's page tells its worker that it lives: one that is caught in an endless loop cannot load itself anew. */
import { noteError } from '#src/lib/last-error.ts';

const EVERY_MS = 15_000;
/**
 * After a rescue the worker is left alone for so long: only once it has ended does the browser end the process that
 * hangs, in which it was at home.
 */
const QUIET_MS = 3 * 60_000;

/** @returns ends it */
export function startHeart(): () => void {
  const { serviceWorker } = navigator;
  if (serviceWorker === undefined) return () => undefined;
  // Nothing but a rescue isolates a page (src/worker/watchdog.ts).
  const wasHung = window.crossOriginIsolated === true;
  if (wasHung) noteError('The page hung, and was loaded anew by its worker.');
  const quietUntil = performance.now() + (wasHung ? QUIET_MS : 0);
  const timer = setInterval(() => {
    if (performance.now() < quietUntil) return;
    serviceWorker.controller?.postMessage({ isolated: wasHung });
  }, EVERY_MS);
  return () => clearInterval(timer);
}
