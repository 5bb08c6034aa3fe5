/** A new build whose script fails at its start, on a wall that nobody touches. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { alive } from '#tests/e2e/alive.ts';
import { launchChromium } from '#tests/setup/browser.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { addWriter, report, type Writer } from '#tests/setup/writer.ts';
import { type BadProxy, openBadProxy } from './bad-proxy.ts';
import { buildOf, builtWorker, renew, workerOf } from './other-workers.ts';

let cockpit: ServedCockpit;
let browser: Browser;
let writer: Writer;
beforeAll(async () => {
  cockpit = await serveCockpit();
  browser = await launchChromium();
  writer = await addWriter(cockpit.home.store.db);
});
afterAll(async () => {
  await browser?.close();
  await cockpit?.close();
});

let proxy: BadProxy;
let context: BrowserContext | null = null;
beforeEach(async () => {
  proxy = await openBadProxy(cockpit.url);
});
afterEach(async () => {
  await context?.close();
  await proxy.close();
});

async function openWall(serviceWorkers: 'allow' | 'block'): Promise<Page> {
  context = await browser.newContext({ serviceWorkers });
  const page = await context.newPage();
  await page.goto(`${proxy.url}/wall?lang=zh`);
  await alive(page);
  return page;
}

/** The document of a wall as another build would send it; `script` null = with the code of this one. */
async function documentOf(build: string, script: string | null): Promise<string> {
  const html = await (await fetch(`${cockpit.url}/wall?lang=zh`)).text();
  const named = html.replace(/data-build="[^"]*"/, `data-build="${build}"`);
  return script === null
    ? named
    : named.replace(/<script type="module"[^>]*><\/script>/g, `<script src="${script}"></script>`);
}

/** From here on the server is of a build that throws at its start. */
async function breakBuild(): Promise<void> {
  proxy.answer('/assets/broken.js', 'throw new Error("broken")');
  proxy.answer('/wall', await documentOf('build-broken', '/assets/broken.js'));
  proxy.answer('/service-worker.js', await workerOf('build-broken', '/assets/broken.js'));
}

const buildShown = (page: Page) => page.evaluate(() => document.documentElement.dataset.build);
const link = (page: Page) => page.locator('.link-state').first();
/** Beyond the guard's minute, and what it is spread by. */
const PAST_THE_GUARD_MS = 75_000;

let reports = 0;
async function write(): Promise<void> {
  reports += 1;
  const [note, key] = [`第 ${reports} 次`, `broken-build-${reports}`];
  expect((await report(cockpit.url, writer, { task: 't.core-business', note, key })).status).toBe(
    201,
  );
}

/** Whether documents of a build are kept on the device. */
const keeps = (page: Page, build: string): Promise<boolean> =>
  page.evaluate(async (name) => {
    const pages = await window.caches.open('reform-cockpit-pages');
    const texts = await Promise.all(
      (await pages.keys()).map(async (key) => (await pages.match(key))?.text() ?? ''),
    );
    return texts.some((text) => text.includes(`data-build="${name}"`));
  }, build);

test('the build before goes on, live; a mended one takes over', async () => {
  const page = await openWall('allow');
  const current = buildOf(await builtWorker());
  await renew(page, current);
  await expect.poll(() => keeps(page, current)).toBe(true);

  await breakBuild();
  await page.clock.install();
  await page.reload();
  expect(await buildShown(page)).toBe('build-broken');
  // The worst case: the broken build's worker is in charge already.
  await renew(page, 'build-broken');
  const again = page.waitForEvent('load');
  await page.clock.runFor(PAST_THE_GUARD_MS);
  await again;
  await alive(page);
  expect(await buildShown(page)).toBe(current);
  await page.clock.runFor(10_000);
  await link(page).filter({ hasText: '在线' }).waitFor();
  proxy.asked();
  await write();
  await expect
    .poll(async () => {
      await page.clock.runFor(5_000);
      return proxy.asked().filter((path) => path.startsWith('/api/board')).length;
    })
    .toBeGreaterThan(0);
  // Loaded anew it does not try the broken one over and over.
  await page.reload();
  await alive(page);
  expect(await buildShown(page)).toBe(current);

  proxy.answer('/wall', await documentOf('build-mended', null));
  proxy.answer('/service-worker.js', await workerOf('build-mended', '/favicon.svg'));
  await page.reload();
  await alive(page);
  expect(await buildShown(page)).toBe('build-mended');
  await page.clock.runFor(10_000);
  await expect.poll(() => keeps(page, 'build-mended')).toBe(true);
});

test('without a worker the painted picture is anew every minute, and stays where the server is away', async () => {
  const page = await openWall('block');
  await breakBuild();
  await page.clock.install();
  await page.reload();
  expect(await buildShown(page)).toBe('build-broken');
  const again = page.waitForEvent('load');
  await page.clock.runFor(PAST_THE_GUARD_MS);
  await again;
  expect(await page.locator('.area-fund').innerText()).toContain('16.5');

  proxy.asked();
  proxy.misbehave('silent');
  await page.clock.runFor(2 * PAST_THE_GUARD_MS);
  await expect.poll(() => proxy.asked().length).toBeGreaterThan(0);
  expect(await page.locator('.area-fund').innerText()).toContain('16.5');

  // The server is mended.
  proxy.answer('/wall', null);
  proxy.misbehave('none');
  await expect
    .poll(async () => {
      // Only the broken page's clock is moved: the mended one needs its time to start.
      const shown = await buildShown(page).catch(() => null);
      if (shown === 'build-broken') await page.clock.runFor(PAST_THE_GUARD_MS).catch(() => null);
      return page.evaluate(() => document.documentElement.dataset.runs).catch(() => null);
    })
    .toBe('1');
});
