/** As a new user on a phone: signs in, updates a task, loses the page and the link in between. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TaskDetail } from '#core/contract/task.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { launchChromium } from '#tests/setup/browser.ts';
import { addServedAccount, PASSWORD } from '#tests/setup/served-account.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { alive } from './alive.ts';
import { violationsOn } from './violations.ts';

let cockpit: ServedCockpit;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  cockpit = await serveCockpit();
  await addServedAccount(cockpit, {
    login: 'reporter',
    name: '填报员（市科技局）',
    role: 'reporter',
    department: 'd.bureau',
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await cockpit?.close();
});
beforeEach(async () => {
  context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    // The policy of the page forbids foreign scripts; the tool that looks at it comes in regardless.
    bypassCSP: true,
  });
  page = await context.newPage();
  await page.goto(`${cockpit.url}/sign-in`);
  await alive(page);
  await page.getByLabel('账号').fill('reporter');
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).tap();
  await page.getByRole('heading', { name: '我的任务' }).waitFor();
});
afterEach(() => context.close());

/** What the task's check-ins say was done, each with the names of its files. */
async function reportsOf(task: string): Promise<[string | null, ...string[]][]> {
  const reply = await fetch(`${cockpit.url}/api/tasks/${task}`);
  const { checkIns } = (await reply.json()) as Pick<TaskDetail, 'checkIns'>;
  return checkIns.map((row) => [row.progress, ...row.files.map((file) => file.name)]);
}

const progress = () => page.getByRole('textbox', { name: /做成了什么/ });
const rowOf = (name: string) => page.getByRole('link', { name });

describe('on a phone', () => {
  test('a task is updated in at most five taps and a note', async () => {
    let taps = 0;
    const tap = async (target: Locator) => {
      taps += 1;
      await target.tap();
    };
    await tap(rowOf('外国人才“揭榜挂帅”服务系统'));
    await tap(page.getByRole('checkbox', { name: '完成系统框架搭建' }));
    await tap(progress());
    await page.keyboard.insertText('框架已搭好，接口联调完成');
    await tap(page.getByRole('button', { name: '提交' }));
    await page.getByText('已提交', { exact: true }).waitFor();
    expect(taps).toBeLessThanOrEqual(5);
    expect(await reportsOf('t.jiebang')).toEqual([['框架已搭好，接口联调完成']]);
    await page.getByRole('button', { name: '好' }).tap();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('half a draft outlives a reload; without a link it waits, and is sent once there is one', async () => {
    let posts = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().includes('/check-ins')) posts += 1;
    });
    await rowOf('核心业务梳理').tap();
    await progress().fill('写到一半');
    await page.reload();
    await alive(page);
    expect(await progress().inputValue()).toBe('写到一半');
    await progress().fill('没有网络时写完');
    await context.setOffline(true);
    await page.getByLabel('＋ 选文件').setInputFiles({
      name: '纪要.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
    });
    await page.getByText('在本机，提交时上传').waitFor();
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText('1 条填报等待提交，连上后自动发出').waitFor();
    expect(await reportsOf('t.core-business')).toEqual([]);
    posts = 0;
    await context.setOffline(false);
    await page.getByText('“核心业务梳理”的填报已提交').waitFor();
    expect(posts).toBe(1);
    expect(await reportsOf('t.core-business')).toEqual([['没有网络时写完', '纪要.pdf']]);
  });

  test('a day before the task began, or one that has not come, is refused at its field', async () => {
    const recordedAt = new Date().toISOString();
    const task = sampleAt(recordedAt).tasks.find((row) => row.id === 't.jiebang');
    if (task === undefined) throw new Error('the default dataset has the task');
    await loadDataset(cockpit.home.store.db, { tasks: [{ ...task, start: '2021-05-10' }] });
    let posts = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().includes('/check-ins')) posts += 1;
    });
    await page.reload();
    await rowOf('外国人才“揭榜挂帅”服务系统').tap();
    await page.getByRole('checkbox', { name: '系统上线使用' }).tap();
    const date = page.getByLabel('“系统上线使用”完成于');
    for (const [on, words] of [
      ['2021-05-09', '完成日期早于任务开始。'],
      ['2021-06-01', '完成日期还没有到。'],
    ] as const) {
      await date.fill(on);
      await page.getByRole('button', { name: '提交' }).tap();
      await page.getByText(words).waitFor();
      expect(await date.getAttribute('aria-invalid')).toBe('true');
    }
    expect(posts).toBe(0);
  });

  test('the form, the list and the menu have no accessibility violation', async () => {
    const violations = () => violationsOn(page);
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: '我的' }).tap();
    await page.getByRole('navigation', { name: '账号' }).waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await rowOf('四个体系梳理').tap();
    await page.getByRole('radio', { name: '受阻' }).tap({ force: true });
    await page.getByRole('button', { name: '提交' }).tap();
    await page.getByText('有 1 处要改，见上面红字').waitFor();
    expect(await violations()).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: '关闭' }).click();
    await page.getByRole('button', { name: '市科技局 · 填报员' }).click();
    await page.getByRole('navigation', { name: '账号' }).waitFor();
    expect(await violations()).toEqual([]);
  });
});
