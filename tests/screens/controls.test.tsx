import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type NodeMock, startNodeMock } from '#mocks/node.ts';
import { pages } from '#src/app/pages.ts';
import { type OpenedPage, openPage } from './open-page.tsx';

let mock: NodeMock;
let page: OpenedPage;

beforeAll(async () => {
  mock = await startNodeMock();
});
beforeEach(() => mock.use('normal'));
afterEach(() => page?.close());
afterAll(() => mock.close());

const bar = () => screen.findByRole('region', { name: '日期与比较' });

test.each(
  pages.filter(({ shell, over }) => shell === 'desk' && over === 'board').map(({ path }) => path),
)('%s has the dates above it, and another date stays on the page', async (path) => {
  page = await openPage(path);
  await userEvent.click(await screen.findByRole('link', { name: /17\s*条数据，\s*2020-12-31/ }));
  expect(page.address()).toBe(`${path}?asOf=2020-12-31`);
});

test('the other pages are asked the same question', async () => {
  page = await openPage('/?asOf=2021-04-30&compare=2020-12-31&knownAt=2026-01-01T00:00:00.000Z');
  await bar();
  for (const link of within(screen.getByRole('navigation', { name: '主导航' })).getAllByRole(
    'link',
  ))
    expect(link.getAttribute('href')).toContain(
      '?asOf=2021-04-30&compare=2020-12-31&knownAt=2026-01-01T00%3A00%3A00.000Z',
    );
});

test('a day without figures says so and leads to the nearest that have some', async () => {
  page = await openPage('/funds?asOf=2021-05-10');
  const note = within(await bar()).getByRole('status');
  expect(note).toHaveTextContent('2021-05-10 当天没有数');
  await userEvent.click(within(note).getByRole('link', { name: '之前最近 2021-04-30' }));
  expect(page.address()).toBe('/funds?asOf=2021-04-30');
});

test('what was known at a moment is asked in Beijing time, named, and taken back', async () => {
  page = await openPage('/');
  const user = userEvent.setup();
  await user.click(within(await bar()).getByText('回看当时所知'));
  const field = screen.getByRole('textbox', { name: '当时' });
  await user.clear(field);
  await user.type(field, 'noon{Enter}');
  expect(field).toHaveAccessibleDescription(/不是时刻/);
  await user.clear(field);
  const newest = /录入 (\S+ \S+)（/.exec((await bar()).textContent ?? '')?.[1] ?? '';
  await user.type(field, `${newest.slice(0, 10)} ${newest.slice(11)}{Enter}`);
  expect(page.address()).toBe('/');
  await user.clear(field);
  await user.type(field, `${newest.slice(0, 10)}{Enter}`);
  expect(page.address()).toBe(`/?knownAt=${newest.slice(0, 10)}T15%3A59%3A59.999Z`);
});

test.each([
  ['/?asOf=2021-02-30', '改看 asOf=2021-02-28', '/?asOf=2021-02-28'],
  [
    '/funds?asOf=2021-04-30&compare=2021-05-31',
    '改看 asOf=2021-05-31, compare=2021-04-30',
    '/funds?asOf=2021-05-31&compare=2021-04-30',
  ],
  ['/?lang=fr', '改看 lang=en', '/?lang=en'],
  ['/?compare=2029-01-01', '改看 compare=2021-04-30', '/?compare=2021-04-30'],
])('%s offers the nearest that exists', async (address, name, next) => {
  page = await openPage(address);
  await userEvent.click(await screen.findByRole('link', { name }));
  expect(page.address()).toBe(next);
});
