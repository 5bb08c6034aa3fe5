import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type NodeMock, startNodeMock } from '#mocks/node.ts';
import { addScreen, findScreen, noteBeat } from '#server/screens/screens.repository.ts';
import { SAID } from '#tests/server/walls.ts';
import { type OpenedPage, openPage } from './open-page.tsx';

const NOW = '2026-01-02T08:00:00.000Z';
const DEVICE = { width: 3840, height: 2160, pixelRatio: 1, userAgent: 'Kiosk/87' };

let mock: NodeMock;
let page: OpenedPage;

beforeEach(async () => {
  mock = await startNodeMock();
});
afterEach(async () => {
  page?.close();
  await mock.close();
});

async function openAs(choice: string, path = '/admin/screens'): Promise<void> {
  await fetch('/api/session', { method: 'POST', body: JSON.stringify({ choice }) });
  page = await openPage(path);
}

/** Seconds before the mock's clock. */
const ago = (seconds: number) => new Date(Date.parse(NOW) - seconds * 1000).toISOString();

async function addWall(id: string, heardAgo: number | null): Promise<void> {
  const settings = {
    name: id,
    place: '一楼',
    pages: ['overview' as const, 'funds' as const],
    seconds: 20,
    theme: 'dark' as const,
    lang: 'zh' as const,
    distance: null,
    side: null,
  };
  await addScreen(mock.db, { id, token: id, settings, by: 'test', now: ago(86_400) });
  if (heardAgo === null) return;
  const { picture: _, ...said } = SAID;
  await noteBeat(mock.db, id, { said, picture: null, toldBuild: null, now: ago(heardAgo) });
}

const card = async (name: string) => within(await screen.findByRole('article', { name }));
const drawer = async (name: string) => within(await screen.findByRole('dialog', { name }));

test('a wall shows a code, an administrator confirms it, and the wall goes on', async () => {
  await fetch('/api/session', {
    method: 'POST',
    body: JSON.stringify({ choice: 'demo.5-administrator' }),
  });
  page = await openPage('/wall/register');
  const shown = await screen.findByRole('img', { name: /^编码 / });
  const code = shown.textContent ?? '';
  expect(code).toMatch(/^\w{6}$/);
  page.close();

  page = await openPage('/admin/screens');
  await userEvent.click(await screen.findByRole('button', { name: `登记 ${code}` }));
  const form = await drawer(`登记大屏 ${code}`);
  await userEvent.click(form.getByRole('button', { name: '登记' }));
  expect(await form.findByText('请填写名称。')).toBeVisible();
  await userEvent.click(form.getByLabelText('名称'));
  await userEvent.paste('大厅左屏');
  await userEvent.click(form.getByRole('button', { name: '去掉 总览' }));
  await userEvent.click(form.getByRole('button', { name: '平台 上移' }));
  await userEvent.click(form.getByRole('button', { name: '登记' }));
  expect(await screen.findByRole('dialog', { name: '大厅左屏' })).toBeVisible();
  expect((await card('大厅左屏')).getByText('还没有消息')).toBeVisible();
  expect(screen.queryByText(code)).toBeNull();
  page.close();

  page = await openPage('/wall/register');
  await waitFor(() => expect(page.address()).toBe('/wall/platforms?lang=zh&theme=dark'));
}, 120_000);

test('the fleet says of each wall how it is, in words, those without word first', async () => {
  await addWall('好的', 20);
  await addWall('迟的', 200);
  await addWall('哑的', 86_000);
  await addWall('新的', null);
  await openAs('demo.5-administrator');
  expect((await card('好的')).getByText('在线')).toBeVisible();
  expect((await card('迟的')).getByText('迟到')).toBeVisible();
  const silent = await card('哑的');
  expect(silent.getByText('失联')).toBeVisible();
  expect(silent.getByText('24 小时前')).toBeVisible();
  expect(silent.getByText('1920 × 1080')).toBeVisible();
  expect(silent.getByText('29 MB')).toBeVisible();
  expect((await card('新的')).getByText('还没有消息')).toBeVisible();
  const names = screen.getAllByRole('article').map((one) => one.getAttribute('aria-label'));
  expect(names).toEqual(['哑的', '迟的', '新的', '好的']);
  await userEvent.click(screen.getByText('失联 1'));
  expect(screen.getAllByRole('article')).toHaveLength(1);
});

test('a wall is told what to show, changed, and revoked after a question', async () => {
  await addWall('一号', 10);
  await openAs('demo.5-administrator', '/admin/screens?lang=en');
  await userEvent.click(await screen.findByRole('button', { name: 'Manage 一号' }));
  const open = await drawer('一号');
  await userEvent.click(open.getByRole('button', { name: 'Show now' }));
  expect(await open.findByText(/has not fetched it yet/)).toBeVisible();
  expect((await findScreen(mock.db, '一号'))?.command?.told).toEqual({
    kind: 'show',
    page: 'overview',
  });
  await userEvent.click(open.getByRole('button', { name: 'Add Talent' }));
  await userEvent.click(open.getByRole('radio', { name: 'Light' }));
  await userEvent.click(open.getByRole('button', { name: 'Save' }));
  expect(await open.findByText('Saved.')).toBeVisible();
  expect(await findScreen(mock.db, '一号')).toMatchObject({
    pages: ['overview', 'funds', 'talent'],
    theme: 'light',
  });
  await userEvent.click(open.getByRole('button', { name: 'Revoke' }));
  expect((await findScreen(mock.db, '一号'))?.revokedAt).toBeNull();
  await userEvent.click(await screen.findByRole('button', { name: 'Yes' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await screen.findByText('No screen is registered yet.')).toBeVisible();
}, 120_000);

test('whoever keeps no screens is told that the page is not theirs', async () => {
  await openAs('demo.1-reporter');
  expect(await screen.findByText('这一页不在您的权限之内')).toBeVisible();
});

test('a device that waits is shown as it describes itself', async () => {
  await fetch('/api/screen/code', { method: 'POST', body: JSON.stringify(DEVICE) });
  await openAs('demo.5-administrator');
  const waiting = within(await screen.findByRole('region', { name: '等待登记' }));
  expect(await waiting.findByText('3840 × 2160')).toBeVisible();
  expect(waiting.getByText('Kiosk/87')).toBeVisible();
});
