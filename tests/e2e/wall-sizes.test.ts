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

/** From afar the letters are larger; a screen of each shape shows whether what is left has room. */
const shapes = [
  [1920, 1080],
  [3840, 1080],
  [1080, 1920],
] as const;

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});

async function expectWhole(url: string, at: readonly (readonly [number, number])[]): Promise<void> {
  // As large as the wall in its own pixels, painted with fewer: only places are looked at.
  const page = await browser.newPage({ deviceScaleFactor: 0.25 });
  await page.goto(url);
  for (const [width, height] of at) {
    await page.setViewportSize({ width, height });
    await atRest(page);
    await drawnAnew(page);
    expect(await faultsOfWall(page), `${width} x ${height}`).toEqual([]);
  }
  await page.close();
}

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
  )('%s in %s is whole and legible at every size', (path, lang) =>
    expectWhole(`${cockpit.url}${path}?lang=${lang}`, sizes),
  );
});

describe.each(['sample', 'long'] as const)('%s read from afar', (variant) => {
  let cockpit: ServedCockpit;
  beforeAll(async () => {
    cockpit = await serveCockpit({}, wallDataset(variant));
  });
  afterAll(async () => {
    await cockpit?.close();
  });

  test.each(
    ['zh', 'en'].flatMap((lang) =>
      pages.flatMap((path) => [2.2, 5].map((distance) => [`/wall${path}`, lang, distance])),
    ),
  )('%s in %s from %s metres', (path, lang, distance) =>
    expectWhole(`${cockpit.url}${path}?lang=${lang}&distance=${distance}`, shapes),
  );
});

describe('read from afar', () => {
  let cockpit: ServedCockpit;
  beforeAll(async () => {
    cockpit = await serveCockpit();
  });
  afterAll(async () => {
    await cockpit?.close();
  });

  test('letters grow with the distance, and shrink with the size of the screen', async () => {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    const letters = async (search: string): Promise<number> => {
      await page.goto(`${cockpit.url}/wall/tasks?lang=zh${search}`);
      await atRest(page);
      return page.evaluate(() => {
        const name = document.querySelector('.task-row-name b');
        return name === null ? 0 : Number.parseFloat(getComputedStyle(name).fontSize);
      });
    };
    const near = await letters('');
    expect(await letters('&distance=2.2')).toBeCloseTo(near * 1.5, 1);
    expect(await letters('&distance=5')).toBeCloseTo(near * 2, 1);
    expect(await letters('&distance=5&side=2')).toBeCloseTo(near, 1);
    await page.close();
  });
});
