/** A wall whose page is caught in an endless loop. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alive } from '#tests/e2e/alive.ts';
import { launchChromium } from '#tests/setup/browser.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { openBadProxy } from './bad-proxy.ts';
import { buildOf, builtWorker, renew } from './other-workers.ts';

let cockpit: ServedCockpit;
let browser: Browser;
beforeAll(async () => {
  cockpit = await serveCockpit();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await cockpit?.close();
});

test('a page that hangs is loaded anew by its worker, in a process of its own', async () => {
  const proxy = await openBadProxy(cockpit.url);
  const worker = await builtWorker();
  const impatient = worker.replace('58e3', '2e4');
  expect(impatient).not.toBe(worker);
  proxy.answer('/service-worker.js', impatient);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${proxy.url}/wall?lang=zh`);
  await alive(page);
  await renew(page, buildOf(worker));
  // The worker has heard of the page once its keeper has spoken to it.
  await page.evaluate(() => {
    const { controller } = navigator.serviceWorker;
    if (controller === null) throw new Error('no worker is in charge');
    const { postMessage } = controller;
    controller.postMessage = (message: unknown) => {
      postMessage.call(controller, message);
      document.documentElement.dataset.spoke = typeof message;
    };
  });
  await page.waitForFunction(() => document.documentElement.dataset.spoke === 'object');
  proxy.asked();
  // Nobody who hangs answers: what becomes of it is seen by what the server is asked.
  void page
    .evaluate(() =>
      setTimeout(() => {
        for (;;);
      }),
    )
    .catch(() => undefined);
  const asked: string[] = [];
  await expect
    .poll(
      () => {
        asked.push(...proxy.asked());
        const again = asked.findIndex((path) => path.startsWith('/wall'));
        return again !== -1 && asked.slice(again).includes('/api/events');
      },
      { timeout: 80_000, interval: 500 },
    )
    .toBe(true);
  await context.close();
  await proxy.close();
}, 120_000);
