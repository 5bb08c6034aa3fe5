/** The registration of a wall is revoked while it is shown. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fleet } from '#core/contract/screen.ts';
import { alive } from '#tests/e2e/alive.ts';
import { addWall, wallCookie } from '#tests/server/walls.ts';
import { launchChromium } from '#tests/setup/browser.ts';
import { addKeeper, closeWorkspace } from '#tests/setup/keeper.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';

let cockpit: ServedCockpit;
let browser: Browser;
let keeper: string;
beforeAll(async () => {
  cockpit = await serveCockpit();
  const { db } = cockpit.home.store;
  keeper = await addKeeper(db);
  await addWall({ db }, 'hall');
  await closeWorkspace(db);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await cockpit?.close();
});

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const reply = await fetch(`${cockpit.url}/api${path}`, {
    method,
    headers: { origin: cockpit.url, cookie: keeper },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(reply.ok, `${method} ${path}: ${reply.status}`).toBe(true);
  return (await reply.json()) as T;
}

test('a wall that is revoked while shown says so, asks nothing any more, and may be registered again', async () => {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const [name = '', value = ''] = (await wallCookie('hall')).split('=');
  await context.addCookies([{ name, value, url: cockpit.url }]);
  const wall = await context.newPage();
  await wall.clock.install();
  const said: string[] = [];
  wall.on('console', (message) => said.push(message.text()));
  wall.on('pageerror', (error) => said.push(error.message));
  const listening = wall.waitForResponse((reply) => reply.url().endsWith('/api/events'));
  const beating = wall.waitForResponse((reply) => reply.url().endsWith('/screen/heartbeat'));
  await wall.goto(`${cockpit.url}/wall?lang=zh&theme=dark`);
  await alive(wall);
  await listening;
  await beating;
  await wall.waitForFunction(() =>
    Object.keys(localStorage).some((key) => key.startsWith('reform-cockpit.last-good')),
  );

  const asked: string[] = [];
  wall.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await ask('DELETE', '/screens/hall');
  const notice = wall.locator('.wall-notice');
  await notice.waitFor();
  await expect.poll(() => notice.textContent()).toMatch(/登记已被撤销，画面停在 \d{4}-\d{2}-\d{2}/);
  const isHonest = async () => {
    await wall.locator('.link-offline, .link-copy').first().waitFor();
    expect(await wall.locator('.link-online').count()).toBe(0);
    expect(await wall.locator('main').innerText()).toContain('16.5');
  };
  await isHonest();
  await wall.clock.runFor(10 * 60_000);
  await wall.evaluate(() => dispatchEvent(new Event('focus')));
  await wall.clock.runFor(60_000);
  expect(asked).toEqual([]);
  await isHonest();

  // Also after somebody switched it off and on; of itself alone it asks how it stands.
  await wall.reload();
  await alive(wall);
  await isHonest();
  asked.length = 0;
  await wall.clock.runFor(10 * 60_000);
  expect(asked.filter((path) => path.startsWith('/api/') && path !== '/api/screen')).toEqual([]);
  // The document itself was refused, and came with the picture all the same.
  expect(said.filter((text) => !text.includes('status of 403'))).toEqual([]);

  await wall.getByRole('link', { name: '重新登记' }).click();
  const code = await wall.locator('.wall-code').textContent();
  const settings = { name: '大厅', place: '', pages: ['overview'], seconds: 20, theme: 'dark' };
  await ask('POST', '/screens', { ...settings, lang: 'zh', code });
  await wall.clock.runFor(10_000);
  await wall.waitForURL(/\/wall\?/);
  await wall.locator('.link-online').first().waitFor();
  expect(await notice.count()).toBe(0);
  const { screens } = await ask<Fleet>('GET', '/screens');
  expect(screens.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1);
  await context.close();
});
