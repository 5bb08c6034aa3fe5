import { PAGES_CACHE } from '#src/worker/pages.ts';
import { forgetLastGood } from './last-good.ts';

/** The first pictures of a page do not wait for what is kept for later ones. */
const AFTER_MS = 5_000;

/**
 * Lets the worker keep code and documents on the device, for a start without the server. Browsers allow it over https
 * and on the own machine; elsewhere the page does without.
 */
export function keepOnDevice(): void {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  /** A worker that is not told so goes back to the build before. */
  const sayItRuns = () =>
    serviceWorker.controller?.postMessage(document.documentElement.dataset.build);
  serviceWorker.addEventListener('controllerchange', sayItRuns);
  setTimeout(() => {
    sayItRuns();
    serviceWorker.register('/service-worker.js').catch(() => undefined);
  }, AFTER_MS);
}

/** Takes every picture off the device: what it kept was for whoever was signed in. */
export async function forgetPictures(): Promise<void> {
  forgetLastGood();
  if ('caches' in window) await caches.delete(PAGES_CACHE);
}
