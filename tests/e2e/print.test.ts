/** Every desk page on paper: A4 landscape, text that can be selected, drawings of lines, nothing cut. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pages } from '#src/app/pages.ts';
import { launchChromium } from '#tests/setup/browser.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { atRest } from './alive.ts';
import { readPdf } from './read-pdf.ts';

/** Width of the sheet between its margins, in CSS pixels. */
const SHEET = 1032;

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

test.each(paths.flatMap((path) => ['light', 'dark'].map((theme) => [path, theme] as const)))(
  '%s, %s on the screen',
  async (path, theme) => {
    const page = await browser.newPage({ viewport: { width: SHEET, height: 703 } });
    await page.goto(`${cockpit.url}${path}?lang=zh&theme=${theme}`);
    await atRest(page);

    const pdf = readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(pdf.size.map(Math.round)).toEqual([842, 595]);
    expect(pdf.pages).toBeLessThanOrEqual(8);

    await page.emulateMedia({ media: 'print' });
    const lines = await page.locator('main h1, main h2, .print-only').allInnerTexts();
    const text = lines.join('');
    expect(text).toContain('数据截至 2021-05-31');
    expect(text).toContain('来源：《');
    // What is only a picture of a letter cannot be copied; of the charts, the months of the year ramp stand for all.
    const chinese = new Set(`${text}${path === '/funds' ? '月' : ''}`.match(/\p{Script=Han}/gu));
    expect(chinese.size).toBeGreaterThan(60);
    expect([...chinese].filter((letter) => !pdf.letters.has(letter))).toEqual([]);

    const cut = await page.evaluate(() => {
      const wide = [...document.querySelectorAll('main .panel, main table, main section')].filter(
        (part) => part.scrollWidth > part.clientWidth + 1,
      );
      const page = document.documentElement;
      return [
        ...(page.scrollWidth > page.clientWidth ? [`page ${page.scrollWidth}`] : []),
        ...wide.map((part) => `${part.className} ${part.scrollWidth} > ${part.clientWidth}`),
      ];
    });
    expect(cut).toEqual([]);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).toBe('rgb(255, 255, 255)');
    expect(await page.locator('.print-foot').isVisible()).toBe(true);
    expect(await page.locator('.control-bar').isVisible()).toBe(false);
    await page.close();
  },
);
