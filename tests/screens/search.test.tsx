import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type NodeMock, startNodeMock } from '#mocks/node.ts';
import { type OpenedPage, openPage } from './open-page.tsx';

let mock: NodeMock;
let page: OpenedPage;

beforeAll(async () => {
  mock = await startNodeMock();
});
afterEach(() => page?.close());
afterAll(() => mock.close());

async function openSearch(path: string): Promise<HTMLElement> {
  page = await openPage(path);
  await screen.findByRole('heading', { level: 1 });
  await userEvent.keyboard('{Control>}k{/Control}');
  return screen.findByRole('combobox', { name: /搜索|Search/ });
}

test('Ctrl-K, initials, Enter: the passport opens and the address names it', async () => {
  const field = await openSearch('/funds');
  await userEvent.type(field, 'jlnhw');
  const row = await screen.findByRole('option', { name: /近两年海外工程师/ });
  expect(row).toHaveTextContent('34 人，截至 2021-05');
  expect(row).toHaveAttribute('aria-selected', 'true');
  expect(field).toHaveAttribute('aria-activedescendant', row.id);
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('dialog', { name: '近两年海外工程师' })).toBeVisible();
  expect(page.address()).toBe('/funds?passport=talent.engineer.2y');
});

test('the arrow keys choose among the rows of all groups, round and round', async () => {
  const field = await openSearch('/');
  await userEvent.type(field, '资金');
  const rows = await screen.findAllByRole('option');
  expect(rows.length).toBeGreaterThan(2);
  await userEvent.keyboard('{ArrowDown}');
  expect(rows[1]).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(rows.at(-1)).toHaveAttribute('aria-selected', 'true');
});

test('a page opens with the question that was asked', async () => {
  const field = await openSearch('/?asOf=2021-04-30');
  await userEvent.type(field, 'funds');
  await userEvent.click(await screen.findByRole('option', { name: '资金' }));
  await waitFor(() => expect(page.address()).toBe('/funds?asOf=2021-04-30'));
});

test('English names are found on the Chinese page', async () => {
  const field = await openSearch('/');
  await userEvent.type(field, 'overseas engineers at work');
  expect(await screen.findByRole('option', { name: /近两年海外工程师/ })).toBeVisible();
});

test('10,000 characters get a sentence and the pages that exist', async () => {
  const field = await openSearch('/');
  await userEvent.click(field);
  await userEvent.paste('数'.repeat(10_000));
  const says = await screen.findByText(/写了 10,000 个字，最多搜 100 个字/);
  expect(says).toHaveAttribute('role', 'status');
  expect(within(screen.getByRole('listbox')).getByRole('option', { name: '资金' })).toBeVisible();
});

test('a word that fits nothing is named, with the pages that exist', async () => {
  const field = await openSearch('/?lang=en');
  await userEvent.type(field, 'qqqq');
  expect(await screen.findByText(/Nothing was found for “qqqq”/)).toBeVisible();
  expect(screen.getByRole('option', { name: 'Funds' })).toBeVisible();
});
