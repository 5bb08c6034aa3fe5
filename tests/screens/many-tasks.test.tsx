/** A workspace with more tasks than a board carries. */
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type NodeMock, startNodeMock } from '#mocks/node.ts';
import { usePresenting } from '#src/stores/presenting.ts';
import { generateWorkspace } from '#tests/bench/generate-workspace.ts';
import { type OpenedPage, openPage } from './open-page.tsx';

const size = { indicators: 12, months: 3, funds: 2, tasks: 230, checkIns: 460 };

let mock: NodeMock;
let page: OpenedPage;

beforeAll(async () => {
  mock = await startNodeMock({ dataset: generateWorkspace(size) });
});
afterEach(() => {
  page?.close();
  usePresenting.setState({ back: null });
});
afterAll(() => mock.close());

const list = () => screen.findByRole('table', { name: '改革任务，按框架和支柱' });
const names = async (): Promise<string[]> =>
  within(await list())
    .getAllByRole('link')
    .map((link) => link.textContent ?? '');

test('the list goes on page by page, each task once', async () => {
  page = await openPage('/tasks');
  const seen: string[] = [];
  for (const span of ['1–50', '51–100', '101–150', '151–200', '201–230']) {
    expect(await screen.findByText(`第 ${span} 项，共 230 项`)).toBeInTheDocument();
    seen.push(...(await names()));
    const next = screen.getByRole('button', { name: '下一页' });
    if (span === '201–230') expect(next).toBeDisabled();
    else await userEvent.click(next);
  }
  expect(new Set(seen).size).toBe(230);
  await userEvent.click(screen.getByRole('button', { name: '上一页' }));
  expect(await screen.findByText('第 151–200 项，共 230 项')).toBeInTheDocument();
  // Six pages of a large workspace, on a machine that has other work.
}, 120_000);

test.each([
  ['zh', /名单不在冻结的内容里/],
  ['en', /it is read live from the records/],
])(
  'whoever comes from a frozen meeting is told that the list is not frozen, in %s',
  async (lang, says) => {
    page = await openPage(`/tasks?lang=${lang}`);
    await screen.findAllByRole('table');
    expect(screen.queryByText(says)).toBeNull();
    page.close();
    usePresenting.setState({ back: { href: '/meetings/m/present', title: '五月例会' } });
    page = await openPage(`/tasks?lang=${lang}`);
    expect(await screen.findByText(says)).toBeVisible();
    usePresenting.setState({ back: null });
  },
);

test('a filter is asked of all tasks, and starts at its first page', async () => {
  page = await openPage('/tasks');
  await screen.findByText('第 1–50 项，共 230 项');
  await userEvent.click(screen.getByRole('button', { name: '下一页' }));
  await screen.findByText('第 51–100 项，共 230 项');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '责任部门' }), 'd.000007');
  // 230 tasks of 40 departments, in turn.
  expect(await screen.findByText(/^6 \/ 230 项/)).toBeInTheDocument();
  await waitFor(async () => expect(await names()).toHaveLength(6));
  expect(screen.queryByRole('button', { name: '下一页' })).toBeNull();
});

test('a department that owns nothing is said so, and nobody is asked', async () => {
  page = await openPage('/tasks?department=d.none');
  expect(await screen.findByText('这一天没有哪项任务由“d.none”负责')).toBeVisible();
});

test('a task that the board does not carry has its passport', async () => {
  page = await openPage('/tasks');
  await screen.findByText('第 1–50 项，共 230 项');
  await userEvent.click(screen.getByRole('button', { name: '下一页' }));
  await screen.findByText('第 51–100 项，共 230 项');
  await userEvent.click(screen.getByRole('button', { name: '下一页' }));
  await screen.findByText('第 101–150 项，共 230 项');
  const [name = ''] = await names();
  const id = `task.${String(Number(name.replace('任务', ''))).padStart(6, '0')}`;
  page.close();
  page = await openPage(`/?passport=task:${id}`);
  expect(await screen.findByRole('dialog', { name })).toBeVisible();
  page.close();
  page = await openPage('/?passport=task:task.nobody');
  expect(await screen.findByText(/“task:task.nobody”不在这个日期的数据之中/)).toBeVisible();
});

test('overview and wall count all tasks and list the worst', async () => {
  page = await openPage('/');
  expect(await screen.findByRole('heading', { name: /230/ })).toBeInTheDocument();
  page.close();
  page = await openPage('/wall/tasks');
  expect(await screen.findByText('另有 190 项较轻的未显示，见任务清单')).toBeInTheDocument();
});
