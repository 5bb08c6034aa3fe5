import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '#tests/setup/browser.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { openDrawn } from './drawn-page.ts';
import { layoutShift } from './layout-shift.ts';

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

const open = (address: string, width: number, height: number) =>
  openDrawn(browser, `${cockpit.url}${address}`, width, height);

/** Words of the drawing that leave it or lie on each other, and panels whose content is higher than they are. */
const faultsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const host = document.querySelector('.chart-box');
    if (host === null) return ['no chart'];
    const frame = host.getBoundingClientRect();
    const words = [...host.querySelectorAll('text')].map((text) => ({
      says: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    for (const { says, box } of words) {
      const isOut =
        box.left < frame.left - 1 ||
        box.right > frame.right + 1 ||
        box.top < frame.top - 1 ||
        box.bottom > frame.bottom + 1;
      if (isOut) faults.push(`out of the drawing: ${says}`);
    }
    words.forEach((a, index) => {
      for (const b of words.slice(index + 1)) {
        const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        const least = Math.min(a.box.width * a.box.height, b.box.width * b.box.height);
        if (width > 0 && height > 0 && width * height > 0.15 * least)
          faults.push(`one on another: ${a.says} / ${b.says}`);
      }
    });
    // Letters hang a little below a line that is as high as its figures.
    const slack = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.4;
    for (const panel of document.querySelectorAll('.panel-body')) {
      if (panel.clientHeight > 0 && panel.scrollHeight > panel.clientHeight + slack)
        faults.push(`too high: ${panel.textContent?.slice(0, 40)}`);
    }
    return faults;
  });

describe.each([
  ['/wall/talent', 1920, 1080],
  ['/wall/talent', 7680, 2160],
  ['/wall/talent', 1080, 1920],
  ['/talent', 1366, 768],
  ['/talent', 390, 844],
  ['/wall/finance', 1920, 1080],
  ['/wall/finance', 7680, 2160],
  ['/wall/finance', 1080, 1920],
  ['/finance', 1366, 768],
  ['/finance', 390, 844],
])('%s at %i x %i', (path, width, height) => {
  test.each(['zh', 'en'])('%s: whole, quiet and steady', async (lang) => {
    const { page, said, close } = await open(`${path}?lang=${lang}`, width, height);
    expect(await faultsOf(page)).toEqual([]);
    const size = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.scrollHeight,
    ]);
    expect(size[0]).toBe(width);
    if (path.startsWith('/wall')) expect(size[1]).toBe(height);
    expect(await layoutShift(page)).toBe(0);
    expect(said).toEqual([]);
    await close();
  });
});

test.each([
  ['/wall/talent?lang=zh', ['2,956', '168', '276', '超 710 场', '来源未写明是哪两年']],
  ['/wall/finance?lang=zh', ['1.86', '1,800', '1,200', '104', '超 8.8 亿元']],
])('%s has its figures in the document before any script has run', async (address, pieces) => {
  const html = await (await fetch(`${cockpit.url}${address}`)).text();
  const painted = html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, '');
  for (const piece of pieces) expect(painted).toContain(piece);
});

test('a figure opens its passport by Enter, and the address says which', async () => {
  const { page, said, close } = await open('/finance?lang=zh', 1440, 900);
  await page.locator('button[data-code="finance.credit.a5.amount"]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(new URL(page.url()).searchParams.get('passport')).toBe('finance.credit.a5.amount');
  expect(said).toEqual([]);
  await close();
});
