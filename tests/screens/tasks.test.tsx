import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { sampleAt } from '#core/sample/sample.ts';
import { MOCK_RECORDED_AT, type NodeMock, startNodeMock } from '#mocks/node.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { type OpenedPage, openPage } from './open-page.tsx';

let mock: NodeMock;
let page: OpenedPage;

beforeAll(async () => {
  mock = await startNodeMock();
});
beforeEach(() => mock.use('normal'));
afterEach(() => page?.close());
afterAll(() => mock.close());

const rowOf = async (name: RegExp): Promise<HTMLElement> =>
  within(await screen.findByRole('table', { name: /改革任务|Reform tasks/ })).getByRole('row', {
    name,
  });

test('opens with the finding, and lists every task with light, why, owner, partners, steps and date', async () => {
  page = await openPage('/tasks');
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
    '14 项任务，11 项还没有填报；外国人才“揭榜挂帅”服务系统今日到期',
  );
  const due = await rowOf(/揭榜挂帅/);
  expect(due).toHaveTextContent('临期');
  expect(due).toHaveTextContent('“完成系统框架搭建”今日到期');
  expect(due).toHaveTextContent('节点 0/2');
  expect(due).toHaveTextContent('05-31 今日到期');
  const permit = await rowOf(/外国人工作许可证/);
  expect(permit).toHaveTextContent('市科技局上海金山区科委');
  expect(await rowOf(/谋划多跨创新应用场景/)).toHaveTextContent('跨层级');
  expect(await rowOf(/核心业务梳理/)).toHaveTextContent('未设未定无未标');
});

test('the address narrows the list, and every condition can be taken back', async () => {
  page = await openPage('/tasks?light=none&department=d.related');
  const status = await screen.findByText(/4 \/ 14 项/);
  await userEvent.click(within(status).getByRole('link', { name: '清除筛选' }));
  expect(page.address()).toBe('/tasks');
  const lights = screen.getByRole('navigation', { name: '按亮灯筛选' });
  await userEvent.click(within(lights).getByRole('link', { name: /临期/ }));
  expect(page.address()).toBe('/tasks?light=near');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '框架' }), 'f.deep-roots');
  expect(page.address()).toBe('/tasks?framework=f.deep-roots&light=near');
  expect(screen.getByText('没有任务符合这些条件')).toBeVisible();
});

test('a department that owns nothing is named, with the way to the whole list', async () => {
  page = await openPage('/tasks?department=d.nobody');
  expect(await screen.findByText('这一天没有哪项任务由“d.nobody”负责')).toBeVisible();
});

test('a task opens beside the list with why, history, steps, sources; Escape closes it', async () => {
  page = await openPage('/tasks');
  await userEvent.click(
    within(await rowOf(/建设平湖创新中心/)).getByRole('link', { name: '建设平湖创新中心' }),
  );
  expect(page.address()).toBe('/tasks?task=t.centre');
  const drawer = within(screen.getByRole('dialog', { name: '建设平湖创新中心' }));
  expect(drawer.getByText('浙江清华长三角研究院')).toBeVisible();
  expect(drawer.getByText('签订“深根计划”框架协议').parentElement).toHaveTextContent(
    '2020-07 完成',
  );
  const history = await drawer.findByText(/次变化/);
  expect(history.closest('section')).toHaveTextContent('2021-04-30');
  expect(history.closest('section')).toHaveTextContent('登记当日');
  expect(drawer.getByText('我市高质量推进“深根计划”实施')).toBeVisible();
  expect(drawer.getByText('还没有人填报过')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(page.address()).toBe('/tasks');
});

test('a task that came later is said so, and the link leads to it', async () => {
  page = await openPage('/tasks?asOf=2021-04-30&task=t.jiebang');
  expect(await screen.findByText(/在 2021-04-30 还没有登记，它是 2021-05 登记的/)).toBeVisible();
  await userEvent.click(screen.getByRole('link', { name: '看 2021-05-31 的它' }));
  expect(await screen.findByRole('dialog', { name: '外国人才“揭榜挂帅”服务系统' })).toBeVisible();
});

test('a task that does not exist: a sentence and the nearest one', async () => {
  page = await openPage('/tasks?lang=en&task=t.jieban');
  expect(await screen.findByText(/no task “t.jieban” on record/)).toBeVisible();
  const nearest = screen.getByRole('link', { name: /The nearest is “Foreign-talent/ });
  await userEvent.click(nearest);
  await waitFor(() => expect(page.address()).toBe('/tasks?lang=en&task=t.jiebang'));
});

test('a date before the first task says so and offers the first', async () => {
  page = await openPage('/tasks?asOf=2020-12-31');
  expect(await screen.findByText('2020-12-31 还没有任务数')).toBeVisible();
  await userEvent.click(screen.getByRole('link', { name: '看 2021-04-30' }));
  expect(await screen.findByRole('heading', { level: 1, name: /5 项任务/ })).toBeVisible();
});

test('on a wall: worst first, owners and dates ahead, and nothing to press', async () => {
  page = await openPage('/wall/tasks');
  const list = await screen.findByRole('heading', { level: 2, name: '最急的在前' });
  const names = [...(list.closest('section')?.querySelectorAll('.task-row-name b') ?? [])];
  expect(names).toHaveLength(14);
  expect(names[0]).toHaveTextContent('揭榜挂帅');
  expect(names[13]).toHaveTextContent('建设平湖创新中心');
  expect(screen.getByText('9 项，7 项未填报')).toBeVisible();
  expect(screen.getByText('14 项中 13 项没有期限')).toBeVisible();
  expect(screen.queryAllByRole('button')).toEqual([]);
  expect(screen.queryAllByRole('link')).toEqual([]);
});

test('a retired task is in no list, and its link says since when and why', async () => {
  const [known] = sampleAt(MOCK_RECORDED_AT).tasks.filter((row) => row.id === 't.jiebang');
  if (known === undefined) throw new Error('the default dataset has the task');
  const retired = { retiredOn: '2021-05-31', retiredReason: '并入省级平台' };
  const recordedAt = '2026-01-02T09:00:00.000Z';
  await loadDataset(mock.db, { tasks: [{ ...known, ...retired, recordedAt }] });
  page = await openPage('/tasks?task=t.jiebang');
  expect(await screen.findByText(/自 2021-05-31 起停用，不再收填报/)).toBeVisible();
  expect(screen.getByText('原因：并入省级平台')).toBeVisible();
  expect(screen.queryByRole('link', { name: known.title.zh })).toBeNull();
});
