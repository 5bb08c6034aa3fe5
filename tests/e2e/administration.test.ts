/** The pages of administrators in a real browser: under the page's own security policy, for keyboards and screen readers. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#tests/setup/browser.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { atRest } from './alive.ts';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

let cockpit: ServedCockpit;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let said: string[] = [];

beforeAll(async () => {
  cockpit = await serveCockpit();
  browser = await launchChromium();
  context = await browser.newContext({ locale: 'zh-CN' });
  page = await context.newPage();
  await page.goto(new URL(cockpit.home.firstLinks[0]?.link ?? '', cockpit.url).href);
  await page.getByLabel('新密码').fill('plum-tram-oven-92');
  await page.getByRole('button', { name: '设置密码并登录' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
  });
});
afterAll(async () => {
  await browser?.close();
  await cockpit?.close();
});

/** With its sheet, and what it asked for, there. */
async function open(address: string, width = 1440): Promise<void> {
  said = [];
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`${cockpit.url}${address}`);
  await page.locator('.admin-page').waitFor();
  await page.locator('.ant-table-row, .rg-form').first().waitFor();
  await atRest(page);
}

type Finding = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/** Axe is let in beside the policy, which holds for the page itself. */
async function violations(): Promise<string[]> {
  const session = await context.newCDPSession(page);
  await session.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
  await page.locator('.ant-table-row, .rg-form').first().waitFor();
  await atRest(page);
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const axe = Reflect.get(globalThis, 'axe') as {
      run: (options: object) => Promise<{ violations: Finding[] }>;
    };
    return (await axe.run({ rules: { 'target-size': { enabled: true } } })).violations;
  });
  await session.send('Page.setBypassCSP', { enabled: false });
  await session.detach();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

test.each([
  ['/admin/registers?register=departments&record=d.bureau', 'light'],
  ['/admin/registers?register=indicators&record=fund.work.disbursed', 'dark'],
  ['/admin/registers?register=tasks&record=t.jiebang', 'projector'],
  ['/admin/registers?register=workspace', 'light'],
  ['/admin/audit', 'light'],
  ['/admin/audit', 'dark'],
])('%s in %s keeps the policy, and has no accessibility violation', async (path, theme) => {
  const address = `${path}${path.includes('?') ? '&' : '?'}lang=${theme === 'dark' ? 'en' : 'zh'}&theme=${theme}`;
  await open(address);
  expect(said).toEqual([]);
  expect(await violations()).toEqual([]);
});

test.each(['/admin/registers?register=departments&record=d.bureau', '/admin/audit'])(
  '%s fits a phone',
  async (address) => {
    await open(address, 390);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    expect(await violations()).toEqual([]);
  },
);

test('a question settled on its page is settled on every board', async () => {
  const reply = await context.request.get(`${cockpit.url}/api/registers/questions`);
  const { items } = (await reply.json()) as { items: { key: string }[] };
  await open(`/admin/registers?register=questions&record=${items[0]?.key}`);
  await page.getByRole('textbox', { name: '中文' }).fill('以年报为准');
  await page.getByRole('textbox', { name: 'English' }).fill('The yearbook counts');
  await page.getByRole('textbox', { name: '理由' }).fill('与统计局核对');
  await page.getByRole('button', { name: '办结' }).click();
  await page.getByText('已保存。').waitFor();
  await page.goto(`${cockpit.url}/definitions`);
  await page.getByText('以年报为准').first().waitFor();
});
