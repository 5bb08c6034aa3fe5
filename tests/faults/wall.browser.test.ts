/** A wall that nobody touches, behind a network that fails in every way. Its clock is moved, never waited for. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { alive } from '#tests/e2e/alive.ts';
import { launchChromium } from '#tests/setup/browser.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { addWriter, report, type Writer } from '#tests/setup/writer.ts';
import { type BadProxy, openBadProxy } from './bad-proxy.ts';

let cockpit: ServedCockpit;
let browser: Browser;
let writer: Writer;
let proxy: BadProxy;
let context: BrowserContext;
let page: Page;
let said: string[];
let reports = 0;

beforeAll(async () => {
  cockpit = await serveCockpit();
  browser = await launchChromium();
  writer = await addWriter(cockpit.home.store.db);
});
afterAll(async () => {
  await browser?.close();
  await cockpit?.close();
});
beforeEach(async () => {
  proxy = await openBadProxy(cockpit.url);
  context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    serviceWorkers: 'block',
  });
  page = await context.newPage();
  said = [];
  page.on('pageerror', (error) => said.push(String(error)));
});
afterEach(async () => {
  await context.close();
  await proxy.close();
  expect(said).toEqual([]);
});

/** Opens the wall's tasks with a clock of its own, and waits until the server was heard. */
async function openWall(): Promise<void> {
  await page.clock.install();
  await page.goto(`${proxy.url}/wall/tasks?lang=zh`);
  await alive(page);
  await page.clock.runFor(4_000);
  await expect.poll(() => proxy.asked().some((path) => path === '/api/events')).toBe(true);
  await link().filter({ hasText: '在线' }).waitFor();
}

const link = () => page.locator('.link-state').first();

/** Moves the page's clock on by as much as a minute at most, in steps, until the link is told so. */
async function within(seconds: number, words: RegExp): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 5) {
    if (words.test(await link().innerText())) return;
    await page.clock.runFor(5_000);
    // What the page asked for meanwhile may be answered: the network has no part in its clock.
    await page.evaluate(async () => {
      const free = new MessageChannel();
      const turn = new Promise((resolve) => {
        free.port1.onmessage = resolve;
      });
      free.port2.postMessage(null);
      await turn;
    });
  }
  await expect.poll(() => link().innerText()).toMatch(words);
}

/** Goes on until the wall has seen what was written; the clock moves as long as it takes. */
async function until(seen: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.clock.runFor(2_000);
        return seen();
      },
      { timeout: 40_000 },
    )
    .toBe(true);
}

/** Something new on the board: a task goes from waiting to under way or back. */
async function write(): Promise<string> {
  reports += 1;
  const note = `第 ${reports} 次填报`;
  const reply = await report(cockpit.url, writer, {
    task: 't.core-business',
    note,
    key: `wall-report-${reports}`,
  });
  expect(reply.status).toBe(201);
  return note;
}

/** Whether the picture that the page keeps is the server's present one. */
async function isNewest(): Promise<boolean> {
  const now: unknown = await (await fetch(`${cockpit.url}/api/board?lang=zh`)).json();
  const kept = await page.evaluate(() => {
    const name = Object.keys(localStorage).find((one) => one.includes('last-good'));
    return name === undefined ? null : localStorage.getItem(name);
  });
  return (
    kept !== null &&
    JSON.stringify((JSON.parse(kept) as { data: unknown }).data) === JSON.stringify(now)
  );
}

test('a network cut for five minutes: said within a minute, with since when; then back by itself', async () => {
  await openWall();
  const figures = await page.locator('.wall-board').innerText();
  proxy.misbehave('silent');
  await within(60, /离线，显示上次取到的数 · \d\d-\d\d \d\d:\d\d 同步/);
  const since = await link().innerText();
  await page.clock.runFor(5 * 60_000);
  expect(await link().innerText()).toBe(since);
  // The picture stays, whole.
  expect(figures).toContain('市科技局');
  expect(await page.locator('.wall-board').innerText()).toContain('市科技局');
  await write();
  proxy.misbehave('none');
  await until(async () => /在线/.test(await link().innerText()));
  await until(isNewest);
});

test.each(['hold-streams', 'cut-streams'] as const)(
  'a proxy that would %s costs nothing but a little time',
  async (fault) => {
    proxy.misbehave(fault);
    await openWall();
    await write();
    await until(isNewest);
    expect(await link().innerText()).toContain('在线');
  },
);

test('answers that break off in their midst leave the picture standing, and are asked for again', async () => {
  await openWall();
  proxy.misbehave('truncate');
  await write();
  await within(60, /离线/);
  expect(await page.locator('.wall-board').innerText()).toContain('市科技局');
  proxy.misbehave('none');
  await until(async () => /在线/.test(await link().innerText()));
  await until(isNewest);
});

test('a server of a later contract: the picture stays, says so, and the page loads itself anew', async () => {
  await openWall();
  proxy.misbehave('other-contract');
  await within(60, /版本已更新，正在重新载入/);
  expect(await page.locator('.wall-board').innerText()).toContain('市科技局');
  proxy.asked();
  await until(async () => proxy.asked().some((path) => path.startsWith('/wall/tasks')));
  // Loaded anew it is of the server's version, or finds that it is not, and does not do it over and over.
  await alive(page);
  await page.clock.runFor(20_000);
  expect(proxy.asked().filter((path) => path.startsWith('/wall/tasks'))).toEqual([]);
});

test.each([
  ['of 1970', '1970-01-01T00:00:00Z', 'Asia/Shanghai'],
  ['eleven hours late, in another zone', new Date(Date.now() - 11 * 3_600_000), 'America/New_York'],
  ['of 2040', '2040-02-29T23:59:50Z', 'Asia/Shanghai'],
  ['at the hour that does not exist', '2026-03-08T06:59:50Z', 'America/New_York'],
  ['at the hour that comes twice', '2026-11-01T05:59:50Z', 'America/New_York'],
])('a clock %s does no harm', async (_, time, timezoneId) => {
  await context.close();
  context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    serviceWorkers: 'block',
    timezoneId,
  });
  page = await context.newPage();
  page.on('pageerror', (error) => said.push(String(error)));
  await page.clock.install({ time });
  await page.goto(`${proxy.url}/wall/tasks?lang=zh`);
  await alive(page);
  await page.clock.runFor(4_000);
  await write();
  await until(isNewest);
  expect(await link().innerText()).toBe('在线 · 刚刚同步');
  const before = Date.now();
  proxy.misbehave('silent');
  await within(60, /离线/);
  // By the server's clock and the bureau's zone, to the minute.
  const minutes = [before - 60_000, before, Date.now()].map((ms) =>
    new Date(ms + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' '),
  );
  const shown = /(\d\d-\d\d \d\d:\d\d) 同步/.exec(await link().innerText())?.[1];
  expect(minutes).toContain(shown);
});
