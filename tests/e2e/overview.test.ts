/** The product as it is served: the real server over SQLite, the built page, the system's Chromium. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '#tests/setup/browser.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { alive, atRest } from './alive.ts';
import { layoutShift, watchShifts } from './layout-shift.ts';
import { differentPixels } from './pixels.ts';

let cockpit: ServedCockpit;
let browser: Browser;
let opened: Page[] = [];

beforeAll(async () => {
  cockpit = await serveCockpit();
  browser = await launchChromium();
});
afterEach(async () => {
  await Promise.all(opened.map((page) => page.context().close()));
  opened = [];
});
afterAll(async () => {
  await browser?.close();
  await cockpit?.close();
});

type Visit = {
  readonly page: Page;
  readonly hosts: Set<string>;
  readonly said: string[];
};

async function visit(
  path: string,
  options: { size?: { width: number; height: number }; script?: boolean; locale?: string } = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1440, height: 900 },
    javaScriptEnabled: options.script ?? true,
    locale: options.locale ?? 'zh-CN',
  });
  const page = await context.newPage();
  opened.push(page);
  const hosts = new Set<string>();
  const said: string[] = [];
  context.on('request', (request) => hosts.add(new URL(request.url()).origin));
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await watchShifts(page);
  await page.goto(`${cockpit.url}${path}`);
  if (options.script ?? true) await atRest(page);
  else await page.evaluate(() => document.fonts.ready);
  return { page, hosts, said };
}

const textOf = async (page: Page): Promise<string> =>
  (await page.locator('#root').innerText()).replace(/\s+/g, ' ');

const wall = { width: 1920, height: 1080 };
const pages = [
  ['/', { width: 1440, height: 900 }],
  ['/funds', { width: 1440, height: 900 }],
  ['/wall', wall],
  ['/wall/funds', wall],
] as const;

describe.each(pages)('%s', (path, size) => {
  test('shows the figures with their qualifiers, asks no other host and prints nothing', async () => {
    const { page, hosts, said } = await visit(`${path}?lang=zh`, { size });
    const text = await textOf(page);
    for (const figure of [
      /1,300 ?万元/,
      /16\.5 ?%/,
      /32\.9%/,
      /16\.4 ?个百分点/,
      /超 ?[\d.]+ ?(万|亿)元/,
    ]) {
      expect(text).toMatch(figure);
    }
    expect([...hosts]).toEqual([cockpit.url]);
    expect(said).toEqual([]);
    expect(await layoutShift(page)).toBe(0);
  });

  test('paints the same figures without any script', async () => {
    const { page } = await visit(`${path}?lang=zh`, { size, script: false });
    expect(await textOf(page)).toMatch(/16\.5 ?%/);
    expect(await page.locator('html').getAttribute('data-theme')).toBe(
      path.startsWith('/wall') ? 'dark' : 'light',
    );
  });

  test('speaks English to an English browser', async () => {
    const { page } = await visit(path, { size, locale: 'en-GB' });
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await textOf(page)).toMatch(/16\.4 points/);
  });
});

test('the painted picture and the page that takes over look the same', async () => {
  for (const [path, size] of pages.filter(([path]) => !path.endsWith('funds'))) {
    const painted = await visit(path, { size, script: false });
    const taken = await visit(path, { size });
    // Who is signed in is found out by the page itself, at the end of the navigation.
    const shot = (page: Page) => page.screenshot({ mask: [page.locator('.desk-nav-end')] });
    const [before, after] = [await shot(painted.page), await shot(taken.page)];
    const blank = await browser.newPage();
    opened.push(blank);
    // Anti-aliased corners on fractions of a pixel may be drawn anew; a letter has more pixels than these.
    expect(await differentPixels(blank, before, after), path).toBeLessThanOrEqual(40);
  }
});

test('a cold wall asks for at most ten files, and never for a chart library', async () => {
  const context = await browser.newContext({ viewport: wall });
  const page = await context.newPage();
  opened.push(page);
  const files: string[] = [];
  page.on('request', (request) => files.push(new URL(request.url()).pathname));
  await page.goto(`${cockpit.url}/wall`, { waitUntil: 'networkidle' });
  expect(files.length).toBeLessThanOrEqual(10);
  expect(files.filter((file) => /echarts|\/api\//.test(file))).toEqual([]);
});

test('the language switch and a date with data change the picture in place', async () => {
  const { page, said } = await visit('/?lang=zh');
  await page.getByRole('link', { name: /English/ }).click();
  await page.getByRole('heading', { name: 'To do' }).waitFor();
  expect(page.url()).toBe(`${cockpit.url}/?lang=en`);
  await page.getByRole('link', { name: '17 figures, 31 Dec 2020' }).click();
  await page.getByText('2020').filter({ visible: true }).first().waitFor();
  expect(new URL(page.url()).searchParams.get('asOf')).toBe('2020-12-31');
  await page.goBack();
  await page.getByRole('heading', { name: 'Since 30 Apr' }).waitFor();
  expect(said).toEqual([]);
});

test('the whole desk can be reached by keyboard; the drawer gives the focus back', async () => {
  const { page } = await visit('/?lang=zh');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').innerText()).toBe('跳到正文');
  const names = new Set<string>();
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(
      () =>
        document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    );
    if (name !== null && name !== undefined) names.add(name);
  }
  const all = [...names].join('\n');
  for (const part of [
    '资金',
    'English',
    '29 条数据，2021-04-30',
    '口径待核 1',
    '去核对：7 处口径待核',
  ]) {
    expect(all).toContain(part);
  }
  const mark = page.getByRole('button', { name: '口径待核 4' }).first();
  await mark.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '两笔授信是否重叠' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page
    .locator(':focus')
    .and(page.getByRole('button', { name: '口径待核 4' }))
    .waitFor();
});

test.each([
  ['/?asOf=2021-13-01&lang=zh', 400, 'asOf=2021-13-01 不是一个日期'],
  ['/wall?asOf=yesterday&lang=zh', 400, 'asOf=yesterday 不是一个日期'],
  ['/?colour=red&lang=zh', 400, '参数 colour 不认识'],
  ['/funds?stage=signed&lang=zh', 400, 'stage=signed 不属于这一页'],
  ['/nowhere?lang=zh', 404, '/nowhere 不在本系统的页面之中'],
])('%s answers %i with a clear sentence and a way back', async (path, status, sentence) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  opened.push(page);
  const response = await page.goto(`${cockpit.url}${path}`);
  expect(response?.status()).toBe(status);
  await page.getByText(sentence).waitFor();
  // The last one leaves out what was given wrongly; before it may stand the nearest thing that exists.
  await page.getByRole('alert').getByRole('link').last().click();
  await page
    .getByText(/落后序时/)
    .first()
    .waitFor();
});

test.each([
  ['/tasks?lang=zh&task=t.jieban', '没有编号为“t.jieban”的任务'],
  ['/?lang=zh&passport=fund.nothing', '没有编号为“fund.nothing”的指标'],
  ['/?lang=zh&passport=platform:p.nothing', '不在这个日期的数据之中'],
])('%s: a sentence beside the page, and nothing on the console', async (path, sentence) => {
  const { page, said } = await visit(path);
  await page.getByRole('dialog').getByText(sentence).waitFor();
  expect(said).toEqual([]);
});

test.each(['zh', 'en'])('the desk overview is one screen of 1440 x 900 (%s)', async (lang) => {
  const { page } = await visit(`/?lang=${lang}`);
  const size = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.scrollHeight,
  ]);
  expect(size).toEqual([1440, 900]);
});

test('a phone reads everything in one column', async () => {
  const { page } = await visit('/?lang=zh', { size: { width: 390, height: 844 } });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(390);
  const todo = await page.getByRole('heading', { name: '要处理' }).boundingBox();
  const tasks = await page.getByRole('heading', { name: /改革任务/ }).boundingBox();
  expect(todo?.y).toBeLessThan(tasks?.y ?? 0);
});

test('on a phone the control bar is one line, and opens with the newest date in sight', async () => {
  const { page } = await visit('/?lang=zh', { size: { width: 390, height: 844 } });
  const bar = page.getByRole('region', { name: '日期与比较' });
  const dates = bar.getByRole('navigation', { name: '有数据的日期' });
  expect(await dates.isVisible()).toBe(false);
  // The clock of the workspace is pinned: that is said, folded or not.
  expect(await bar.getByText('本工作区的时钟停在').isVisible()).toBe(true);
  expect((await bar.boundingBox())?.height).toBeLessThan(100);
  await bar.getByRole('button', { name: /数据截至/ }).click();
  await dates.waitFor();
  const shown = await dates
    .getByRole('link', { name: /2021-05/ })
    .last()
    .boundingBox();
  expect((shown?.x ?? 390) + (shown?.width ?? 0)).toBeLessThanOrEqual(390);
  await bar.getByRole('button', { name: /数据截至/ }).click();
  await dates.waitFor({ state: 'hidden' });
});

test('a server that goes away leaves the picture, marked, and a last good copy on the device', async () => {
  const own = await serveCockpit();
  const context = await browser.newContext({ viewport: wall, locale: 'zh-CN' });
  const page = await context.newPage();
  opened.push(page);
  await page.clock.install();
  await page.goto(`${own.url}/wall`);
  await alive(page);
  await page.clock.runFor(5_000);
  await context.route('**/api/**', (route) => route.abort());
  await page.clock.runFor(70_000);
  await page.getByText(/离线/).first().waitFor();
  expect(await textOf(page)).toMatch(/16\.5 ?%/);
  const copies = await page.evaluate(() =>
    Object.keys(localStorage).filter((name) => name.includes('last-good')),
  );
  expect(copies).toHaveLength(1);
  await own.close();
});
