/** Walls at every size, with what a bureau may put on them: nobody beside a wall could scroll or move anything. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WallVariant, wallDataset, wallVariants } from '#tests/fixtures/wall-variants.ts';
import { launchChromium } from '#tests/setup/browser.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { atRest } from './alive.ts';
import { faultsOfWall } from './wall-faults.ts';

const sizes = [
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
  [3840, 1080],
  [6656, 1792],
  [7680, 2160],
  [1080, 1920],
  [2160, 3840],
] as const;

const pages = ['', '/tasks', '/funds', '/platforms', '/talent', '/finance', '/definitions'];

/** What a variant of the tasks shows anew. */
const pagesWithTasks = ['', '/tasks', '/definitions'];
const pagesOf = (variant: WallVariant): readonly string[] =>
  variant === 'sample' || variant === 'long' ? pages : pagesWithTasks;

/** English is the longer one: where it fits with long names and as it comes, it fits in between. */
const languages = (variant: WallVariant): readonly string[] =>
  variant === 'sample' || variant === 'long' ? ['zh', 'en'] : ['zh'];

/** A drawing follows the size of its box a frame later. */
const drawnAnew = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
        );
      }),
  );

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});

describe.each(wallVariants)('%s', (variant) => {
  let cockpit: ServedCockpit;
  beforeAll(async () => {
    cockpit = await serveCockpit({}, wallDataset(variant));
  });
  afterAll(async () => {
    await cockpit?.close();
  });

  test.each(
    languages(variant).flatMap((lang) => pagesOf(variant).map((path) => [`/wall${path}`, lang])),
  )('%s in %s is whole and legible at every size', async (path, lang) => {
    const page = await browser.newPage();
    await page.goto(`${cockpit.url}${path}?lang=${lang}`);
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await atRest(page);
      await drawnAnew(page);
      expect(await faultsOfWall(page), `${width} x ${height}`).toEqual([]);
    }
    await page.close();
  });
});
