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

type Box = {
  readonly words: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Upright words of the drawing with their places, and the box that they belong into. */
const wordsIn = (page: Page): Promise<{ frame: Box; words: Box[] }> =>
  page.evaluate(() => {
    const box = (element: Element, words: string) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { words, left, top, right, bottom };
    };
    const host = document.querySelector('.chart-box');
    if (host === null) throw new Error('no chart');
    const upright = [...host.querySelectorAll('text')].filter(
      (text) => !/matrix|rotate/.test(text.getAttribute('transform') ?? ''),
    );
    return {
      frame: box(host, ''),
      words: upright.map((text) => box(text, text.textContent ?? '')),
    };
  });

const overlap = (a: Box, b: Box): number => {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const area = (box: Box) => (box.right - box.left) * (box.bottom - box.top);
  return (width * height) / Math.min(area(a), area(b));
};

describe.each([
  ['/wall/funds', 1920, 1080],
  ['/wall/funds', 3840, 2160],
  ['/wall/funds', 7680, 2160],
  ['/wall/funds', 1080, 1920],
  ['/funds', 1440, 900],
  ['/funds', 1366, 768],
  ['/funds', 390, 844],
])('%s at %i x %i', (path, width, height) => {
  test.each(['zh', 'en'])('%s: drawn, quiet, steady, and no word on another', async (lang) => {
    const { page, said, close } = await open(`${path}?lang=${lang}`, width, height);
    const { frame, words } = await wordsIn(page);
    expect(words.map((word) => word.words)).toContain(
      lang === 'zh' ? '差 16.4 个百分点' : '16.4 points behind',
    );
    for (const word of words) {
      expect(word.left, word.words).toBeGreaterThanOrEqual(frame.left - 1);
      expect(word.right, word.words).toBeLessThanOrEqual(frame.right + 1);
      expect(word.bottom, word.words).toBeLessThanOrEqual(frame.bottom + 1);
    }
    const collisions = words.flatMap((a, index) =>
      words
        .slice(index + 1)
        .flatMap((b) => (overlap(a, b) > 0.15 ? [`${a.words} / ${b.words}`] : [])),
    );
    expect(collisions).toEqual([]);
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

test('the figures are in the document before any script has run', async () => {
  const html = await (await fetch(`${cockpit.url}/funds?lang=zh`)).text();
  const painted = html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, '');
  for (const piece of ['16.5%', '16.4', '7,900', '6,600 万元（推算）', '序时 32.9%'])
    expect(painted).toContain(piece);
  expect(html).toMatch(/modulepreload[^>]*echarts/);
});

test('letters and lines of the drawing grow with the wall', async () => {
  const sizeAt = async (width: number, height: number) => {
    const { page, close } = await open('/wall/funds?lang=zh', width, height);
    const size = await page
      .locator('.chart-box svg text', { hasText: '差 16.4' })
      .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
    await close();
    return size;
  };
  const small = await sizeAt(1920, 1080);
  expect(await sizeAt(3840, 2160)).toBeCloseTo(2 * small, 1);
});

test('the drawing follows the window', async () => {
  const { page, close } = await open('/funds?lang=zh', 1440, 900);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.waitForFunction(() => {
    const host = document.querySelector('.chart-box');
    const svg = host?.querySelector('svg');
    return host && svg && Math.abs(svg.getBoundingClientRect().width - host.clientWidth) < 1;
  });
  const { frame, words } = await wordsIn(page);
  for (const word of words) expect(word.right, word.words).toBeLessThanOrEqual(frame.right + 1);
  await close();
});

test('T shows the numbers in the place of the drawing, and nothing moves', async () => {
  const { page, said, close } = await open('/funds?lang=en', 1440, 900);
  await page.keyboard.press('t');
  await page.locator('.chart-table').waitFor();
  const rows = await page.locator('.chart-table tbody tr').allInnerTexts();
  expect(rows.map((row) => row.split('\t').slice(0, 3))).toEqual([
    ['2021-04-30', 'disbursed', '13'],
    ['2021-05-31', 'no new figure', 'no new figure'],
    ['2021-12-31', 'plan', '79'],
  ]);
  expect(await layoutShift(page)).toBe(0);
  await page.keyboard.press('Escape');
  await page.locator('.chart-table').waitFor({ state: 'detached' });
  expect(said).toEqual([]);
  await close();
});
