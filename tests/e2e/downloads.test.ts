/** A chart as a file of the reader's: pixels at twice its size, and lines with words in them. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#tests/setup/browser.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { openDrawn } from './drawn-page.ts';
import { coloursOf } from './pixels.ts';

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

async function download(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test.each([
  ['/funds?lang=zh', '资金', '差 16.4 个百分点'],
  ['/talent?lang=zh', '人才', '2,956'],
  ['/finance?lang=zh&theme=dark', '金融', '1.86'],
])('%s: its chart as PNG and as SVG', async (address, topic, words) => {
  const { page, said, close } = await openDrawn(browser, `${cockpit.url}${address}`, 1440, 900);
  const drawing = page.locator('.chart-box svg').first();
  const [width, height] = await drawing.evaluate((svg) => [
    Number(svg.getAttribute('width')),
    Number(svg.getAttribute('height')),
  ]);
  if (width === undefined || height === undefined) throw new Error('the drawing has no size');
  await page.keyboard.press('t');

  const png = await download(page, '下载 PNG');
  expect(png.name).toMatch(new RegExp(`^${topic}.*2021.*\\.png$`));
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([2 * width, 2 * height]);
  const colours = await coloursOf(page, png.bytes);
  const total = 4 * width * height;
  // The ground is the card's, whole, and something is drawn on it in more than one colour.
  const card = await page
    .locator('.chart-box')
    .first()
    .evaluate((box) => getComputedStyle(box.closest('.panel-card') ?? box).backgroundColor);
  expect(colours[0]?.colour).toBe(card);
  expect(colours[0]?.count).toBeLessThan(0.995 * total);
  expect(colours.filter(({ count }) => count > 0.0005 * total).length).toBeGreaterThan(3);

  const svg = await download(page, '下载 SVG');
  expect(svg.name).toBe(png.name.replace(/png$/, 'svg'));
  const text = svg.bytes.toString('utf8');
  const read = await page.evaluate((source) => {
    const { documentElement: root } = new DOMParser().parseFromString(source, 'image/svg+xml');
    return { tag: root.tagName, box: root.getAttribute('viewBox'), words: root.textContent ?? '' };
  }, text);
  expect(read.tag).toBe('svg');
  expect(read.box).toBe(`0 0 ${width} ${height}`);
  expect(read.words.replace(/\s/g, '')).toContain(words.replace(/\s/g, ''));
  expect(said).toEqual([]);
  await close();
});
