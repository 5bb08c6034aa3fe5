import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

/** What browsers learned after Chromium 87, by the place where it hangs. */
const newer: readonly (readonly [owner: string, names: readonly string[]])[] = [
  ['Array', ['fromAsync']],
  [
    'Array.prototype',
    ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with'],
  ],
  [
    'Uint8Array.prototype.__proto__',
    ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'with'],
  ],
  ['Uint8Array', ['fromBase64', 'fromHex']],
  ['String.prototype', ['at', 'isWellFormed', 'toWellFormed']],
  ['Object', ['hasOwn', 'groupBy']],
  ['Map', ['groupBy']],
  ['Map.prototype', ['getOrInsert', 'getOrInsertComputed']],
  ['Promise', ['withResolvers', 'try']],
  [
    'Set.prototype',
    [
      'union',
      'intersection',
      'difference',
      'symmetricDifference',
      'isSubsetOf',
      'isSupersetOf',
      'isDisjointFrom',
    ],
  ],
  ['AbortSignal', ['any', 'timeout']],
  ['AbortSignal.prototype', ['throwIfAborted']],
  ['URL', ['canParse', 'parse']],
  ['Intl', ['supportedValuesOf', 'DurationFormat']],
  ['Intl.NumberFormat.prototype', ['formatRange', 'formatRangeToParts']],
  ['Crypto.prototype', ['randomUUID']],
  ['Element.prototype', ['checkVisibility', 'setHTMLUnsafe', 'moveBefore']],
  ['Document.prototype', ['startViewTransition']],
  ['RegExp', ['escape']],
  [
    'globalThis',
    ['structuredClone', 'reportError', 'Iterator', 'Temporal', 'scheduler', 'navigation'],
  ],
];

/** Runs in the page before any of its scripts; returns nothing, throws where it took nothing away. */
function takeAway(list: typeof newer): void {
  let taken = 0;
  for (const [owner, names] of list) {
    const at = owner
      .split('.')
      .reduce<unknown>((place, name) => Reflect.get(Object(place), name), globalThis);
    for (const name of names) if (Reflect.deleteProperty(Object(at), name)) taken += 1;
  }
  if (taken === 0) throw new Error('nothing was taken away');
}

const pages = ['/', '/wall', '/tasks', '/funds', '/wall/funds'];

test.each(pages)(
  '%s comes up in a browser that knows nothing newer than Chromium 87',
  async (path) => {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.addInitScript(takeAway, newer);
    await page.goto(`${cockpit.url}${path}?lang=zh`);
    await atRest(page);

    expect(await page.evaluate(() => 'structuredClone' in globalThis)).toBe(false);
    expect(faults).toEqual([]);
    expect(await page.locator('#root').innerText()).toContain('平湖');
    await page.close();
  },
);

/** Calls by name that Chromium 87 does not answer. No polyfill ships: write `list[list.length - 1]`. */
const tooNew =
  /\.(at|findLast|findLastIndex|toReversed|toSorted|toSpliced|hasOwn|groupBy|withResolvers|randomUUID|throwIfAborted|canParse|isSubsetOf|fromAsync)\(|\bstructuredClone\(|AbortSignal\.(any|timeout)\(/g;

test('no built script calls what Chromium 87 does not have', async () => {
  const folder = join(import.meta.dirname, '..', '..', 'dist', 'assets');
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(3);
  for (const name of scripts) {
    const text = await readFile(join(folder, name), 'utf8');
    expect([...text.matchAll(tooNew)].map(([call]) => `${name}: ${call}`)).toEqual([]);
  }
});
