/** From the first start to a second person signed in, in a real browser, as people go through it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#tests/setup/browser.ts';
import { addServedAccount, PASSWORD } from '#tests/setup/served-account.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { violationsOn } from './violations.ts';

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

async function openPage(size = { width: 1440, height: 900 }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN' });
  return context.newPage();
}

async function setPassword(page: Page, link: string, password: string): Promise<void> {
  await page.goto(new URL(link, cockpit.url).href);
  await page.getByLabel('新密码').fill('password1234');
  await page.getByRole('button', { name: '设置密码并登录' }).click();
  await page.getByText('容易被猜到').waitFor();
  await page.getByLabel('新密码').fill(password);
  await page.getByRole('button', { name: '设置密码并登录' }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

test('the first administrator lets somebody in, who changes their password, and is shut out at once', async () => {
  const admin = await openPage();
  await setPassword(admin, cockpit.home.firstLinks[0]?.link ?? '', 'plum-tram-oven-92');
  await admin.goto(`${cockpit.url}/admin/accounts`);
  await admin.getByRole('button', { name: '新建账号' }).click();
  const drawer = admin.getByRole('dialog');
  await drawer.getByLabel('姓名').fill('陈静');
  await drawer.getByRole('textbox', { name: '账号' }).fill('chen.jing');
  await drawer.getByLabel('填报员').check();
  await drawer.getByRole('combobox', { name: '部门' }).press('ArrowDown');
  await admin.getByTitle('市科技局').click();
  await drawer.getByRole('button', { name: '新建账号' }).click();
  const link = await drawer.getByRole('textbox', { name: '一次性链接' }).inputValue();

  const phone = await openPage({ width: 390, height: 844 });
  await setPassword(phone, link, 'oven-tram-plum-29');
  await phone.goto(`${cockpit.url}/me`);
  await phone.getByText('chen.jing').waitFor();
  await phone.getByLabel('原密码').fill('oven-tram-plum-29');
  await phone.getByLabel('新密码').fill('tram-oven-plum-92');
  await phone.getByRole('button', { name: '修改密码' }).click();
  await phone.getByText('密码已修改').waitFor();

  // The link is spent, and says so.
  const other = await openPage();
  await other.goto(link);
  await other.getByLabel('新密码').fill('some-other-phrase-17');
  await other.getByRole('button', { name: '设置密码并登录' }).click();
  await other.getByText('已经用过或已过期').waitFor();

  await admin.reload();
  await admin.getByRole('button', { name: '修改 陈静' }).click();
  await admin.getByRole('switch', { name: '可以登录' }).click();
  await admin.getByRole('button', { name: '保存' }).click();
  await admin.getByText('已保存。').waitFor();
  await phone.reload();
  await phone.getByText('先登录，才能看自己的账号。').waitFor();
  expect(new URL(phone.url()).pathname).toBe('/me');
});

test('whoever keeps accounts, by whatever light and language, meets no barrier', async () => {
  await addServedAccount(cockpit, {
    login: 'keeper',
    name: '管账号的人',
    role: 'administrator',
    department: null,
  });
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(`${cockpit.url}/sign-in?lang=zh`);
  await page.getByLabel('账号').fill('keeper');
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  const found: Record<string, string[]> = {};
  for (const lang of ['zh', 'en']) {
    for (const theme of ['dark', 'light', 'projector']) {
      const search = `?lang=${lang}&theme=${theme}`;
      await page.goto(`${cockpit.url}/admin/accounts${search}`);
      await page.locator('.ac-table').waitFor();
      found[`list ${search}`] = await violationsOn(page);
      await page.locator('.ac-head .ant-btn').click();
      await page.locator('.drawer button[type=submit]').click();
      await page.locator('.ant-form-item-explain-error').first().waitFor();
      found[`form ${search}`] = await violationsOn(page);
      await page.goto(`${cockpit.url}/me${search}`);
      await page.locator('.ac-submit').click();
      await page.locator('.ac-fault').first().waitFor();
      found[`own ${search}`] = await violationsOn(page);
    }
  }
  for (const [name, violations] of Object.entries(found)) expect(violations, name).toEqual([]);
});
