/** The offline bundle in a real browser: opened from a folder, with the network off and its server gone. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '#tests/setup/browser.ts';
import { type BundleFolder, bundleFolder } from '#tests/setup/bundle-folder.ts';
import { violationsOn } from './violations.ts';

let bundle: BundleFolder;
let browser: Browser;

beforeAll(async () => {
  bundle = await bundleFolder();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await bundle?.remove();
});

type Visit = {
  readonly page: Page;
  /** What it prints, and whom it asks beside the files of its folder. */
  readonly said: string[];
  readonly close: () => Promise<void>;
};

async function visit(address: string, size = { width: 1440, height: 900 }): Promise<Visit> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', offline: true });
  const said: string[] = [];
  const home = pathToFileURL(bundle.folder).href;
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${home}/`) && !/^(data|blob):/.test(url)) said.push(`asks ${url}`);
  });
  const page = await context.newPage();
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(`${bundle.url}${address}`);
  return { page, said, close: () => context.close() };
}

test('opens with the meeting, says what it is, and leads to the frozen boards', async () => {
  const { page, said, close } = await visit('');
  await page.getByRole('heading', { level: 1, name: '五月改革例会' }).waitFor();
  const bar = page.getByRole('complementary', { name: '关于这份离线包' });
  expect(await bar.innerText()).toMatch(/只读副本[\s\S]*2021-05-31[\s\S]*校验值 [0-9a-f]{8} 相符/);
  await bar.getByText('关于', { exact: true }).click();
  expect(await bar.innerText()).toContain('相符（ECDSA P-256）');
  expect(await page.getByRole('button').allInnerTexts()).not.toContain('开始会议');
  expect(await page.getByRole('link', { name: '登录' }).count()).toBe(0);
  await page.getByRole('link', { name: '资金', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /平台专项资金已付/ }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: '五月改革例会' }).waitFor();
  expect(said).toEqual([]);
  await close();
});

test.each([
  ['zh', '', /16\.5/],
  ['en', '', /16\.5/],
  ['zh', 'tasks', /揭榜挂帅/],
  ['zh', 'platforms', /28/],
  ['zh', 'talent', /2,956/],
  ['zh', 'finance', /1\.86/],
  ['en', 'definitions', /open question/i],
])('shows the board of the frozen day (%s /%s)', async (lang, board, figure) => {
  const { page, said, close } = await visit(`#/${board}?lang=${lang}`);
  await page.locator('main .board-foot, main h1').first().waitFor();
  await expect.poll(() => page.locator('main').innerText()).toMatch(figure);
  expect(await page.locator('html').getAttribute('lang')).toBe(lang === 'zh' ? 'zh-CN' : 'en');
  expect(said).toEqual([]);
  await close();
});

test('opens a passport and a task, by click and by their address', async () => {
  const { page, said, close } = await visit('#/talent');
  await page
    .locator('main button.figure-open, main [data-code], main .figure button')
    .first()
    .click();
  await page.getByRole('dialog').getByText('口径', { exact: false }).first().waitFor();
  await page.goto(`${bundle.url}#/tasks?task=t.jiebang`);
  await page
    .getByRole('heading', { name: /揭榜挂帅/ })
    .first()
    .waitFor();
  await page.getByText('“完成系统框架搭建”今日到期').last().waitFor();
  await page.getByRole('heading', { name: '亮灯历史' }).waitFor();
  expect(await page.getByRole('link', { name: '登录' }).count()).toBe(0);
  expect(said).toEqual([]);
  await close();
});

test('presents the slides by keyboard, out to a board and back', async () => {
  const { page, said, close } = await visit('');
  await page.getByRole('link', { name: '上屏演示' }).click();
  await page.locator('.mt-stage').waitFor();
  const numbers: string[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const number = page.locator('.mt-foot .mt-page').first();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await number.innerText()) !== numbers[turn - 1]).toBe(true);
    numbers.push(await number.innerText());
  }
  expect(new Set(numbers).size).toBe(3);
  await page.keyboard.press('o');
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await page.keyboard.press('d');
  expect(await page.locator('form').count()).toBe(0);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('link', { name: '看板' }).click();
  await page.getByRole('link', { name: /回到/ }).click();
  await page.locator('.mt-stage').waitFor();
  expect(said).toEqual([]);
  await close();
});

test('keeps the presenter’s window and the projector together', async () => {
  const { page, said, close } = await visit('');
  await page.getByRole('link', { name: '上屏演示' }).click();
  await page.locator('.mt-stage').waitFor();
  const [presenter] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('n')]);
  await presenter.locator('.mt-presenter').waitFor();
  expect(await presenter.locator('form').count()).toBe(0);
  await presenter.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('.mt-foot .mt-page').first().innerText()).toMatch(/^2/);
  expect(said).toEqual([]);
  await close();
});

describe('says plainly what it does not hold', () => {
  test.each([
    ['#/?asOf=2021-04-30&lang=zh', '离线包里没有这一项'],
    ['#/?asOf=2021-04-30&lang=en', 'Not in this offline bundle'],
    ['#/enter?lang=zh', '这一页不在离线包里'],
    ['#/wall?lang=zh', '这一页不在离线包里'],
    ['#/tasks?task=t.none&lang=zh', 't.none'],
  ])('%s', async (address, words) => {
    const { page, said, close } = await visit(address);
    await page.getByText(words).first().waitFor();
    expect(said).toEqual([]);
    await close();
  });
});

test('is read on a phone', async () => {
  const { page, said, close } = await visit('#/', { width: 390, height: 844 });
  await page.locator('main h1').first().waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  expect(said).toEqual([]);
  await close();
});

test.each(['zh', 'en'])('axe finds nothing on what only a bundle shows (%s)', async (lang) => {
  const { page, close } = await visit(`#/enter?lang=${lang}`);
  await page.locator('.bundle-bar summary').click();
  await page.locator('.page-problem').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await close();
});

test.each([
  ['one letter of a slide', 'meeting.js', /揭榜挂帅/],
  ['one letter of an answer', 'parts.js', /(?<=JSON\.parse\("\[\\"[\w+/]{400})[\w+/]/],
])('shows nothing where %s was changed', async (_, name, place) => {
  const file = join(bundle.folder, 'data', name);
  const sound = await readFile(file, 'utf8');
  const changed = sound.replace(place, (found) =>
    found.length > 1 ? '揭榜挂师' : found === 'A' ? 'B' : 'A',
  );
  expect(changed).not.toBe(sound);
  await writeFile(file, changed);
  try {
    const { page, said, close } = await visit('');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const text = await alert.innerText();
    expect(text).toContain('这份离线包已损坏');
    expect(text).toContain('This offline bundle is damaged');
    expect(await page.getByText('五月改革例会').count()).toBe(0);
    expect(said).toEqual([]);
    expect(await violationsOn(page)).toEqual([]);
    await close();
  } finally {
    await writeFile(file, sound);
  }
});
