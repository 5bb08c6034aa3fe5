/** The page of an offline bundle: the product's own pages, over the REST app that runs in this page. */
import '#src/styles/main.css';
import '#src/meeting-ui/meeting.css';
import './bundle.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { createBundleApp } from '#server/bundle/bundle-app.ts';
import { BUNDLE_GLOBAL, type BundledContent } from '#server/bundle/bundle-content.ts';
import { type OpenBundle, openBundle } from '#server/bundle/open-bundle.ts';
import { breathe } from '#server/meetings/breathe.ts';
import { App } from '#src/app/app.tsx';
import { forgetLastGood } from '#src/lib/last-good.ts';
import { createQueryClient } from '#src/lib/query-client.ts';
import { BundleBar } from './bundle-bar.tsx';
import { Damaged } from './damaged.tsx';
import { hashOf, useHashLocation, useHashSearch } from './hash-location.ts';

/** No host has this name: should a request ever leave, it arrives nowhere. */
const NOWHERE = 'http://bundle.invalid';
/** How long the page may stand still while a long document is looked through. */
const STILL_MS = 50;

/** Takes what the scripts beside this one have left. */
function takeContent(): BundledContent {
  const place = globalThis as { [BUNDLE_GLOBAL]?: BundledContent };
  const content = place[BUNDLE_GLOBAL] ?? {};
  delete place[BUNDLE_GLOBAL];
  return content;
}

/** Lets the page say how far it is, while the document is looked through. */
function pauses(): (done: number) => Promise<void> {
  let since = performance.now();
  return async (done) => {
    if (performance.now() - since < STILL_MS) return;
    const bar = document.querySelector('progress');
    if (bar !== null) bar.value = done;
    await breathe();
    since = performance.now();
  };
}

/** From here on every request is answered in this page, and no stream of news is opened. */
function answerHere(bundle: OpenBundle): void {
  const app = createBundleApp(bundle);
  globalThis.fetch = (input, init) => app.fetch(new Request(new URL(String(input), NOWHERE), init));
  Reflect.deleteProperty(globalThis, 'EventSource');
}

async function main(): Promise<void> {
  const place = document.getElementById('root');
  if (place === null) throw new Error('the page has no element "root"');
  const opened = await openBundle(takeContent(), pauses());
  const root = createRoot(place);
  if ('damage' in opened) {
    root.render(<Damaged damage={opened} />);
    return;
  }
  answerHere(opened);
  // Folders share what a browser keeps of them: no copy of another bundle stands in for this one.
  forgetLastGood();
  const { details, lang } = opened.meeting;
  if (!location.hash.startsWith('#/')) {
    const id = encodeURIComponent(details[lang].meeting.id);
    history.replaceState(null, '', hashOf(`/meetings/${id}`));
  }
  root.render(
    <QueryClientProvider client={createQueryClient()}>
      <Router hook={useHashLocation} searchHook={useHashSearch} hrefs={hashOf}>
        <App browserLang={lang} />
        <BundleBar bundle={opened} />
      </Router>
    </QueryClientProvider>,
  );
}

void main();
