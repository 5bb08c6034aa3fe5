import { QueryClientProvider } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import type { Language } from '#core/contract/lists.ts';
import { keepOnDevice } from '#src/lib/keep-on-device.ts';
import { startLive } from '#src/lib/live.ts';
import { createQueryClient } from '#src/lib/query-client.ts';
import { App } from './app.tsx';
import { controls, printFoot } from './controls.ts';
import { readFirstData, seedFirstData } from './first-data.ts';
import { readPageAddress } from './page-address.ts';
import { passportPart } from './passport-layer.tsx';
import { wrongAddress } from './wrong-address.ts';

const browserLanguage = (): Language =>
  navigator.languages.find((tag) => /^(zh|en)\b/.test(tag))?.startsWith('en') ? 'en' : 'zh';

/** The painted elements and those that take their place are the same, in the same order. */
function rememberFocus(root: HTMLElement): () => void {
  const place = [...root.querySelectorAll('*')].indexOf(document.activeElement ?? root);
  return () => {
    const now = root.querySelectorAll('*')[place];
    if (now instanceof HTMLElement) now.focus({ preventScroll: true });
  };
}

/**
 * Takes over from the picture that the server painted: with its data and the page's code at hand, the first
 * commit replaces the painted document with the same pixels. Hydration would have to match it node by node;
 * this only has to look the same.
 * @param base what comes before the pages' own paths in the address, without its last slash; `''` at a host's root.
 */
export async function start(root: HTMLElement, base: string): Promise<void> {
  const client = createQueryClient();
  const first = readFirstData();
  if (first !== null) seedFirstData(client, first);
  const path = location.pathname.slice(base.length);
  const { page, address, faults } = readPageAddress(path, location.search);
  const isDesk = page?.shell === 'desk' && page.over === 'board';
  const isOpen = isDesk && address.passport !== null;
  await Promise.all([
    page === null || faults.length > 0 ? wrongAddress.load() : page.part.load(),
    isDesk ? controls.load() : null,
    isDesk ? printFoot.load() : null,
    isOpen ? passportPart.load() : null,
  ]);
  const focusAgain = rememberFocus(root);
  flushSync(() =>
    createRoot(root).render(
      <QueryClientProvider client={client}>
        <Router base={base}>
          <App browserLang={first?.question.lang ?? browserLanguage()} />
        </Router>
      </QueryClientProvider>,
    ),
  );
  focusAgain();
  document.documentElement.dataset.runs = '1';
  // The demo carries its server with it: nobody else writes, and nothing has to be kept.
  if (import.meta.env.MODE !== 'production') return;
  const isWall = page?.shell === 'wall';
  // Its code comes after the first picture.
  const keep = async () => (await import('./keep-screen.ts')).keepScreen(client, base);
  startLive(client, isWall ? 'wall' : 'desk', isWall ? keep : null);
  keepOnDevice();
}
