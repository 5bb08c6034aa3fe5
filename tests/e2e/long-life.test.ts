import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#tests/setup/browser.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { turnRound, watchPage } from '#tests/setup/vitals.ts';
import { addWriter, report, TASKS } from '#tests/setup/writer.ts';
import { atRest } from './alive.ts';

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

test('a wall that turns and is written to gathers no nodes, listeners, charts or streams', async () => {
  const writer = await addWriter(cockpit.home.store.db);
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const watch = await watchPage(page);
  const stream = page.waitForRequest((request) => request.resourceType() === 'eventsource');
  await page.goto(`${cockpit.url}/wall?rotate=60&lang=zh`);
  await stream;
  /** A few rounds, with a write that shows in each. */
  const rounds = async (from: number, to: number) => {
    for (let n = from; n < to; n += 1) {
      const shown = watch.updates();
      const task = TASKS[n % TASKS.length] ?? TASKS[0];
      await report(cockpit.url, writer, { task, note: `第 ${n} 次`, key: `long-life-${n}` });
      await turnRound(page);
      await expect.poll(watch.updates).toBeGreaterThan(shown);
    }
    await atRest(page);
    return watch.measure();
  };
  const before = await rounds(0, 3);
  const after = await rounds(3, 9);
  expect(after.streams).toBe(1);
  expect(after.charts).toBeLessThanOrEqual(before.charts);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners * 1.1);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.1);
  expect(watch.said).toEqual([]);
  await page.close();
}, 120_000);
