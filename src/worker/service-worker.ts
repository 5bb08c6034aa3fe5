/**
 * Keeps the product's code and the last document of each page on the device, so that a reload or a reboot without the
 * server shows the last good copy and not the browser's own error page. Answers of the API are never kept here: how
 * old a picture is, is for the page to know and to say.
 *
 * A build is taken over whole or not at all: where one of its files cannot be had, the build before stays. One whose
 * page was given out and never said that it runs is not given out again for a while: the last one that ran is.
 */
import { asCopy, buildIn, nothingKept, PAGES_CACHE } from './pages.ts';
import { hasRun, isTried, noteRun, noteTried } from './trials.ts';
import { heardOf, inAnotherProcess } from './watchdog.ts';

/** Filled in by the build. */
declare const BUILD: string;
declare const FILES: readonly string[];
declare const self: ServiceWorkerGlobalScope;

const PREFIX = 'reform-cockpit-build-';
const CURRENT = `${PREFIX}${BUILD}`;
const PAGES_KEPT = 12;
const ANSWER_LIMIT_MS = 6_000;

async function takeOver(): Promise<void> {
  const cache = await caches.open(CURRENT);
  await cache.addAll([...FILES]);
  await self.skipWaiting();
}

/** Beside the newest build the last one that ran stays: kept documents speak of it. */
async function dropOldBuilds(): Promise<void> {
  const builds = (await caches.keys()).filter(
    (name) => name.startsWith(PREFIX) && name !== CURRENT,
  );
  let stays = builds[builds.length - 1];
  for (const name of builds) if (await hasRun(name.slice(PREFIX.length))) stays = name;
  for (const name of builds) if (name !== stays) await caches.delete(name);
}

/** A build runs for the first time: its documents take the place of those before; what cannot be had now is kept. */
async function renewPages(build: string, shown: string): Promise<void> {
  const cache = await caches.open(PAGES_CACHE);
  const urls = (await cache.keys()).map(({ url }) => url).filter((url) => url !== shown);
  for (const url of [...urls, shown]) {
    const fresh = await fetch(url).catch(() => null);
    if (fresh?.ok && buildIn(await fresh.clone().text()) === build) await keepPage(url, fresh);
  }
}

async function keepPage(url: string, response: Response): Promise<void> {
  const cache = await caches.open(PAGES_CACHE);
  await cache.delete(url);
  await cache.put(url, response);
  const kept = await cache.keys();
  for (const old of kept.slice(0, Math.max(0, kept.length - PAGES_KEPT))) await cache.delete(old);
}

/** The last document of this address, of this page, or of the wall; null = none was kept. */
async function keptHtml(url: string): Promise<string | null> {
  const cache = await caches.open(PAGES_CACHE);
  const found =
    (await cache.match(url)) ??
    (await cache.match(url, { ignoreSearch: true })) ??
    (await cache.match('/wall', { ignoreSearch: true }));
  return found === undefined ? null : found.text();
}

const asDocument = (html: string, status: number): Response =>
  new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });

async function keptPage(url: string): Promise<Response> {
  const html = await keptHtml(url);
  return html === null ? asDocument(nothingKept, 503) : asDocument(asCopy(html), 200);
}

/** What the server sent; in place of a build that was tried and did not run the last one that did. */
async function given(event: FetchEvent, response: Response): Promise<Response> {
  const { url } = event.request;
  const build = buildIn(await response.clone().text());
  if (build === null || (await hasRun(build))) {
    event.waitUntil(keepPage(url, response.clone()));
    return response;
  }
  if (await isTried(build)) {
    const html = await keptHtml(url);
    if (html !== null && buildIn(html) !== build) return asDocument(asCopy(html), 200);
  }
  await noteTried(build);
  return response;
}

async function page(event: FetchEvent): Promise<Response> {
  const { url } = event.request;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), ANSWER_LIMIT_MS);
  try {
    const response = await fetch(event.request, { signal: stop.signal });
    if (response.status >= 500) return await keptPage(url);
    return response.ok ? await given(event, response) : response;
  } catch {
    return keptPage(url);
  } finally {
    clearTimeout(timer);
  }
}

/** A page says that its build runs. */
async function runs(build: string, shown: string): Promise<void> {
  if (await hasRun(build)) return;
  await noteRun(build);
  await renewPages(build, shown);
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(takeOver()));
self.addEventListener('activate', (event) =>
  event.waitUntil(dropOldBuilds().then(() => self.clients.claim())),
);
self.addEventListener('message', (event) => {
  const { data, source } = event;
  if (!(source instanceof WindowClient)) return;
  // A name: a page of that build runs. Anything else: a wall lives.
  const isName = typeof data === 'string';
  event.waitUntil(isName ? runs(data, source.url) : heardOf(source.id, data.isolated === true));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && !url.pathname.startsWith('/api'))
    event.respondWith(page(event).then(inAnotherProcess));
  else if (url.pathname.startsWith('/assets/') || url.pathname === '/favicon.svg')
    event.respondWith(file(request));
});
