/** A wall of a closed workspace in a real browser: registered without typing on it, told, revoked while it is shown. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fleet, Screen } from '#core/contract/screen.ts';
import { launchChromium } from '#tests/setup/browser.ts';
import { addKeeper, closeWorkspace } from '#tests/setup/keeper.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { violationsOn } from './violations.ts';

let cockpit: ServedCockpit;
let browser: Browser;
let keeper: string;
beforeAll(async () => {
  cockpit = await serveCockpit();
  const { db } = cockpit.home.store;
  keeper = await addKeeper(db);
  await closeWorkspace(db);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await cockpit?.close();
});

/** What an administrator asks from elsewhere. */
async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const reply = await fetch(`${cockpit.url}/api${path}`, {
    method,
    headers: { origin: cockpit.url, cookie: keeper },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(reply.ok, `${method} ${path}: ${reply.status}`).toBe(true);
  return (await reply.json()) as T;
}

const seenOf = async (id: string) =>
  (await ask<Fleet>('GET', '/screens')).screens.find((one) => one.id === id)?.seen ?? null;

async function openAsKeeper(path: string): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true, locale: 'zh-CN' });
  await context.addCookies([
    { name: 'cockpit', value: keeper.split('=')[1] ?? '', url: cockpit.url },
  ]);
  const page = await context.newPage();
  await page.goto(cockpit.url + path);
  return page;
}

test('a closed wall shows a code, is confirmed elsewhere, does what it is told, and is revoked while shown', async () => {
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    locale: 'zh-CN',
  });
  const wall = await context.newPage();
  const said: string[] = [];
  wall.on('console', (message) => {
    // A refusal is an answer; the browser reports it in its own words.
    if (!message.text().includes('the server responded with a status of 40'))
      said.push(message.text());
  });
  wall.on('pageerror', (error) => said.push(error.message));
  // The address that any wall is opened with: there is no page to sign in on.
  await wall.goto(`${cockpit.url}/wall`);
  const code = await wall.locator('.wall-code').textContent();

  const admin = await openAsKeeper('/admin/screens');
  await admin.getByRole('button', { name: `登记 ${code}` }).click();
  const drawer = admin.getByRole('dialog');
  await drawer.getByLabel('名称').fill('大厅左屏');
  for (const page of ['平台', '人才', '金融与项目', '任务'])
    await drawer.getByRole('button', { name: `去掉 ${page}` }).click();
  await drawer.getByRole('button', { name: '登记', exact: true }).click();
  await admin.getByRole('dialog', { name: '大厅左屏' }).waitFor();

  // Nobody touches the wall.
  await wall.locator('.area-fund').waitFor();
  await wall.waitForURL(/\/wall\?lang=zh&theme=dark$/);
  const [screen] = (await ask<Fleet>('GET', '/screens')).screens;
  const id = screen?.id ?? '';
  await expect
    .poll(() => seenOf(id), { timeout: 30_000 })
    .toMatchObject({
      page: 'overview',
      width: 1920,
      height: 1080,
      error: null,
    });
  await expect
    .poll(async () => (await seenOf(id))?.picture, { timeout: 30_000 })
    .toMatch(/^[0-9a-f]{64}$/);
  await admin.locator('.sc-picture img').waitFor();
  await expect
    .poll(() =>
      admin.locator('.sc-picture img').evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBe(480);
  // What it shows, and not a blank: bars, words and lights have many colours.
  const colours = await admin.locator('.sc-picture img').evaluate((image: HTMLImageElement) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext('2d');
    if (context === null) return 0;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set<string>();
    for (let at = 0; at < data.length; at += 4)
      seen.add(`${(data[at] ?? 0) >> 4} ${(data[at + 1] ?? 0) >> 4} ${(data[at + 2] ?? 0) >> 4}`);
    return seen.size;
  });
  expect(colours).toBeGreaterThan(20);
  const { picture: ofOverview } = (await seenOf(id)) ?? { picture: null };

  await ask<Screen>('POST', `/screens/${id}/command`, { kind: 'show', page: 'funds' });
  await wall.waitForURL(/\/wall\/funds\?/, { timeout: 10_000 });
  // Whoever told it sees soon that it was done.
  await expect.poll(() => seenOf(id), { timeout: 30_000 }).toMatchObject({ page: 'funds' });
  await expect
    .poll(async () => (await seenOf(id))?.picture, { timeout: 30_000 })
    .not.toBe(ofOverview);
  const loaded = wall.waitForEvent('load', { timeout: 15_000 });
  await ask<Screen>('POST', `/screens/${id}/command`, { kind: 'reload' });
  await loaded;
  await wall.locator('.link-online').first().waitFor();
  // The token is out of reach of the page.
  expect(await wall.evaluate(() => document.cookie)).toBe('');
  await wall.waitForFunction(() =>
    Object.keys(localStorage).some((key) => key.startsWith('reform-cockpit.last-good')),
  );

  await ask<Screen>('DELETE', `/screens/${id}`);
  const notice = wall.locator('.wall-notice');
  await notice.waitFor();
  await expect.poll(() => notice.textContent()).toContain('登记已被撤销');
  const isShown = async () => {
    await wall.locator('.link-offline, .link-copy').first().waitFor();
    await expect.poll(() => notice.textContent()).toMatch(/画面停在 \d{4}-\d{2}-\d{2} \d{2}:\d{2}/);
    await expect.poll(() => wall.locator('main').innerText()).toContain('16.5');
    expect(await wall.locator('input').count()).toBe(0);
  };
  await wall.evaluate(() => dispatchEvent(new Event('focus')));
  await isShown();
  // Also after somebody switched it off and on.
  await wall.reload();
  await isShown();
  expect(said).toEqual([]);
  await admin.context().close();
  await context.close();
});

test('a box without script is told that it cannot be registered', async () => {
  const reply = await fetch(`${cockpit.url}/wall/static`, { headers: { 'accept-language': 'zh' } });
  expect(reply.status).toBe(401);
  expect(await reply.text()).toContain('这台设备不运行脚本');
});

test('whoever keeps the screens, in whatever light and language, meets no barrier', async () => {
  const found: Record<string, string[]> = {};
  const other = await (await browser.newContext()).newPage();
  await other.goto(`${cockpit.url}/wall/register`);
  await other.locator('.wall-code').waitFor();
  const page = await openAsKeeper('/admin/screens');
  await page.setViewportSize({ width: 1366, height: 768 });
  for (const lang of ['zh', 'en']) {
    for (const theme of ['dark', 'light', 'projector']) {
      const search = `?lang=${lang}&theme=${theme}`;
      await page.goto(`${cockpit.url}/admin/screens${search}`);
      await page.locator('.sc-code').waitFor();
      found[`fleet ${search}`] = await violationsOn(page);
      await page.locator('.sc-waiting .ant-btn').first().click();
      await page.locator('.sc-order').waitFor();
      found[`form ${search}`] = await violationsOn(page);
    }
  }
  for (const [name, violations] of Object.entries(found)) expect(violations, name).toEqual([]);
  await page.context().close();
  await other.context().close();
});
