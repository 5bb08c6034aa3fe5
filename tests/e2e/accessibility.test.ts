import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#tests/setup/browser.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

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

type Finding = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

const addresses = ['/', '/funds', '/wall', '/wall/funds'].flatMap((path) =>
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
  '/nowhere?lang=en',
];

test.each([...addresses, ...extra])('%s has no accessibility violation', async (address) => {
  // The policy of the page forbids foreign scripts; the tool that looks at it comes in regardless.
  const context = await browser.newContext({
    viewport: address.startsWith('/wall')
      ? { width: 1920, height: 1080 }
      : { width: 1440, height: 900 },
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.goto(`${cockpit.url}${address}`, { waitUntil: 'networkidle' });
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const axe = Reflect.get(globalThis, 'axe') as { run: () => Promise<{ violations: Finding[] }> };
    return (await axe.run()).violations;
  });
  const said = found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  expect(said).toEqual([]);
  await context.close();
});
