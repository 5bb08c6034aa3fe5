/** A review meeting from its preparation to the next one, as the office holds it, in a real browser over a real store. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MeetingDetail } from '#core/contract/meeting.ts';
import type { TaskDetail } from '#core/contract/task.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { readObservations } from '#server/indicators/observations.repository.ts';
import { launchChromium } from '#tests/setup/browser.ts';
import { addServedAccount, PASSWORD } from '#tests/setup/served-account.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import { alive } from './alive.ts';
import { readPdf } from './read-pdf.ts';
import { violationsOn } from './violations.ts';

const WAITS = 'governance.centre.departments.staffed';
const CORRECTED = 'finance.keyidai.amount';

let cockpit: ServedCockpit;
let browser: Browser;
/** The meeting that the first test holds, for the one that looks at its pages. */
let held = '';
/** What the pages wrote to their consoles; what the cut network makes the browser say is left out. */
const complaints: string[] = [];

beforeAll(async () => {
  cockpit = await serveCockpit();
  const account = { department: null, role: 'reviewer' } as const;
  await addServedAccount(cockpit, { ...account, login: 'office', name: '改革办主任' });
  await addServedAccount(cockpit, {
    login: 'reporter',
    name: '填报员',
    role: 'reporter',
    department: 'd.bureau',
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await cockpit?.close();
});

function listen(page: Page): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() !== 'error' || text.includes('ERR_INTERNET_DISCONNECTED')) return;
    complaints.push(`${page.url()}: ${text}`);
  });
}

async function signedIn(login: string, options: object = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options });
  context.on('page', listen);
  const reply = await context.request.post(`${cockpit.url}/api/session`, {
    data: { login, password: PASSWORD },
    headers: { origin: cockpit.url },
  });
  expect(reply.ok()).toBe(true);
  return context;
}

/** Puts on record, later than everything before it, what has to be there. */
async function seed(): Promise<void> {
  const { db } = cockpit.home.store;
  const recordedAt = new Date().toISOString();
  const [bureau] = sampleAt(recordedAt).departments;
  if (bureau === undefined) throw new Error('the sample has a department');
  await loadDataset(db, { departments: [{ ...bureau, review: true }] });
  const reporter = await signedIn('reporter');
  const entry = await reporter.request.post(`${cockpit.url}/api/indicators/${WAITS}/observations`, {
    data: { value: 3, asOf: '2021-05-31' },
    headers: { origin: cockpit.url },
  });
  expect(entry.ok()).toBe(true);
  await reporter.close();
}

async function correct(): Promise<void> {
  const { db } = cockpit.home.store;
  const rows = await readObservations(db, {
    knownAt: null,
    asOfLast: '2021-05-31',
    indicator: CORRECTED,
  });
  const shown = rows[rows.length - 1];
  if (shown === undefined) throw new Error('the sample has it');
  await loadDataset(db, {
    observations: [
      {
        ...shown,
        id: 'corrected',
        value: shown.value * 2,
        supersedes: shown.id,
        reason: '原文抄错',
        recordedAt: new Date().toISOString(),
        recordedBy: 'office',
      },
    ],
  });
}

const slideTitle = (page: Page): Locator => page.locator('.mt-slide .mt-title');
const press = (page: Page, key: string): Promise<void> => page.keyboard.press(key);
const goTo = async (page: Page, title: RegExp): Promise<void> => {
  await press(page, 'o');
  await page.locator('.mt-overview').getByRole('button', { name: title }).click();
  await slideTitle(page).filter({ hasText: title }).waitFor();
};
const detailOf = async (context: BrowserContext, id: string): Promise<MeetingDetail> =>
  (await (
    await context.request.get(`${cockpit.url}/api/meetings/${id}?lang=zh`)
  ).json()) as MeetingDetail;

/** Puts a row of the agenda above another, by the pointer. */
async function drag(page: Page, from: number, to: number): Promise<void> {
  const grips = page.locator('.ms-grip');
  await grips.nth(to).scrollIntoViewIfNeeded();
  const start = await grips.nth(from).boundingBox();
  const end = await grips.nth(to).boundingBox();
  if (start === null || end === null) throw new Error('both rows are there');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y - 4, { steps: 6 });
  await page.mouse.up();
}

test('a meeting is prepared, frozen, held without a network for a while, closed, and opens the next', async () => {
  await seed();
  // As in a house without https: nothing but the page itself keeps what the meeting needs.
  const office = await signedIn('office', {
    viewport: { width: 1920, height: 1080 },
    serviceWorkers: 'block',
  });
  const page = await office.newPage();
  const streams: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/events')) streams.push(request.url());
  });

  // Before: set up, arranged, frozen.
  await page.goto(`${cockpit.url}/meetings?lang=zh`);
  await page.getByRole('button', { name: '新建会议' }).click();
  await page.getByRole('textbox', { name: '会议名称' }).fill('五月例会');
  await page.getByRole('button', { name: '建立' }).click();
  await page.getByRole('heading', { level: 1, name: '五月例会' }).waitFor();
  const id = new URL(page.url()).pathname.split('/')[2] ?? '';
  const titles = page.locator('.ms-item-title');
  await titles.nth(1).waitFor();
  const second = (await titles.nth(1).innerText()).split('\n')[0] ?? '';
  await drag(page, 1, 0);
  await expect.poll(() => titles.first().innerText()).toContain(second);
  await page
    .getByRole('button', { name: /^备注与提请/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: '主讲备注（不上屏）' }).fill('先说结论');
  await page.getByRole('button', { name: '保存议程' }).click();
  await page.getByText('议程已保存').waitFor();
  await page.getByText('1 条填报还在等审核，冻结时不会计入。').waitFor();
  await page.getByRole('button', { name: '不等了，照样冻结' }).click();
  await page.getByText('第 1 次冻结').first().waitFor();
  await correct();
  await page.getByRole('button', { name: '开始会议' }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText('进行中').first().waitFor();

  // During: keys, overview, focus, black.
  await page.getByRole('link', { name: '上屏演示' }).click();
  await slideTitle(page).filter({ hasText: '五月例会' }).waitFor();
  await press(page, 'ArrowRight');
  await slideTitle(page).filter({ hasText: second }).waitFor();
  await goTo(page, /新登记 9 项任务/);
  await press(page, 'f');
  await page.locator('.mt-spot').waitFor();
  expect(await page.locator('.mt-dim').count()).toBe(2);
  await press(page, 'Escape');
  await page.locator('.mt-spot').waitFor({ state: 'detached' });
  await press(page, 'b');
  await page.getByRole('button', { name: /黑屏中/ }).waitFor();
  await press(page, '.');
  await slideTitle(page).waitFor();

  // A board of the same instant, and back.
  await goTo(page, /序时/);
  await page.getByRole('link', { name: '看板' }).click();
  await page.locator('.presenting-bar').waitFor();
  const { snapshot } = (await detailOf(office, id)).meeting;
  expect(new URL(page.url()).searchParams.get('knownAt')).toBe(snapshot?.knownAt);
  await page.getByRole('link', { name: '金融与项目' }).click();
  await page.getByText('1.86').first().waitFor();
  await page.locator('.presenting-bar').click();
  await slideTitle(page).filter({ hasText: /序时/ }).waitFor();

  // A second window moves the first, and so does another device.
  const opened = office.waitForEvent('page');
  await press(page, 'n');
  const presenter = await opened;
  await presenter.getByRole('button', { name: '上一页' }).waitFor();
  await press(page, 'Home');
  await slideTitle(page).filter({ hasText: '五月例会' }).waitFor();
  await presenter.getByRole('button', { name: '下一页' }).click();
  await presenter.getByText('先说结论').waitFor();
  await slideTitle(page).filter({ hasText: second }).waitFor();
  await presenter.close();
  const other = await signedIn('office', { viewport: { width: 390, height: 844 } });
  const phone = await other.newPage();
  await phone.goto(`${cockpit.url}/meetings/${id}/presenter?lang=zh`);
  await phone.getByText('先说结论').waitFor();
  await phone.getByRole('button', { name: '下一页' }).click();
  await slideTitle(page).filter({ hasText: second }).waitFor({ state: 'detached' });
  expect(streams).toHaveLength(1);
  await other.close();

  // The network dies.
  await page.waitForFunction(() => document.querySelector('.mt-says')?.textContent === '');
  await office.setOffline(true);
  await goTo(page, /揭榜挂帅/);
  await press(page, 'd');
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: '决定内容' }).fill('框架节点改到六月中旬');
  await form.getByRole('combobox', { name: '怎么落实' }).selectOption({ label: '改期' });
  await form.getByLabel('新期限').fill('2021-06-15');
  await form.getByRole('button', { name: '记下' }).click();
  await page.getByText('1 项决定待提交').waitFor();
  await press(page, 'End');
  await page.getByText('框架节点改到六月中旬').waitFor();
  // A board that was never opened.
  await goTo(page, /在册平台/);
  await page.getByRole('link', { name: '看板' }).click();
  await page.locator('.area-register').waitFor();
  await page.locator('.presenting-bar').click();
  await slideTitle(page).waitFor();
  // Not by the browser's network: the server has heard of nothing yet.
  expect((await detailOf(office, id)).resolutions).toEqual([]);
  await office.setOffline(false);
  await page.getByText('1 项决定待提交').waitFor({ state: 'detached' });
  await expect
    .poll(async () => (await detailOf(office, id)).resolutions.map((row) => row.words))
    .toEqual(['框架节点改到六月中旬']);

  // After: closed, carried out, on record.
  await press(page, 'Escape');
  await page.getByRole('button', { name: '结束会议' }).click();
  await page.getByRole('button', { name: '结束并落实决议' }).click();
  await page.getByText('已结束').first().waitFor();
  const task = (await (
    await office.request.get(`${cockpit.url}/api/tasks/t.jiebang?lang=zh`)
  ).json()) as TaskDetail;
  const moved = task.task.milestones.find((row) => row.due === '2021-06-15');
  expect(moved).toMatchObject({ originalDue: '2021-05-31', postponed: 1 });
  const { resolutions } = await detailOf(office, id);
  expect(resolutions[0]?.carried).toEqual({ kind: 'milestone-due', id: moved?.id });
  await page.getByRole('link', { name: '去看' }).click();
  await page
    .getByText(/2021-06-15/)
    .first()
    .waitFor();

  await page.goto(`${cockpit.url}/meetings/${id}?lang=zh`);
  await page.getByRole('link', { name: '会议纪要' }).click();
  await page.getByText('框架节点改到六月中旬').waitFor();
  const pdf = readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(pdf.size.map(Math.round)).toEqual([595, 842]);
  expect(pdf.pages).toBeLessThanOrEqual(2);
  const words = '会议纪要五月例会框架节点改到六月中旬责任部门';
  expect([...words].filter((letter) => !pdf.letters.has(letter))).toEqual([]);

  await page.goto(`${cockpit.url}/meetings?lang=zh`);
  await page.getByRole('button', { name: '新建会议' }).click();
  await page.getByRole('textbox', { name: '会议名称' }).fill('六月例会');
  await page.getByLabel('会议日期').fill('2021-06-30');
  await page.getByLabel('数据截至').fill('2021-06-15');
  await page
    .getByRole('combobox', { name: '对比' })
    .selectOption({ label: '五月例会 · 2021-05-31' });
  await page.getByRole('button', { name: '建立' }).click();
  await page.getByRole('heading', { level: 1, name: '六月例会' }).waitFor();
  await expect.poll(() => titles.first().innerText()).toContain('决议');
  expect(complaints).toEqual([]);
  held = id;
}, 240_000);

test('every page of a meeting that was held is without a barrier, in both languages', async () => {
  const id = held;
  const look = await signedIn('office', { bypassCSP: true });
  const shown = await look.newPage();
  const found: Record<string, string[]> = {};
  const at = async (name: string): Promise<void> => {
    found[name] = await violationsOn(shown);
  };
  for (const lang of ['zh', 'en']) {
    for (const [path, ready] of [
      ['/meetings', '.ms-meetings'],
      [`/meetings/${id}`, '.ms-items'],
      [`/meetings/${id}/minutes`, '.mn-items'],
      ['/timeline?subject=task:t.jiebang', '.tm-table'],
      [`/timeline?subject=indicator:${CORRECTED}`, '.tm-table'],
      [`/meetings/${id}/presenter`, '.mt-presenter'],
    ] as const) {
      for (const size of [
        { width: 1440, height: 900 },
        { width: 390, height: 844 },
      ]) {
        await shown.setViewportSize(size);
        await shown.goto(`${cockpit.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        await shown.locator(ready).waitFor();
        await at(`${path} ${lang} ${size.width}`);
      }
    }
    await shown.setViewportSize({ width: 1920, height: 1080 });
    await shown.goto(`${cockpit.url}/meetings/${id}/present?lang=${lang}`);
    await alive(shown);
    await shown.locator('.mt-slide').waitFor();
    const { agenda } = await detailOf(look, id);
    await press(shown, 'Home');
    for (let place = 0; place <= agenda.filter((item) => item.shown).length; place += 1) {
      await at(`slide ${place} ${lang}`);
      await press(shown, 'ArrowRight');
    }
    await press(shown, 'o');
    await shown.locator('.mt-overview').waitFor();
    await at(`overview ${lang}`);
  }
  for (const [name, violations] of Object.entries(found)) expect(violations, name).toEqual([]);
  expect(complaints).toEqual([]);
}, 240_000);

test('slides of a red task with its ask, of the last resolutions and of a simulated date are without a barrier', async () => {
  const look = await signedIn('office', { bypassCSP: true });
  const reply = await look.request.post(`${cockpit.url}/api/meetings`, {
    data: {
      title: '六月例会',
      date: '2021-06-25',
      asOf: '2021-06-20',
      compareMeeting: held,
      participants: ['d.bureau'],
    },
    headers: { origin: cockpit.url },
  });
  expect(reply.status()).toBe(201);
  const { id } = (await reply.json()) as { id: string };
  const { agenda } = await detailOf(look, id);
  const shown = agenda.filter((item) => item.shown);
  expect(shown.map((item) => item.kind)).toEqual(expect.arrayContaining(['resolutions', 'task']));
  const red = shown.findIndex((item) => item.kind === 'task' && item.ask !== null);
  const last = shown.findIndex((item) => item.kind === 'resolutions');
  expect([red, last]).not.toContain(-1);
  const page = await look.newPage();
  await page.setViewportSize({ width: 1366, height: 768 });
  for (const lang of ['zh', 'en']) {
    await page.goto(`${cockpit.url}/meetings/${id}/present?lang=${lang}`);
    await alive(page);
    await page.locator('.mt-slide').waitFor();
    for (const place of [red, last]) {
      await press(page, 'Home');
      for (let step = 0; step <= place; step += 1) await press(page, 'ArrowRight');
      const kind = place === red ? '.mt-options' : '.mt-rows';
      await page.locator(`.mt-slide ${kind}`).waitFor();
      await page.getByText(lang === 'zh' ? /^推演：截至/ : /^Simulation: as of/).waitFor();
      expect(await violationsOn(page), `${lang} ${kind}`).toEqual([]);
    }
  }
  await look.close();
  expect(complaints).toEqual([]);
}, 240_000);
