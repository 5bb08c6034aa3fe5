/** A server that is killed, and a device that starts anew without it or with a worker of long ago. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alive } from '#tests/e2e/alive.ts';
import { launchChromium } from '#tests/setup/browser.ts';
import { fillStore, startProcess } from '#tests/setup/cockpit-process.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { report } from '#tests/setup/writer.ts';
import { type BadProxy, openBadProxy } from './bad-proxy.ts';
import { buildOf, builtWorker, caches, renew, workerOf } from './other-workers.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const link = (page: Page) => page.locator('.link-state').first();

test('a server killed without a word is missed, and found again with what was written since', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cockpit-killed-'));
  const writer = await fillStore(folder);
  const first = await startProcess({ env: { DATA_DIR: folder } });
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(String(error)));
  const listening = page.waitForRequest((request) => request.url().endsWith('/api/events'));
  await page.goto(`${first.url}/wall?lang=zh`);
  await alive(page);
  await listening;
  await first.kill();
  await link(page).filter({ hasText: '离线' }).waitFor();
  expect(await page.locator('.area-fund').innerText()).toContain('16.5');

  const { port } = new URL(first.url);
  const second = await startProcess({ env: { DATA_DIR: folder, PORT: port } });
  const reply = await report(second.url, writer, {
    task: 't.core-business',
    note: '之后',
    key: 'after-the-kill',
  });
  expect(reply.status).toBe(201);
  await link(page).filter({ hasText: '在线' }).waitFor();
  expect(said).toEqual([]);
  await page.close();
  await second.kill();
  await rm(folder, { recursive: true });
});

async function openThrough(proxy: BadProxy): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${proxy.url}/wall?lang=zh`);
  await alive(page);
  return page;
}

let cockpit: ServedCockpit;
beforeAll(async () => {
  cockpit = await serveCockpit();
});
afterAll(() => cockpit?.close());

test('a worker of two versions ago gives way to the newest as a whole, and its files go', async () => {
  const proxy = await openBadProxy(cockpit.url);
  proxy.answer('/assets/oldest.js', '// oldest');
  proxy.answer('/service-worker.js', await workerOf('build-oldest', '/assets/oldest.js'));
  const page = await openThrough(proxy);
  await renew(page, 'build-oldest');
  proxy.answer('/assets/older.js', '// older');
  proxy.answer('/service-worker.js', await workerOf('build-older', '/assets/older.js'));
  await renew(page, 'build-older');
  proxy.answer('/service-worker.js', null);
  const current = buildOf(await builtWorker());
  await renew(page, current);
  await expect.poll(() => caches(page)).not.toContainEqual(expect.stringContaining('oldest'));

  await page.reload();
  await alive(page);
  await page.waitForFunction(() =>
    Object.keys(localStorage).some((key) => key.startsWith('reform-cockpit.last-good')),
  );
  // Without a server the newest build stands on its own.
  await proxy.close();
  await page.reload();
  await alive(page);
  await link(page).filter({ hasText: '离线' }).waitFor();
  expect(await page.locator('.area-fund').innerText()).toContain('16.5');
  await page.context().close();
});

test('an update that cannot be had whole changes nothing', async () => {
  const proxy = await openBadProxy(cockpit.url);
  const page = await openThrough(proxy);
  const current = buildOf(await builtWorker());
  await renew(page, current);
  await page.reload();
  await alive(page);
  await page.waitForFunction(() =>
    Object.keys(localStorage).some((key) => key.startsWith('reform-cockpit.last-good')),
  );
  proxy.answer('/service-worker.js', await workerOf('build-broken', '/assets/missing.js'));
  const outcome = await page.evaluate(async () => {
    const known = await navigator.serviceWorker.getRegistration();
    const found = new Promise<string>((resolve) => {
      known?.addEventListener('updatefound', () => {
        const worker = known.installing;
        worker?.addEventListener('statechange', () => resolve(worker.state));
      });
    });
    await known?.update();
    return found;
  });
  expect(outcome).toBe('redundant');

  await proxy.close();
  await page.reload();
  await alive(page);
  await link(page).filter({ hasText: '离线' }).waitFor();
  expect(await page.locator('.area-fund').innerText()).toContain('16.5');
  await page.context().close();
});
