/**
 * Keeps the product's code and the last document of each page on the device, so that a reload or a reboot without the
 * server shows the last good copy and not the browser's own error page. Answers of the API are never kept here: how
 * old a picture is, is for the page to know and to say.
 *
 * A build is taken over whole or not at all: where one of its files cannot be had, the build before stays.
 */
import { asCopy, nothingKept, PAGES_CACHE } from './pages.ts';

/** Filled in by the build. */
declare const BUILD: string;
declare const FILES: readonly string[];
declare const self: ServiceWorkerGlobalScope;

const PREFIX = 'reform-cockpit-build-';
const CURRENT = `${PREFIX}${BUILD}`;
/** The build that the kept documents may still speak of. */
const BUILDS_KEPT = 2;
const PAGES_KEPT = 12;
const ANSWER_LIMIT_MS = 6_000;

async function takeOver(): Promise<void> {
  const cache = await caches.open(CURRENT);
  await cache.addAll([...FILES]);
  await self.skipWaiting();
}

async function dropOldBuilds(): Promise<void> {
  const builds = (await caches.keys()).filter(
    (name) => name.startsWith(PREFIX) && name !== CURRENT,
  );
  for (const name of builds.slice(0, Math.max(0, builds.length - BUILDS_KEPT + 1)))
    await caches.delete(name);
}

/** Documents of the build before are fetched anew; what cannot be had now is kept as it is. */
async function renewPages(): Promise<void> {
  const cache = await caches.open(PAGES_CACHE);
  for (const request of await cache.keys()) {
    const fresh = await fetch(request.url).catch(() => null);
    if (fresh?.ok) await cache.put(request.url, fresh);
  }
}

async function keepPage(url: string, response: Response): Promise<void> {
  const cache = await caches.open(PAGES_CACHE);
  await cache.delete(url);
  await cache.put(url, response);
  const kept = await cache.keys();
  for (const old of kept.slice(0, Math.max(0, kept.length - PAGES_KEPT))) await cache.delete(old);
}

/** The last document of this address, of this page, or of the wall. */
async function keptPage(url: string): Promise<Response> {
  const cache = await caches.open(PAGES_CACHE);
  const found =
    (await cache.match(url)) ??
    (await cache.match(url, { ignoreSearch: true })) ??
    (await cache.match('/wall', { ignoreSearch: true }));
  const html = found === undefined ? nothingKept : asCopy(await found.text());
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  return new Response(html, { status: found === undefined ? 503 : 200, headers });
}

async function page(event: FetchEvent): Promise<Response> {
  const { url } = event.request;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), ANSWER_LIMIT_MS);
  try {
    const response = await fetch(event.request, { signal: stop.signal });
    if (response.status >= 500) return await keptPage(url);
    if (response.ok) event.waitUntil(keepPage(url, response.clone()));
    return response;
  } catch {
    return keptPage(url);
  } finally {
    clearTimeout(timer);
  }
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(takeOver()));
self.addEventListener('activate', (event) =>
  event.waitUntil(
    dropOldBuilds()
      .then(() => self.clients.claim())
      .then(renewPages),
  ),
);
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && !url.pathname.startsWith('/api'))
    event.respondWith(page(event));
  else if (url.pathname.startsWith('/assets/') || url.pathname === '/favicon.svg')
    event.respondWith(file(request));
});
