/** Which builds ran on this device, and which were given out to a page that has not said so yet. */

const CACHE = 'reform-cockpit-trials';
/** Builds that are remembered as running. */
const KEPT = 4;
/** A build that did not run may have met a network that failed: it is tried again, but not over and over. */
const AGAIN_MS = 60 * 60_000;

const ran = (build: string): string => `/ran/${build}`;
const tried = (build: string): string => `/tried/${build}`;

/** Whether a page of the build has said that it runs. */
export async function hasRun(build: string): Promise<boolean> {
  return (await (await caches.open(CACHE)).match(ran(build))) !== undefined;
}

/** A page of the build runs. */
export async function noteRun(build: string): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.put(ran(build), new Response(''));
  for (const request of await cache.keys())
    if (new URL(request.url).pathname.startsWith('/tried/')) await cache.delete(request);
  const known = await cache.keys();
  for (const old of known.slice(0, Math.max(0, known.length - KEPT))) await cache.delete(old);
}

/** Whether a page of the build was given out within the last hour, by this device's clock. */
export async function isTried(build: string): Promise<boolean> {
  const at = await (await (await caches.open(CACHE)).match(tried(build)))?.text();
  const age = Date.now() - Number(at ?? Number.NaN);
  return age >= 0 && age < AGAIN_MS;
}

/** A page of the build is given out. */
export async function noteTried(build: string): Promise<void> {
  await (await caches.open(CACHE)).put(tried(build), new Response(String(Date.now())));
}
