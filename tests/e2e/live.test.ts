import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendAccount } from '#server/accounts/accounts.repository.ts';
import { openSession } from '#server/accounts/sessions.repository.ts';
import { launchChromium } from '#tests/setup/browser.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { alive } from './alive.ts';

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

/** Reports a task as blocked, as its department would, over HTTP. */
async function reportBlocked(task: string): Promise<void> {
  const { db } = cockpit.home.store;
  const now = new Date().toISOString();
  await appendAccount(db, {
    id: 'reporter',
    login: 'reporter',
    name: '填报员',
    department: 'd.bureau',
    roles: ['reporter'],
    state: 'active',
    recordedAt: now,
    recordedBy: 'test',
  });
  const { secret } = await openSession(db, 'reporter', null, now);
  const detail = (await (await fetch(`${cockpit.url}/api/tasks/${task}`)).json()) as {
    version: string;
  };
  const reply = await fetch(`${cockpit.url}/api/tasks/${task}/check-ins`, {
    method: 'POST',
    headers: { origin: cockpit.url, cookie: `cockpit=${secret}`, 'if-match': detail.version },
    body: JSON.stringify({ status: 'blocked', difficulty: '等待接口' }),
  });
  expect(reply.status).toBe(201);
}

test('a write shows on a wall that nobody touches', async () => {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  const listening = page.waitForResponse((response) => response.url().endsWith('/api/events'));
  await page.goto(`${cockpit.url}/wall?lang=zh`);
  await alive(page);
  const blocked = page.locator('.exceptions .icon-blocked');
  expect(await blocked.count()).toBe(0);
  expect((await listening).status()).toBe(200);
  await reportBlocked('t.core-business');
  await blocked.first().waitFor();
  expect(said).toEqual([]);
  await page.close();
});
