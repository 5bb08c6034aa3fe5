/** The first pictures of a page do not wait for what is kept for later ones. */
const AFTER_MS = 5_000;

/**
 * Lets the worker keep code and documents on the device, for a start without the server. Browsers allow it over https
 * and on the own machine; elsewhere the page does without.
 */
export function keepOnDevice(): void {
  if (!('serviceWorker' in navigator)) return;
  setTimeout(() => {
    navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
  }, AFTER_MS);
}
