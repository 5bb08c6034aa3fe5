import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isWhole, pages } from '#src/app/pages.ts';
import { launchChromium } from '#tests/setup/browser.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { alive } from './alive.ts';
import { violationsOn } from './violations.ts';

let cockpit: ServedCockpit;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  cockpit = await serveCockpit();
  browser = await launchChromium();
  // The policy of the page forbids foreign scripts; the tool that looks at it comes in regardless.
  page = await browser.newPage({ bypassCSP: true });
});
afterAll(async () => {
  await browser?.close();
  await cockpit?.close();
});

const violations = () => violationsOn(page);

const addresses = pages.flatMap(({ path }) =>
  ['zh', 'en'].flatMap((lang) =>
    ['dark', 'light', 'projector'].map((theme) => `${path}?lang=${lang}&theme=${theme}`),
  ),
);
const extra = [
  '/?lang=zh&passport=question:4',
  '/?lang=en&passport=questions',
  '/?lang=zh&asOf=2018-01-01',
  '/?lang=zh&asOf=2020-12-31',
  '/?lang=zh&asOf=no',
  '/funds?lang=zh&asOf=2021-05-10',
  '/?lang=en&knownAt=2999-01-01T00:00:00.000Z',
  '/nowhere?lang=en',
  '/tasks?lang=zh&task=t.centre',
  '/tasks?lang=en&mine=1',
  '/tasks?lang=en&passport=task:t.jiebang',
  '/funds?lang=en&passport=fund.work.disbursed',
  '/platforms?lang=zh&passport=platform:p.deep.agri',
  '/talent?lang=en&passport=talent.activities',
  '/finance?lang=zh&passport=finance.credit.a5.amount',
  '/definitions?lang=en&passport=source:A1',
];

test.each([...addresses, ...extra])('%s has no accessibility violation', async (address) => {
  const isWall = address.startsWith('/wall');
  await page.setViewportSize(isWall ? { width: 1920, height: 1080 } : { width: 1440, height: 900 });
  await page.goto(`${cockpit.url}${address}`);
  expect(await violations()).toEqual([]);
});

const onPhones = pages
  .filter((row) => row.shell === 'desk' && isWhole(row))
  .flatMap(({ path }) => ['zh', 'en'].map((lang) => `${path}?lang=${lang}`));

test.each(onPhones)('%s has no accessibility violation on a phone', async (address) => {
  await page.setViewportSize({ width: 412, height: 823 });
  await page.goto(`${cockpit.url}${address}`);
  expect(await violations()).toEqual([]);
});

test.each(['zh', 'en'])('the settings have no accessibility violation (%s)', async (lang) => {
  await page.goto(`${cockpit.url}/?lang=${lang}`);
  await alive(page);
  await page.locator('.settings-opener').press('Enter');
  await page.locator('dialog.settings').waitFor();
  expect(await violations()).toEqual([]);
});
