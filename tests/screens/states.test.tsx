import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type NodeMock, startNodeMock } from '#mocks/node.ts';
import { pages } from '#src/app/pages.ts';
import { saveLastGood } from '#src/lib/last-good.ts';
import { type OpenedPage, openPage } from './open-page.tsx';

let mock: NodeMock;
let page: OpenedPage;

beforeAll(async () => {
  mock = await startNodeMock();
});
afterEach(() => page?.close());
afterAll(() => mock.close());

test('waiting: outlines hold the place, then the data takes it', async () => {
  mock.use('slow');
  page = await openPage('/');
  expect(screen.getByRole('status')).toHaveTextContent('正在取数');
  mock.release();
  expect(await screen.findByRole('heading', { name: '要处理' })).toBeVisible();
  expect(screen.queryByText(/正在取数/)).toBeNull();
});

test('down: one sentence and a way on, and the data comes back by that way', async () => {
  mock.use('down');
  page = await openPage('/');
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('连不上服务器');
  mock.use('normal');
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(await screen.findByRole('heading', { name: '要处理' })).toBeVisible();
});

test('the store is out of reach: the page says what failed in its own words', async () => {
  mock.use('unavailable');
  page = await openPage('/');
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('数据库暂时连不上');
});

test('down with a last good copy: the copy is shown, marked, with all its figures', async () => {
  mock.use('normal');
  const board: unknown = await (await fetch('/api/board?lang=zh')).json();
  saveLastGood(['board', null, null, null, 'zh'], board, Date.parse('2026-11-21T19:05:00Z'));
  mock.use('down');
  page = await openPage('/');
  // In the bureau's time, whatever the device's own clock and zone say.
  expect(await screen.findByText('离线副本，本机留存 · 11-22 03:05 同步')).toBeVisible();
  expect(screen.getByRole('heading', { name: '要处理' })).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a server of another contract: the picture stays, and says that a newer version is on its way', async () => {
  mock.use('normal');
  page = await openPage('/wall');
  await screen.findByText('在线 · 刚刚同步');
  const fetched = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async () => Response.json({}, { headers: { 'contract-version': '99' } }));
  await page.look();
  expect(await screen.findByText(/版本已更新，正在重新载入/)).toBeVisible();
  expect(screen.getByRole('heading', { level: 2, name: '平台' })).toBeVisible();
  fetched.mockRestore();
});

test('the link is lost after the first picture: the picture stays and is marked', async () => {
  mock.use('stale');
  page = await openPage('/');
  await screen.findByRole('heading', { name: '要处理' });
  expect(screen.getByText('在线 · 刚刚同步')).toBeVisible();
  await page.look();
  expect(await screen.findByText(/离线，显示上次取到的数/)).toBeVisible();
  expect(screen.getByRole('heading', { name: '要处理' })).toBeVisible();
});

test.each([
  ['/', ['要处理', '项目', /改革任务/]],
  ['/wall', ['平台', '人才', /改革任务/]],
])('%s: one panel that cannot be drawn takes no other along', async (address, others) => {
  mock.use('broken-panel');
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  page = await openPage(address);
  expect(await screen.findByText('没有取到资金数')).toBeVisible();
  for (const name of others) expect(screen.getByRole('heading', { level: 2, name })).toBeVisible();
  expect(logged).toHaveBeenCalled();
  logged.mockRestore();
});

test.each([
  ['/?asOf=2021-13-01', 'asOf=2021-13-01 不是一个日期'],
  ['/?asOf=yesterday', 'asOf=yesterday 不是一个日期'],
  ['/funds?lang=fr', 'lang=fr 不在可选的值之中'],
  ['/wall?colour=red', '参数 colour 不认识'],
  ['/?asOf=2021-04-30&compare=2021-05-31', '基准日 2021-05-31 晚于数据截至日'],
  ['/?asOf=2021-04-30&asOf=2021-05-31', 'asOf 写了不止一次'],
  ['/funds?stage=signed', 'stage=signed 不属于这一页'],
  ['/platforms?task=t.centre', 'task=t.centre 不属于这一页'],
  ['/wall/talent?passport=talent.activities', 'passport=talent.activities 不属于这一页'],
])('%s is named as what it is, with a way back', async (address, sentence) => {
  mock.use('normal');
  page = await openPage(address);
  expect(screen.getByRole('alert')).toHaveTextContent(sentence);
  await userEvent.click(screen.getByRole('link', { name: /不带它，打开/ }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(page.address().split('?')[0]).toBe(address.split('?')[0]);
});

test.each([
  ['/funds?stage=signed', '在“平台”页看 stage=signed', '/platforms?stage=signed'],
  [
    '/?department=d.related&light=none&lang=zh',
    '在“任务”页看 department=d.related',
    '/tasks?lang=zh&department=d.related&light=none',
  ],
  [
    '/wall/talent?passport=talent.activities',
    '在“人才”页看 passport=talent.activities',
    '/talent?passport=talent.activities',
  ],
  ['/tasks?ligth=near', '改看 light=near', '/tasks?light=near'],
  ['/funds?stagee=signed', '在“平台”页看 stage=signed', '/platforms?stage=signed'],
  ['/?as_of=2021-04-30', '改看 asOf=2021-04-30', '/?asOf=2021-04-30'],
  ['/tasks?light=nearr', '改看 light=near', '/tasks?light=near'],
  ['/?asOf=2021-04-30&asOf=no', '改看 asOf=2021-04-30', '/?asOf=2021-04-30'],
])('%s offers the nearest that exists', async (address, name, next) => {
  mock.use('normal');
  page = await openPage(address);
  await userEvent.click(screen.getByRole('link', { name }));
  expect(page.address()).toBe(next);
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('an address that is nearly a page offers that page', async () => {
  mock.use('normal');
  page = await openPage('/fund?asOf=2021-04-30');
  await userEvent.click(screen.getByRole('link', { name: '最接近的是“资金”，打开' }));
  expect(page.address()).toBe('/funds?asOf=2021-04-30');
});

test.each([
  [
    '/?passport=fund.platform.disburse',
    '没有编号为“fund.platform.disburse”的指标',
    'fund.platform.disbursed',
  ],
  ['/?passport=task:t.jieban', '“task:t.jieban”不在这个日期的数据之中', '揭榜挂帅'],
  ['/?passport=question:99', '“question:99”不在这个日期的数据之中', '168'],
])('%s is answered without asking for what is not there', async (address, sentence, near) => {
  mock.use('normal');
  const asked = vi.spyOn(globalThis, 'fetch');
  page = await openPage(address);
  expect(await screen.findByText(new RegExp(sentence))).toBeVisible();
  expect(screen.getByRole('button', { name: new RegExp(`最接近的是“.*${near}`) })).toBeVisible();
  const replies = await Promise.all(
    asked.mock.results.map(({ value }) => value as Promise<Response>),
  );
  expect(replies.map((reply) => reply.status)).not.toContain(404);
  asked.mockRestore();
});

test('an address without a page says so and leads back', async () => {
  mock.use('normal');
  page = await openPage('/nowhere?lang=en');
  expect(screen.getByRole('alert')).toHaveTextContent('/nowhere is not a page of this system');
  await userEvent.click(screen.getByRole('link', { name: 'Back to the overview' }));
  expect(await screen.findByRole('heading', { name: 'To do' })).toBeVisible();
  expect(page.address()).toBe('/?lang=en');
});

test('every link of the navigation leads to a page', async () => {
  mock.use('normal');
  page = await openPage('/?asOf=2021-04-30');
  const nav = await screen.findByRole('navigation', { name: '主导航' });
  const links = [...nav.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  const desks = pages
    .filter((row) => row.shell === 'desk' && row.over === 'board')
    .map((row) => row.path);
  expect(desks).toContain('/tasks');
  expect(links).toEqual(desks.map((path) => `${path}?asOf=2021-04-30`));
});
