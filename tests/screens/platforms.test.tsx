import { screen, within } from '@testing-library/react';
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

const codes = (): string[] =>
  [...document.querySelectorAll('main [data-code^="platform."]')].map(
    (node) => node.getAttribute('data-code') ?? '',
  );

test('opens with the finding; the matrix names what the register knows and adds nothing up', async () => {
  page = await openPage('/platforms');
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
    '在册平台 28 个，18 个已运营，6 个建设中',
  );
  const matrix = within(screen.getByRole('table', { name: /按级别和类型/ }));
  const national = matrix.getByRole('row', { name: /国家级/ });
  expect(national).toHaveTextContent('2同一批核62十三五合计');
  expect(national).toHaveTextContent('智谷·蜂巢创客空间');
  expect(matrix.getByRole('row', { name: /^省级/ })).toHaveTextContent('平湖慧谷科技园');
  expect(matrix.getAllByRole('row')).toHaveLength(4);
});

test('every figure of the platforms can be pressed, each once, with its date and qualifier', async () => {
  page = await openPage('/platforms');
  await screen.findByRole('heading', { level: 1 });
  const board = (await (await fetch('/api/board?lang=zh')).json()) as {
    figures: { code: string; theme: string }[];
  };
  const own = board.figures.filter((row) => row.theme === 'platform').map((row) => row.code);
  const shown = [...document.querySelectorAll('main button[data-code]')].map((node) =>
    node.getAttribute('data-code'),
  );
  expect(shown.sort()).toEqual(own.sort());
  expect(screen.getByRole('button', { name: /车创园孵化器面积 超 5,300/ })).toBeVisible();
});

test('both statements on the major platforms stand side by side under their mark', async () => {
  page = await openPage('/platforms');
  const title = await screen.findByRole('heading', { level: 2, name: '签约的重大平台' });
  const panel = title.closest('section');
  expect(panel).toHaveTextContent('导语作 4 个');
  expect(panel).toHaveTextContent('后文作 3 个');
  expect(within(panel as HTMLElement).getAllByRole('button', { name: /口径待核 1/ })).toHaveLength(
    2,
  );
});

test('the register by stage; the address narrows it', async () => {
  page = await openPage('/platforms?stage=building&kind=enclave');
  const table = within(await screen.findByRole('table', { name: /在册平台/ }));
  expect(table.getAllByRole('row').map((row) => row.querySelector('th')?.textContent)).toEqual([
    '名称',
    '建设中 2 个',
    '上海闵行区人才飞地',
    '深圳南山区人才飞地',
  ]);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '级别' }), 'national');
  expect(screen.getByText('没有平台符合这些条件')).toBeVisible();
  await userEvent.click(screen.getAllByRole('link', { name: '清除筛选' })[0] as HTMLElement);
  expect(page.address()).toBe('/platforms');
});

test('a platform opens its entry of the register', async () => {
  page = await openPage('/platforms');
  await userEvent.click(await screen.findByRole('button', { name: '上海虹桥人才飞地' }));
  expect(page.address()).toBe('/platforms?passport=platform%3Ap.enclave.hongqiao');
});

test('a date before the first platform says so and offers the first', async () => {
  page = await openPage('/platforms?asOf=2019-12-31');
  expect(await screen.findByText('2019-12-31 还没有平台数')).toBeVisible();
  expect(screen.getByRole('link', { name: '看 2020-12-31' })).toBeVisible();
});

test('on a wall: stage, place and all 28 names, and nothing to press', async () => {
  page = await openPage('/wall/platforms');
  const title = await screen.findByRole('heading', { name: '在册平台 28 个，按阶段和地点' });
  expect(title.closest('section')?.querySelectorAll('.place-row li')).toHaveLength(28);
  expect(title.closest('section')).toHaveTextContent('奥地利域外孵化器奥地利');
  expect(codes()).toHaveLength(14);
  expect(screen.queryAllByRole('button')).toEqual([]);
  expect(screen.queryAllByRole('link')).toEqual([]);
});
