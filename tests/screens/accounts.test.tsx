import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MOCK_NOW, type NodeMock, startNodeMock } from '#mocks/node.ts';
import { appendAccount, findAccount } from '#server/accounts/accounts.repository.ts';
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

/** Opens the page as somebody of the demo; null = as nobody. */
async function openAs(choice: string | null, path = '/admin/accounts'): Promise<void> {
  if (choice !== null) {
    await fetch('/api/session', {
      method: 'POST',
      body: JSON.stringify({ choice }),
    });
  }
  page = await openPage(path);
}

const drawer = async (name: string) => within(await screen.findByRole('dialog', { name }));
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('an administrator makes an account and gets its link, once', async () => {
  await openAs('demo.5-administrator');
  expect(await screen.findByText('demo.3-head')).toBeVisible();
  await press('新建账号');
  const form = await drawer('新建账号');
  await userEvent.click(form.getByRole('button', { name: '新建账号' }));
  expect(await form.findByText('请填写姓名。')).toBeVisible();
  await userEvent.type(form.getByLabelText('姓名'), '陈静');
  await userEvent.type(form.getByLabelText('账号'), 'demo.6-viewer');
  await userEvent.click(form.getByRole('button', { name: '新建账号' }));
  expect(await form.findByText('这个账号已经有人用。')).toBeVisible();
  // What was typed is still there.
  expect(form.getByLabelText('姓名')).toHaveValue('陈静');
  await userEvent.clear(form.getByLabelText('账号'));
  await userEvent.type(form.getByLabelText('账号'), 'chen.jing');
  await userEvent.click(form.getByRole('button', { name: '新建账号' }));
  const link = await form.findByRole('textbox', { name: '一次性链接' });
  expect((link as HTMLInputElement).value).toMatch(/\/activate\?link=[0-9a-f]{64}$/);
  expect(form.getByText(/发给 陈静 本人，2026-01-05/)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  const row = within((await screen.findByText('chen.jing')).closest('tr') as HTMLElement);
  expect(row.getByText('待激活')).toBeVisible();
  expect(row.getByText('从未')).toBeVisible();
});

test('a change on an older version loses nothing, shows how it stands, and goes through after', async () => {
  await openAs('demo.5-administrator', '/admin/accounts?lang=en');
  await userEvent.click(await screen.findByRole('button', { name: 'Change 审核员' }));
  const form = await drawer('审核员');
  const before = await findAccount(mock.db, 'demo.4-reviewer');
  if (before === null) throw new Error('the demo has a reviewer');
  await userEvent.clear(form.getByLabelText('Name'));
  await userEvent.type(form.getByLabelText('Name'), '审核办');
  const stamp = { recordedAt: MOCK_NOW, recordedBy: 'test' };
  await appendAccount(mock.db, { ...before, name: '办公室', ...stamp });
  // The list learns of it by itself; what was typed is still about the version that was seen.
  await page.look();
  await userEvent.click(form.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Somebody changed this account/)).toBeVisible();
  expect(await screen.findByText(/^Now: 办公室/)).toBeVisible();
  expect(screen.getByLabelText('Name')).toHaveValue('审核办');
  await press('Save');
  expect(await screen.findByText('Saved.')).toBeVisible();
  expect(await findAccount(mock.db, 'demo.4-reviewer')).toMatchObject({ name: '审核办' });
});

test('nobody locks everybody out, and that is said where it was tried', async () => {
  await openAs('demo.5-administrator');
  await userEvent.click(await screen.findByRole('button', { name: '修改 管理员' }));
  const form = await drawer('管理员');
  await userEvent.click(form.getByRole('switch', { name: '可以登录' }));
  await userEvent.click(form.getByRole('button', { name: '保存' }));
  expect(await form.findByText(/再没有人能管理账号/)).toBeVisible();
  expect(await findAccount(mock.db, 'demo.5-administrator')).toMatchObject({ state: 'active' });
});

test('the list is found by words and by state', async () => {
  await openAs('demo.5-administrator');
  await screen.findByText('demo.3-head');
  await userEvent.type(
    screen.getByRole('textbox', { name: '按姓名、账号或部门查找' }),
    '科技局 负责',
  );
  await waitFor(() => expect(screen.queryByText('demo.6-viewer')).toBeNull());
  expect(screen.getByText('demo.3-head')).toBeVisible();
  await userEvent.click(screen.getByText('已停用 0'));
  expect(await screen.findByText('没有符合条件的账号。')).toBeVisible();
});

test.each([
  [null, '这里要先登录', '去登录'],
  ['demo.1-reporter', '这一页不在您的权限之内', '换一个账号登录'],
])('as %s the page says why it shows nothing, and the way on', async (choice, title, way) => {
  await openAs(choice);
  expect(await screen.findByText(title)).toBeVisible();
  expect(screen.getByRole('link', { name: way })).toHaveAttribute(
    'href',
    '/sign-in?back=%2Fadmin%2Faccounts',
  );
});

test('a server that does not answer is said so, and asked again', async () => {
  await openAs('demo.5-administrator');
  await screen.findByText('demo.3-head');
  mock.use('unavailable');
  await press('修改 审核员');
  const form = await drawer('审核员');
  await userEvent.type(form.getByLabelText('姓名'), '一');
  await userEvent.click(form.getByRole('button', { name: '保存' }));
  expect(await form.findByText('数据库暂时连不上，稍后会自动重试。')).toBeVisible();
  expect(form.getByLabelText('姓名')).toHaveValue('审核员一');
});

test('one’s own account tells what one is', async () => {
  await openAs('demo.3-head', '/me');
  expect(await screen.findByText('部门负责人（市科技局）')).toBeVisible();
  expect(screen.getByText('这个账号不用本系统的密码登录。')).toBeVisible();
});

test('a page for setting a password without a link says where links come from', async () => {
  page = await openPage('/activate?lang=en');
  expect(await screen.findByText(/opens by the one-time link/)).toBeVisible();
});
