import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#tests/setup/browser.ts';
import { serveCockpit } from '#tests/setup/served-cockpit.ts';
import { alive } from './alive.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** Waits until this page's code and document are kept on the device. */
async function isKept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    await navigator.serviceWorker.ready;
    return navigator.serviceWorker.controller !== null;
  });
  // The document that is kept is that of a visit which the worker saw.
  await page.reload();
  await alive(page);
  await page.waitForFunction(
    async () => (await (await caches.open('reform-cockpit-pages')).keys()).length > 0,
  );
}

const linkState = (page: Page) => page.locator('.link-state').first();

test('a wall that starts without its server shows the last good copy, says so, and comes back', async () => {
  const first = await serveCockpit();
  const port = new URL(first.url).port;
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(`${first.url}/wall?lang=zh`);
  await alive(page);
  await isKept(page);
  // Written a moment after the picture came.
  await page.waitForFunction(() =>
    Object.keys(localStorage).some((key) => key.startsWith('reform-cockpit.last-good')),
  );
  const shown = await page.locator('.area-fund').innerText();
  await first.close();

  await page.reload();
  await alive(page);
  await page.locator('.link-copy').first().waitFor();
  await expect.poll(() => page.locator('.area-fund').innerText()).toContain('16.5');
  expect(shown).toContain('16.5');
  // An address that was never opened shows the wall rather than the browser's own error page.
  await page.goto(`${first.url}/wall/talent?lang=zh`);
  await expect.poll(() => page.locator('body').innerText()).toContain('数字化改革驾驶舱');

  const second = await serveCockpit({ PORT: port });
  await page.goto(`${first.url}/wall?lang=zh`);
  await alive(page);
  await page.locator('.link-online').first().waitFor();
  await expect.poll(() => linkState(page).innerText()).toContain('在线');
  await page.close();
  await second.close();
});

test('nothing of a workspace that needs a sign-in is answered by the worker', async () => {
  const cockpit = await serveCockpit();
  const page = await browser.newPage();
  await page.goto(`${cockpit.url}/wall?lang=zh`);
  await alive(page);
  await isKept(page);
  const kept = await page.evaluate(async () => {
    const addresses: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) addresses.push(request.url);
    return addresses.map((address) => new URL(address).pathname);
  });
  expect(kept.filter((path) => path.startsWith('/api'))).toEqual([]);
  expect(kept).toContain('/wall');
  await page.close();
  await cockpit.close();
});
