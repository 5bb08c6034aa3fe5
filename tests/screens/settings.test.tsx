import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type NodeMock, startNodeMock } from '#mocks/node.ts';
import { plainChoices, usePreferences } from '#src/stores/preferences.ts';
import { type OpenedPage, openPage } from './open-page.tsx';

let mock: NodeMock;
let page: OpenedPage;

beforeAll(async () => {
  mock = await startNodeMock();
});
beforeEach(() => mock.use('normal'));
afterEach(() => {
  page?.close();
  act(() => usePreferences.setState(plainChoices));
  localStorage.clear();
});
afterAll(() => mock.close());

async function openSettings(): Promise<ReturnType<typeof within>> {
  await userEvent.click(await screen.findByRole('button', { name: '设置' }));
  return within(await screen.findByRole('dialog', { name: '显示设置' }));
}

const root = () => document.documentElement.dataset;

test('theme, text size, motion and colours of change hold at once and are kept on the device', async () => {
  page = await openPage('/?asOf=2021-05-31');
  const dialog = await openSettings();
  await userEvent.click(dialog.getByRole('radio', { name: '深色' }));
  await userEvent.click(dialog.getByRole('radio', { name: '特大' }));
  await userEvent.click(dialog.getByRole('radio', { name: '红涨绿跌' }));
  await userEvent.click(dialog.getByRole('checkbox', { name: '减少动态效果' }));
  expect({ ...root() }).toMatchObject({
    theme: 'dark',
    text: 'larger',
    rise: 'red-up',
    motion: 'none',
  });
  expect(page.address()).toBe('/?asOf=2021-05-31');
  expect(localStorage.getItem('reform-cockpit.preferences')).toContain('"textSize":"larger"');
  await userEvent.click(dialog.getByRole('button', { name: '恢复默认' }));
  expect({ ...root() }).toMatchObject({ theme: 'light', text: 'normal', rise: 'none' });
});

test('a theme that the address names gives way to a choice', async () => {
  page = await openPage('/?theme=projector');
  const dialog = await openSettings();
  expect(dialog.getByRole('radio', { name: '投影' })).toBeChecked();
  await userEvent.click(dialog.getByRole('radio', { name: '浅色' }));
  expect(page.address()).toBe('/');
  expect(root().theme).toBe('light');
});

test('money in yuan: every amount on the page, never another number', async () => {
  page = await openPage('/');
  const dialog = await openSettings();
  await userEvent.click(dialog.getByRole('radio', { name: '元' }));
  await userEvent.click(dialog.getByRole('button', { name: '关闭' }));
  const row = screen.getByRole('row', { name: /海外工程师补助/ });
  expect(row).toHaveTextContent('超 6,500,000 元');
  expect(screen.getByRole('button', { name: /超 880,000,000 元/ })).toBeVisible();
});

test('a change has its direction for the colours, and its sign without them', async () => {
  page = await openPage('/');
  const change = within(await screen.findByRole('row', { name: /登记任务/ })).getByText('+9');
  expect(change).toHaveClass('change-rise');
});

test('Escape closes the dialog and the focus goes back; a language goes into the address', async () => {
  page = await openPage('/');
  const dialog = await openSettings();
  await userEvent.click(dialog.getByRole('radio', { name: 'English' }));
  expect(page.address()).toBe('/?lang=en');
  expect(await screen.findByRole('dialog', { name: 'Display settings' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('button', { name: 'Settings' })).toHaveFocus();
});

test('a wall shows what everybody sees', async () => {
  act(() => usePreferences.setState({ theme: 'light', money: 'yuan' }));
  page = await openPage('/wall');
  await screen.findAllByText(/万元/);
  expect(root().theme).toBe('dark');
});

test('what a device kept wrongly is left out, the rest holds', async () => {
  localStorage.setItem(
    'reform-cockpit.preferences',
    JSON.stringify({ state: { theme: 'pink', textSize: 'large', money: 3 }, version: 1 }),
  );
  await act(() => usePreferences.persist.rehydrate());
  expect(usePreferences.getState()).toMatchObject({
    theme: null,
    textSize: 'large',
    money: 'scaled',
  });
});
