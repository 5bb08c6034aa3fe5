import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#tests/setup/browser.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { faultsOfWall } from './wall-faults.ts';

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

const pages = ['', '/tasks', '/platforms', '/funds', '/talent', '/finance', '/definitions'];
const sizes = [
  [1920, 1080],
  [3840, 1080],
  [1080, 1920],
] as const;
const said = { zh: /\d\d:\d\d 生成，每分钟自动刷新/, en: /made at \d\d:\d\d, anew every minute/ };

test.each(pages)('a box that runs no script shows /wall/static%s whole', async (path) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  for (const lang of ['zh', 'en'] as const) {
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await page.goto(`${cockpit.url}/wall/static${path}?lang=${lang}&rotate=20`);
      const where = `${lang} ${width} x ${height}`;
      // It hears nothing and does not turn, and does not say that it does.
      const note = page.locator('.static-note');
      expect(await note.count(), where).toBe(1);
      expect(await note.innerText(), where).toMatch(said[lang]);
      expect(await page.locator('.link-shape, .rotation').count(), where).toBe(0);
      expect(await faultsOfWall(page), where).toEqual([]);
      const charts = page.locator('.chart-box');
      for (let n = 0; n < (await charts.count()); n += 1)
        expect(await charts.nth(n).locator('svg text').count(), where).toBeGreaterThan(5);
    }
  }
  expect(complaints).toEqual([]);
  await context.close();
});
