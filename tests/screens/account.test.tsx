import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Me } from '#core/contract/account.ts';
import { MOCK_NOW, type NodeMock, startNodeMock } from '#mocks/node.ts';
import { appendWorkspace, findWorkspace } from '#server/workspace/workspace.repository.ts';
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

const choose = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

test('a reporter chooses a role, comes back to where they were, and their name leads to their tasks', async () => {
  page = await openPage('/funds?asOf=2021-04-30');
  await userEvent.click(await screen.findByRole('link', { name: '登录' }));
  expect(await screen.findByRole('heading', { level: 1, name: '登录' })).toBeVisible();
  await choose('市科技局 · 填报员');
  await waitFor(() => expect(page.address()).toBe('/funds?asOf=2021-04-30'));
  const opener = await screen.findByRole('button', { name: '市科技局 · 填报员' });
  await userEvent.click(opener);
  const menu = within(await screen.findByRole('navigation', { name: '账号' }));
  expect(menu.getByText('填报员（市科技局）')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('navigation', { name: '账号' })).toBeNull();
  expect(opener).toHaveFocus();
  await userEvent.click(opener);
  await userEvent.click(await screen.findByRole('link', { name: '我的任务' }));
  expect(page.address()).toBe('/tasks?asOf=2021-04-30&mine=1');
});

test('signing out takes the name away', async () => {
  page = await openPage('/sign-in?lang=en');
  await choose('reviewer');
  await waitFor(() => expect(page.address()).toBe('/?lang=en'));
  await userEvent.click(await screen.findByRole('button', { name: 'reviewer' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
  expect(await screen.findByRole('link', { name: 'Sign in' })).toBeVisible();
});

test('where reading is not open, a page leads to the sign-in and back', async () => {
  const workspace = await findWorkspace(mock.db, null);
  if (workspace === null) throw new Error('no workspace');
  const recorded = { recordedAt: MOCK_NOW, recordedBy: 'test' };
  await appendWorkspace(mock.db, { ...workspace, openReading: false }, recorded);
  page = await openPage('/tasks?light=none');
  await waitFor(() => expect(page.address()).toBe('/sign-in?back=%2Ftasks%3Flight%3Dnone'));
  expect(await screen.findByText('这个工作台要先登录才能看。')).toBeVisible();
  await choose('领导（查看）');
  await waitFor(() => expect(page.address()).toBe('/tasks?light=none'));
  expect(await screen.findByRole('table', { name: /改革任务/ })).toBeVisible();
});

/** A server that takes passwords, and what it says to one. */
function withPasswords(answer: () => Response): void {
  const me: Me = {
    account: null,
    rights: [],
    openReading: true,
    separateOfficers: false,
    signIn: {
      password: true,
      doors: [{ id: 'oidc', name: '统一身份', path: '/api/sign-in/oidc' }],
      choices: [],
    },
    expiresAt: null,
    lang: 'zh',
  };
  mock.override(
    http.get('*/api/me', () => HttpResponse.json(me)),
    http.post('*/api/session', answer),
  );
}

const problem = (more: object) =>
  HttpResponse.json(
    {
      type: 'about:blank',
      title: '',
      detail: '',
      instance: '',
      fields: [],
      suggestion: null,
      ...more,
    },
    { status: 401, headers: { 'content-type': 'application/problem+json' } },
  );

test('a wrong password is said at the field; too many attempts say for how long', async () => {
  let answer = problem({ status: 401, code: 'wrong-credentials' });
  withPasswords(() => answer);
  page = await openPage('/sign-in');
  const login = await screen.findByLabelText('账号');
  await userEvent.click(screen.getByRole('button', { name: '登录' }));
  expect(login).toHaveFocus();
  expect(login).toHaveAccessibleDescription('请输入账号。');
  await userEvent.type(login, 'somebody');
  await userEvent.type(screen.getByLabelText('密码'), 'not the one{Enter}');
  await waitFor(() =>
    expect(screen.getByLabelText('密码')).toHaveAccessibleDescription('账号或密码不对。'),
  );
  answer = problem({ status: 429, code: 'too-many-attempts', retryAfter: 45 });
  await userEvent.click(screen.getByRole('button', { name: '登录' }));
  expect(await screen.findByText('尝试次数太多，请 45 秒后再试。')).toBeVisible();
  expect(screen.getByRole('link', { name: '统一身份' })).toHaveAttribute(
    'href',
    '/api/sign-in/oidc?returnTo=%2F',
  );
});
