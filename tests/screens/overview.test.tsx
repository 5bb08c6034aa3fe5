import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type NodeMock, startNodeMock } from '#mocks/node.ts';
import { type OpenedPage, openPage } from './open-page.tsx';

let mock: NodeMock;
let page: OpenedPage;

beforeAll(async () => {
  mock = await startNodeMock();
});
beforeEach(() => mock.use('normal'));
afterEach(() => page?.close());
afterAll(() => mock.close());

const panel = (name: string | RegExp): HTMLElement => {
  const section = screen.getByRole('heading', { level: 2, name }).closest('section');
  if (section === null) throw new Error(`the heading ${name} is in no section`);
  return section;
};

test('shows the figures of the default dataset with their qualifiers, units and dates', async () => {
  page = await openPage('/');
  const funds = within(await screen.findByRole('region', { name: /四大重点平台/ }));
  expect(funds.getByText('1,300').parentElement).toHaveTextContent('1,300 万元');
  const card = panel('资金');
  expect(card).toHaveTextContent('16.5%');
  expect(card).toHaveTextContent('落后序时 16.4 个百分点');
  expect(card).toHaveTextContent('序时 32.9%');
  expect(card).toHaveTextContent('截至 04-30，距今 31 天');
  expect(panel('项目')).toHaveTextContent('超 8.8 亿元');
  expect(panel('项目')).toHaveTextContent('截至 04-30');
});

test('tells "no new figure" from "no change", and names what is new', async () => {
  page = await openPage('/');
  const table = within(await screen.findByRole('table'));
  const row = (name: RegExp) => table.getByRole('row', { name });
  expect(row(/平台专项：占全年计划/)).toHaveTextContent('16.5%—未录无新数');
  expect(row(/海外工程师补助/)).toHaveTextContent('超 650 万元新录');
  expect(row(/登记任务/)).toHaveTextContent('514+9');
  expect(row(/已完成节点/)).toHaveTextContent('5/87/11+2');
});

test('orders what needs action, and leads to it', async () => {
  page = await openPage('/');
  await screen.findByRole('heading', { name: '要处理' });
  const items = within(panel('要处理')).getAllByRole('listitem');
  expect(items.map((item) => item.querySelector('b')?.textContent)).toEqual([
    '1 项任务临期 · 今日到期',
    '支付落后序时 16.4 个百分点',
    '11 项任务未填报',
    '7 处口径待核',
  ]);
  await userEvent.click(screen.getByRole('link', { name: /看资金/ }));
  expect(page.address()).toBe('/funds');
});

test('a figure opens what is known of it, Escape closes it and the focus goes back', async () => {
  page = await openPage('/');
  const user = userEvent.setup();
  const figure = await screen.findByRole('button', { name: /总投资|投资.*超 8.8 亿元/ });
  figure.focus();
  await user.keyboard('{Enter}');
  const drawer = screen.getByRole('dialog');
  expect(drawer).toHaveTextContent('超 8.8 亿元');
  expect(drawer).toHaveTextContent('截至 2021-04-30');
  expect(drawer).toHaveTextContent('来源');
  expect(page.address()).toContain('passport=project.tsinghua.investment');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(figure).toHaveFocus();
  expect(page.address()).not.toContain('passport');
});

test('an open question shows both statements and chooses none', async () => {
  page = await openPage('/?passport=question:4');
  const drawer = within(await screen.findByRole('dialog', { name: '两笔授信是否重叠' }));
  const statements = drawer.getAllByRole('listitem');
  expect(statements).toHaveLength(2);
  expect(statements[0]).toHaveTextContent('1,800 万元');
  expect(statements[1]).toHaveTextContent('1,200 万元');
});

test('a task opens with the reason of its light', async () => {
  page = await openPage('/');
  await userEvent.click(await screen.findByRole('link', { name: /打开/ }));
  const drawer = screen.getByRole('dialog');
  expect(drawer).toHaveTextContent('为什么亮这个灯');
  expect(drawer).toHaveTextContent('2021-05-31 到期');
});

test('a date that is not one is refused at the field, a good one becomes the address', async () => {
  page = await openPage('/?theme=projector');
  const user = userEvent.setup();
  const field = await screen.findByRole('combobox', { name: '数据截至' });
  await user.clear(field);
  await user.type(field, '2021-13-01{Enter}');
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription('不是日期，写成 2021-05-31 这样');
  expect(page.address()).toBe('/?theme=projector');
  await user.clear(field);
  await user.type(field, '2021-04-30{Enter}');
  expect(page.address()).toBe('/?asOf=2021-04-30&theme=projector');
});

test('the dates with data are links; the baseline never comes after the date', async () => {
  page = await openPage('/?compare=2021-04-30');
  await userEvent.click(await screen.findByRole('link', { name: /17\s*条数据，\s*2020-12-31/ }));
  expect(page.address()).toBe('/?asOf=2020-12-31');
  await waitFor(() => expect(screen.getByText(/2020-12-31 还没有资金数/)).toBeVisible());
  expect(screen.getByRole('heading', { name: '资金' })).toBeVisible();
});

test('without comparison the page says so, and the box brings it back', async () => {
  page = await openPage('/?compare=none');
  const box = await screen.findByRole('checkbox', { name: '与上次会议比较' });
  expect(box).not.toBeChecked();
  expect(screen.queryByRole('table')).toBeNull();
  await userEvent.click(box);
  expect(page.address()).toBe('/?compare=2021-04-30');
  expect(await screen.findByRole('table')).toBeVisible();
});

test('before the first record it names the date that has data and offers it', async () => {
  page = await openPage('/?asOf=2018-01-01');
  expect(await screen.findByRole('heading', { name: '2018-01-01 还没有任何数据' })).toBeVisible();
  await userEvent.click(screen.getByRole('link', { name: '看 2019-12-31' }));
  expect(page.address()).toBe('/?asOf=2019-12-31');
});

test('the language switch keeps the rest of the address, and the document follows', async () => {
  page = await openPage('/?asOf=2021-05-31');
  await userEvent.click(await screen.findByRole('link', { name: /English/ }));
  expect(page.address()).toBe('/?asOf=2021-05-31&lang=en');
  expect(await screen.findByRole('heading', { name: 'To do' })).toBeVisible();
  expect(document.documentElement.lang).toBe('en');
  expect(document.title).toBe('Overview · Reform Cockpit · Pinghu Science and Technology Bureau');
  expect(screen.getByRole('row', { name: /subsidies paid/ })).toHaveTextContent('over 6.5 M yuan');
});

test('the clock that stands still is named', async () => {
  page = await openPage('/');
  expect(await screen.findByText('本工作区的时钟停在 2021-05-31')).toBeVisible();
});
