import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#tests/setup/browser.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';

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

test.each(['', '/tasks', '/platforms', '/funds', '/talent', '/finance'])(
  'a box that runs no script shows /wall/static%s whole',
  async (path) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 1920, height: 1080 },
    });
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(`${cockpit.url}/wall/static${path}?lang=zh`);
    expect(await page.locator('h1').innerText()).toContain('数字化改革驾驶舱');
    expect(await page.locator('.static-note').innerText()).toMatch(/^\d\d:\d\d 生成/);
    const box = await page.locator('main').boundingBox();
    expect(box?.height).toBeLessThanOrEqual(1080);
    const charts = page.locator('.chart-box');
    for (let n = 0; n < (await charts.count()); n += 1)
      expect(await charts.nth(n).locator('svg text').count()).toBeGreaterThan(5);
    expect(said).toEqual([]);
    await context.close();
  },
);
