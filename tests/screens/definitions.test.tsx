import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type NodeMock, startNodeMock } from '#mocks/node.ts';
import { type OpenedPage, openPage } from './open-page.tsx';

let mock: NodeMock;
let page: OpenedPage;

beforeAll(async () => {
  mock = await startNodeMock();
});
afterEach(() => {
  page?.close();
  mock.use('normal');
});
afterAll(() => mock.close());

const partOf = (title: string): HTMLElement => {
  const part = screen.getByRole('heading', { name: title }).closest('section');
  if (part === null) throw new Error(`no part ${title}`);
  return part;
};

test('opens with its finding; every question has its statements, sources and what it touches', async () => {
  page = await openPage('/definitions');
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
    '7 处口径待核，0 处已确认',
  );
  const credit = within(partOf('两笔授信是否重叠'));
  expect(credit.getByText('投融资对接：6 家，1,800 万元')).toBeVisible();
  expect(credit.getByText('“科技贷”签约：4 家，1,200 万元')).toBeVisible();
  expect(credit.getByText('出自《我市高质量推进“深根计划”实施》')).toBeVisible();
  const frame = within(partOf('改革框架：1+5+1 还是 1+5+2，末位“1”是什么'));
  expect(frame.getByText('来源未列')).toBeVisible();
  await userEvent.click(frame.getByRole('button', { name: '核心业务梳理' }));
  expect(await screen.findByRole('dialog', { name: '核心业务梳理' })).toBeVisible();
});

test('a source counts what is taken from it and opens all of it', async () => {
  page = await openPage('/definitions');
  await screen.findByRole('heading', { level: 1 });
  const card = screen.getByRole('button', { name: '《数字化改革再深化》' }).closest('li');
  expect(card).toHaveTextContent('没有取自它的数');
  await userEvent.click(
    screen.getByRole('button', { name: '《我市创新机制加强科技人才队伍建设》' }),
  );
  const drawer = await screen.findByRole('dialog', {
    name: '《我市创新机制加强科技人才队伍建设》',
  });
  expect(within(drawer).getByRole('heading', { name: '30 条数' })).toBeVisible();
});

test('the register goes on page by page and leads to each passport', async () => {
  page = await openPage('/definitions');
  const table = await screen.findByRole('table');
  expect(within(table).getAllByRole('row')).toHaveLength(26);
  expect(screen.getByText('第 1–25 个')).toBeVisible();
  expect(screen.getByRole('button', { name: '上一页' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: '下一页' }));
  expect(await screen.findByText('第 26–50 个')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '下一页' }));
  expect(await screen.findByText(/第 51–/)).toBeVisible();
  expect(screen.getByRole('button', { name: '下一页' })).toBeDisabled();
  const last = within(screen.getByRole('table')).getByRole('button', { name: '攻克技术难题' });
  await userEvent.click(last);
  const drawer = await screen.findByRole('dialog', { name: '攻克技术难题' });
  expect(await within(drawer).findByText('未定，待管理员写明')).toBeVisible();
  expect(page.address()).toBe('/definitions?passport=talent.engineer.2y.problems');
});

test('on a wall nothing is a button, and the statements are all there', async () => {
  page = await openPage('/wall/definitions?lang=en');
  await screen.findByRole('heading', { name: 'Whether the two credit statements overlap' });
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText('Matchmaking events: 6 companies, 18 M yuan')).toBeVisible();
  expect(screen.getByText('Touches 2 indicators, 1 platform')).toBeVisible();
});

test('before the first question there is none to settle, and the page says so', async () => {
  page = await openPage('/definitions?asOf=2019-12-31');
  expect(await screen.findByText('没有待核的口径。')).toBeVisible();
});

test('a code that does not exist gets a sentence and the nearest one', async () => {
  page = await openPage('/definitions?passport=talent.engineer.2z');
  const drawer = await screen.findByRole('dialog', { name: '没有找到' });
  expect(drawer).toHaveTextContent('没有编号为“talent.engineer.2z”的指标');
  await userEvent.click(
    within(drawer).getByRole('button', { name: /最接近的是“talent\.engineer\.2y”/ }),
  );
  expect(await screen.findByRole('dialog', { name: '近两年海外工程师' })).toBeVisible();
});

test('a question that does not exist offers one that does', async () => {
  page = await openPage('/definitions?passport=question:0');
  const drawer = await screen.findByRole('dialog', { name: '没有找到' });
  expect(drawer).toHaveTextContent('“question:0”不在这个日期的数据之中');
  await userEvent.click(within(drawer).getByRole('button', { name: /签约落地重大平台/ }));
  expect(page.address()).toBe('/definitions?passport=question%3A1');
});
