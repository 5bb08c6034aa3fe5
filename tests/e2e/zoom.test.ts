/** Desk pages at twice the size of a small laptop, and by keyboard alone. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pages } from '#src/app/pages.ts';
import { launchChromium } from '#tests/setup/browser.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
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

const paths = pages
  .filter((page) => page.shell === 'desk' && page.over === 'board')
  .map((page) => page.path);

test.each(paths)(
  '%s at twice its size needs no scrolling sideways and loses no control',
  async (path) => {
    // What a browser does at 200 %: half the CSS pixels, twice the device's.
    const page = await browser.newPage({
      viewport: { width: 683, height: 384 },
      deviceScaleFactor: 2,
    });
    await page.goto(`${cockpit.url}${path}?lang=zh`);
    await atRest(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(683);
    for (const control of [
      page.getByRole('button', { name: '设置' }),
      page.getByRole('combobox', { name: '数据截至' }),
      page.getByText('回看当时所知'),
    ]) {
      await control.scrollIntoViewIfNeeded();
      expect(await control.isVisible()).toBe(true);
    }
    await page.close();
  },
);

test('settings by keyboard alone: open, choose with the arrows, close, and the focus is back', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await page.goto(`${cockpit.url}/?lang=zh`);
  await atRest(page);
  const opener = page.getByRole('button', { name: '设置' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '显示设置' }).waitFor();
  await page.getByRole('radio', { name: '页面默认' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('html[data-theme="dark"]').waitFor();
  for (let i = 0; i < 20; i += 1) {
    await page.keyboard.press('Tab');
    const where = await page.evaluate(
      () =>
        document.activeElement?.closest('dialog') === null &&
        document.activeElement !== document.body,
    );
    expect(where).toBe(false);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator(':focus').and(opener).waitFor();
  await page.reload();
  await atRest(page);
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await page.close();
});
