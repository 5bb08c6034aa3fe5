import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type NodeMock, startNodeMock } from '#mocks/node.ts';
import { type OpenedPage, openPage } from './open-page.tsx';

let mock: NodeMock;
let page: OpenedPage;

beforeEach(async () => {
  mock = await startNodeMock();
});
afterEach(async () => {
  page?.close();
  await mock.close();
});

const choose = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

test('who may not read the trail is told so, and comes back after signing in as somebody who may', async () => {
  page = await openPage('/admin/audit?outcome=done');
  expect(await screen.findByRole('alert')).toHaveTextContent('这里要先登录');
  await userEvent.click(screen.getByRole('link', { name: '去登录' }));
  await choose(/领导（查看）/);
  expect(await screen.findByRole('alert')).toHaveTextContent('这一页不在您的权限之内');
  await userEvent.click(screen.getByRole('link', { name: '换一个账号登录' }));
  await choose(/管理员/);
  expect(await screen.findByRole('heading', { level: 1, name: '审计记录' })).toBeVisible();
  expect(page.address()).toBe('/admin/audit?outcome=done');
});

test('the trail shows who did what, with what changed, takes filters into the address, and is found whole', async () => {
  page = await openPage('/sign-in?back=%2Fadmin%2Faudit');
  await choose(/管理员/);
  const table = await screen.findByRole('table');
  expect(await within(table).findByText('登录')).toBeVisible();
  await userEvent.click(within(table).getByRole('button', { name: /展开/ }));
  expect(await screen.findByText('没有内容上的变化。')).toBeVisible();
  await choose('检查完整性');
  expect(await screen.findByText(/首尾相扣，没有改动、缺失或插入/)).toBeVisible();
  await userEvent.type(screen.getByRole('textbox', { name: '对象' }), 'tasks:{Enter}');
  await waitFor(() => expect(page.address()).toBe('/admin/audit?subject=tasks%3A'));
  expect(await screen.findByText('没有符合条件的记录。')).toBeVisible();
  await choose('清除筛选');
  await waitFor(() => expect(page.address()).toBe('/admin/audit'));
  expect(screen.getByRole('link', { name: '导出 CSV' })).toHaveAttribute(
    'href',
    '/api/audit/export',
  );
});
