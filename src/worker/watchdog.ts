/**
 * Loads a page anew that hangs. It has to come up in a process of its own, for the one that it hangs in never gets to
 * show anything again; browsers take another one for a document that is isolated from other origins where the one
 * before was not, and the other way round.
 */
declare const self: ServiceWorkerGlobalScope;

/** A page that was heard of, and then not for so long, hangs. */
const HUNG_MS = 58_000;
/** A device that slept may speak first. */
const GRACE_MS = 7_000;

const heard = new Map<string, number>();
/** Whether the next document has to be isolated; null = as the server sent it. */
let isolate: boolean | null = null;
let beats = 0;

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A page lives. Settles once it was heard of again, or was helped. @param isIsolated whether it came after a rescue */
export async function heardOf(id: string, isIsolated: boolean): Promise<void> {
  beats += 1;
  const own = beats;
  heard.set(id, own);
  await sleep(HUNG_MS);
  if (heard.get(id) === own) await sleep(GRACE_MS);
  if (heard.get(id) !== own) return;
  heard.delete(id);
  const page = await self.clients.get(id);
  // A page that nobody sees is slow by the browser's will.
  if (!(page instanceof WindowClient) || page.visibilityState !== 'visible') return;
  isolate = !isIsolated;
  await Promise.race([page.navigate(page.url).catch(() => null), sleep(GRACE_MS)]);
}

/** The document that is given, so that a page that hung comes up in another process. */
export function inAnotherProcess(response: Response): Response {
  if (isolate === null) return response;
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  if (isolate) {
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-embedder-policy', 'require-corp');
  }
  isolate = null;
  return new Response(response.body, { status, statusText, headers });
}
