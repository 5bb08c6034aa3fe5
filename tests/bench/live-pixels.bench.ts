import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchChromium } from '#tests/setup/browser.ts';
import { startBenchServer } from './bench-server.ts';
import { atMost, type Measure, median, noted, p99 } from './measure.ts';
import type { Came } from './screens-child.ts';

export const title =
  'From commit to pixels: two hundred simulated screens and a wall in a real browser';

const root = path.join(import.meta.dirname, '..', '..');
const SCREENS = 200;
const WRITES = 120;
/** Between two writes: now and then within the gap that bursts are told in. */
const PAUSE_MS = { least: 100, more: 900 };
/** The last boards are on their way. */
const REST_MS = 2_000;

/** Notes when what is blocked came into the picture or left it, each once the frame with it was drawn. */
const watchPixels = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const isBlocked = () => document.querySelector('.exceptions .icon-blocked') !== null;
    const drawn: number[] = [];
    let shown = isBlocked();
    Object.assign(window, { drawn });
    new MutationObserver(() => {
      if (isBlocked() === shown) return;
      shown = !shown;
      // The task after the frame's callbacks runs once the frame was handed over.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => drawn.push(Date.now());
        port2.postMessage(null);
      });
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });

/** When the change of this number was drawn, in ms since 1970. */
async function drawnAt(page: Page, number: number): Promise<number> {
  const handle = await page.waitForFunction(
    (n) => (window as unknown as { drawn: number[] }).drawn[n],
    number,
    { polling: 100 },
  );
  return (await handle.jsonValue()) ?? Number.NaN;
}

type Write = { readonly version: number; readonly committed: number };

/** For each write and screen: until the screen had the board. */
function delays(writes: readonly Write[], came: readonly Came[]): number[] {
  const byScreen = Map.groupBy(came, ({ screen }) => screen);
  return writes.flatMap(({ version, committed }) =>
    [...byScreen.values()].map((boards) => {
      const first = boards.find((board) => board.version >= version);
      return first === undefined ? Number.POSITIVE_INFINITY : first.at - committed;
    }),
  );
}

export async function run(): Promise<readonly Measure[]> {
  const place = mkdtempSync(path.join(tmpdir(), 'cockpit-pixels-'));
  const server = await startBenchServer(place, root);
  const child = fork(path.join(import.meta.dirname, 'screens-child.ts'), [
    server.url,
    String(SCREENS),
  ]);
  const browser = await launchChromium();
  try {
    await once(child, 'message');
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    const listens = page.waitForRequest((request) => request.resourceType() === 'eventsource');
    await page.goto(`${server.url}/wall?lang=zh`);
    await listens;
    await sleep(REST_MS);
    await watchPixels(page);
    const writes: Write[] = [];
    const pixels: number[] = [];
    for (let n = 0; n < WRITES; n += 1) {
      const committed = await server.report(n % 2 === 0 ? 'blocked' : 'in_progress');
      const version = await server.dataVersion();
      writes.push({ version, committed });
      pixels.push((await drawnAt(page, n)) - committed);
      await sleep(PAUSE_MS.least + Math.random() * PAUSE_MS.more);
    }
    await sleep(REST_MS);
    child.send('came');
    const [came] = (await once(child, 'message')) as [Came[]];
    const boards = delays(writes, came);
    return [
      atMost(`commit to pixels in a real browser, p99 of ${WRITES}`, p99(pixels), 1000, 'ms', 0),
      noted('  median, longest', `${median(pixels)} ms, ${Math.max(...pixels)} ms`),
      atMost(`commit to board on ${SCREENS} screens, p99`, p99(boards), 1000, 'ms', 0),
      noted('  median, longest', `${median(boards)} ms, ${Math.max(...boards)} ms`),
    ];
  } finally {
    await browser.close();
    child.disconnect();
    server.end();
    rmSync(place, { recursive: true, force: true });
  }
}
