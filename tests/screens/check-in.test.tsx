import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { http } from 'msw';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleAt } from '#core/sample/sample.ts';
import { MOCK_RECORDED_AT, type NodeMock, startNodeMock } from '#mocks/node.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { emptyDraft, useDrafts } from '#src/features/tasks/drafts.ts';
import { ADDRESS, api, detail, signIn, submit, TASK, write } from './check-in-form.ts';
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

const openForm = async (address = ADDRESS) => {
  await signIn('demo.1-reporter');
  page = await openPage(address);
  return screen.findByRole('form', { name: /填报|Update/ });
};

const drawer = () => within(screen.getByRole('dialog', { name: '外国人才“揭榜挂帅”服务系统' }));

test('an update with a tick and a note is recorded, under the name of who made it', async () => {
  const form = within(await openForm());
  expect(form.getByRole('radio', { name: '正常' })).toBeDisabled();
  expect(form.getByRole('radio', { name: '临期' })).toBeChecked();
  expect(form.getByText('按日期是“临期”，不能报“正常”')).toBeVisible();
  await userEvent.click(form.getByRole('checkbox', { name: '完成系统框架搭建' }));
  // The nearest date is done: what the dates say is better now.
  expect(form.getByRole('radio', { name: '正常' })).toBeChecked();
  expect(form.getByLabelText('“完成系统框架搭建”完成于')).toHaveValue('2021-05-31');
  write(/做成了什么/, '框架已搭好 👍');
  await submit();
  expect(await screen.findByText('已提交')).toBeVisible();
  expect(drawer().getByText('现在的灯：正常')).toBeVisible();
  expect(await drawer().findByText(/填报员（市科技局）/)).toBeVisible();
  const [made] = (await detail()).checkIns;
  expect(made).toMatchObject({ status: 'in_progress', progress: '框架已搭好 👍' });
  await userEvent.click(screen.getByRole('button', { name: '好' }));
  expect(page.address()).toBe('/tasks');
});

test('where the department wants a review, it says so and shows what waits', async () => {
  const [bureau] = sampleAt(MOCK_RECORDED_AT).departments;
  if (bureau === undefined) throw new Error('the default dataset has a department');
  const reviewed = { ...bureau, review: true, recordedAt: '2026-01-02T09:00:00.000Z' };
  await loadDataset(mock.db, { departments: [reviewed] });
  await openForm();
  write(/做成了什么/, '请审核');
  await submit();
  expect(await screen.findByText('已交审核。审核通过后才会上屏。')).toBeVisible();
  expect(await drawer().findByText('1 条等待审核')).toBeVisible();
  expect((await detail()).checkIns).toEqual([]);
});

const returnsOne = async (words: string) => {
  const [bureau] = sampleAt(MOCK_RECORDED_AT).departments;
  if (bureau === undefined) throw new Error('the default dataset has a department');
  const reviewed = { ...bureau, review: true, recordedAt: '2026-01-02T09:00:00.000Z' };
  await loadDataset(mock.db, { departments: [reviewed] });
  await signIn('demo.1-reporter');
  const { task, version } = await detail();
  const milestone = task.milestones.find((row) => row.doneOn === null)?.id;
  const reply = await api(`/tasks/${TASK}/check-ins`, {
    method: 'POST',
    headers: { 'if-match': `"${version}"` },
    body: JSON.stringify({
      status: 'in_progress',
      ticks: [{ milestone, doneOn: '2021-05-20' }],
      progress: '框架已搭好',
    }),
  });
  const { submission } = (await reply.json()) as { submission: string };
  await signIn('demo.4-reviewer');
  const said = await api(`/submissions/${submission}/review`, {
    method: 'POST',
    body: JSON.stringify({ verdict: 'returned', comment: words }),
  });
  expect(said.status).toBe(200);
};

test('what was returned comes back filled in, with the reviewer’s words beside it', async () => {
  await returnsOne('请写明完成了哪几项');
  await signIn('demo.1-reporter');
  page = await openPage('/tasks?mine=1');
  const list = within(await screen.findByRole('region', { name: '退回，改好再交' }));
  expect(list.getByText('请写明完成了哪几项')).toBeVisible();
  await userEvent.click(list.getByRole('link'));
  const form = within(await screen.findByRole('form', { name: '填报' }));
  expect(await form.findByText('请写明完成了哪几项')).toBeVisible();
  expect(form.getByRole('textbox', { name: /做成了什么/ })).toHaveValue('框架已搭好');
  expect(form.getByLabelText('“完成系统框架搭建”完成于')).toHaveValue('2021-05-20');
  write(/做成了什么/, '框架已搭好：登录、填报两项');
  await submit();
  expect(await screen.findByText('已交审核。审核通过后才会上屏。')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '好' }));
  await waitFor(() => expect(screen.queryByText('请写明完成了哪几项')).toBeNull());
});

test('a draft of one’s own is replaced by what was returned only after asking', async () => {
  await returnsOne('请写明完成了哪几项');
  await signIn('demo.1-reporter');
  const of = { account: 'demo.1-reporter', task: TASK, title: TASK, base: null };
  useDrafts.getState().keep({ ...emptyDraft(of), progress: '还在写', keptAt: Date.now() });
  page = await openPage(ADDRESS);
  await screen.findByRole('form', { name: '填报' });
  await userEvent.click(await screen.findByRole('button', { name: '改用退回的那一份' }));
  await userEvent.click(screen.getByRole('button', { name: '接着写' }));
  expect(screen.getByRole('textbox', { name: /做成了什么/ })).toHaveValue('还在写');
  await userEvent.click(screen.getByRole('button', { name: '改用退回的那一份' }));
  await userEvent.click(screen.getByRole('button', { name: '换成退回的' }));
  expect(screen.getByRole('textbox', { name: /做成了什么/ })).toHaveValue('框架已搭好');
});

test('who may not update a task reads it', async () => {
  await signIn('demo.2-reporter');
  page = await openPage(ADDRESS);
  await screen.findByRole('button', { name: '市属相关部门 · 填报员' });
  expect(drawer().getByText('事实')).toBeVisible();
  expect(screen.queryByRole('form', { name: '填报' })).toBeNull();
});

test('an earlier picture is for reading', async () => {
  await signIn('demo.1-reporter');
  page = await openPage(`/tasks?asOf=2021-05-31&task=${TASK}`);
  await screen.findByRole('button', { name: '市科技局 · 填报员' });
  expect(screen.queryByRole('form', { name: '填报' })).toBeNull();
});

test('a draft outlives the page, and is discarded only after a question', async () => {
  await openForm();
  write(/做成了什么/, '写到一半');
  expect(screen.getByText(/的草稿已存在本机/)).toBeVisible();
  page.close();
  page = await openPage(ADDRESS);
  await screen.findByRole('form', { name: '填报' });
  expect(screen.getByRole('textbox', { name: /做成了什么/ })).toHaveValue('写到一半');
  await userEvent.click(screen.getByRole('button', { name: '丢掉草稿' }));
  await userEvent.click(screen.getByRole('button', { name: '留着' }));
  expect(screen.getByRole('textbox', { name: /做成了什么/ })).toHaveValue('写到一半');
  await userEvent.click(screen.getByRole('button', { name: '丢掉草稿' }));
  await userEvent.click(screen.getByRole('button', { name: '丢掉' }));
  expect(screen.getByRole('textbox', { name: /做成了什么/ })).toHaveValue('');
});

test('where the device has no room for a draft, the form goes on and says so', async () => {
  await openForm();
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: () => undefined,
  });
  write(/做成了什么/, '存不下');
  expect(await screen.findByText(/本机存不下草稿/)).toBeVisible();
  vi.unstubAllGlobals();
  await submit();
  expect(await screen.findByText('已提交')).toBeVisible();
});

test('what a device kept and nobody can read any more costs nothing', async () => {
  const drafts = { [`demo.1-reporter ${TASK}`]: { progress: 7 } };
  localStorage.setItem('reform-cockpit.drafts', JSON.stringify({ state: { drafts }, version: 1 }));
  await useDrafts.persist.rehydrate();
  await openForm();
  expect(screen.getByRole('textbox', { name: /做成了什么/ })).toHaveValue('');
});

test('without a link it waits in sight, survives the page, and is sent once', async () => {
  const posts = vi.fn();
  await openForm();
  write(/做成了什么/, '离线写的');
  mock.use('down');
  await submit();
  expect(await drawer().findByText('等待提交')).toBeVisible();
  expect(drawer().getByText('离线写的')).toBeVisible();
  expect(await screen.findByText('1 条填报等待提交，连上后自动发出')).toBeVisible();
  page.close();
  mock.use('normal');
  mock.override(
    http.post(`*/api/tasks/${TASK}/check-ins`, ({ request }) => {
      posts(request.headers.get('idempotency-key'));
    }),
  );
  page = await openPage('/');
  expect(await screen.findByText(/的填报已提交/)).toBeVisible();
  const keys = new Set(posts.mock.calls.flat());
  expect(keys.size).toBe(1);
  expect((await detail()).checkIns.map((row) => row.progress)).toEqual(['离线写的']);
  act(() => void window.dispatchEvent(new Event('online')));
  expect((await detail()).checkIns).toHaveLength(1);
});

test('what waits can be taken back and edited', async () => {
  await openForm();
  write(/做成了什么/, '先这样');
  mock.use('down');
  await submit();
  const outbox = within(await screen.findByRole('region', { name: '等待提交的填报' }));
  await userEvent.click(outbox.getByRole('button', { name: '撤回来改' }));
  expect(await screen.findByRole('textbox', { name: /做成了什么/ })).toHaveValue('先这样');
  mock.use('normal');
  write(/做成了什么/, '改好了');
  await submit();
  expect(await screen.findByText('已提交')).toBeVisible();
  expect((await detail()).checkIns.map((row) => row.progress)).toEqual(['改好了']);
});

test('two updates of one task: both side by side, chosen by field, and nothing is lost', async () => {
  await openForm();
  write(/做成了什么/, '我写的');
  const { version } = await detail();
  await signIn('demo.3-head');
  const other = await api(`/tasks/${TASK}/check-ins`, {
    method: 'POST',
    headers: { 'if-match': `"${version}"` },
    body: JSON.stringify({
      status: 'blocked',
      progress: '负责人写的',
      difficulty: '等省厅接口',
      ticks: [],
    }),
  });
  expect(other.status).toBe(201);
  await signIn('demo.1-reporter');
  await submit();
  const conflict = within(
    await screen.findByRole('region', { name: '您打开之后，别人先更新了这个任务' }),
  );
  expect(conflict.getByText('我写的')).toBeVisible();
  expect(conflict.getByText('负责人写的')).toBeVisible();
  const difficulty = within(conflict.getByRole('group', { name: '卡在哪里，要谁支持' }));
  await userEvent.click(difficulty.getByRole('radio', { name: /等省厅接口/ }));
  await userEvent.click(conflict.getByRole('button', { name: '用选好的继续' }));
  expect(await screen.findByRole('textbox', { name: /卡在哪里/ })).toHaveValue('等省厅接口');
  expect(screen.getByRole('textbox', { name: /做成了什么/ })).toHaveValue('我写的');
  await submit();
  expect(await screen.findByText('已提交')).toBeVisible();
  const rows = (await detail()).checkIns.map(({ progress, difficulty: stuck }) => [
    progress,
    stuck,
  ]);
  expect(rows).toContainEqual(['负责人写的', '等省厅接口']);
  expect(rows).toContainEqual(['我写的', '等省厅接口']);
});

test('a session that ended in mid-form: sign in, and it goes on', async () => {
  await openForm();
  write(/做成了什么/, '写完了，登录却过期了');
  await api('/session', { method: 'DELETE' });
  await submit();
  expect(await screen.findByText(/登录已过期/)).toBeVisible();
  await userEvent.click(drawer().getByRole('link', { name: '去登录' }));
  await userEvent.click(await screen.findByRole('button', { name: '市科技局 · 填报员' }));
  await waitFor(() => expect(page.address()).toBe(ADDRESS));
  expect(await screen.findByText(/的填报已提交/)).toBeVisible();
  expect((await detail()).checkIns.map((row) => row.progress)).toEqual(['写完了，登录却过期了']);
});

const PDF = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n';

test('evidence travels with the update; what is too large or of another kind is refused before', async () => {
  const form = within(await openForm());
  const input = form.getByLabelText('＋ 选文件');
  const huge = new File(['x'], 'huge.pdf', { type: 'application/pdf' });
  Object.defineProperty(huge, 'size', { value: 200 * 1024 * 1024 });
  const program = new File(['MZ'], 'tool.exe', { type: 'application/x-msdownload' });
  fireEvent.change(input, { target: { files: [huge, program] } });
  expect(await form.findByText('“huge.pdf”有 200.0 MB，超过 20 MB，没有添加。')).toBeVisible();
  expect(form.getByText(/“tool.exe”不是 PDF/)).toBeVisible();
  const renamed = new File(['MZ\u0000'], 'renamed.pdf', { type: 'application/pdf' });
  fireEvent.change(input, { target: { files: [renamed] } });
  expect(await form.findByText(/“renamed.pdf”没有收下/)).toBeVisible();
  const good = new File([PDF], '纪要.pdf', { type: 'application/pdf' });
  fireEvent.change(input, { target: { files: [good] } });
  expect(await form.findByText('纪要.pdf')).toBeVisible();
  await submit();
  expect(await screen.findByText('已提交')).toBeVisible();
  expect(await drawer().findByRole('link', { name: '纪要.pdf' })).toHaveAttribute(
    'href',
    expect.stringMatching(/^\/api\/files\/[0-9a-f]{64}\?name=/),
  );
});

test('the form speaks English where the page does', async () => {
  const form = within(await openForm(`${ADDRESS}&lang=en`));
  expect(form.getByRole('group', { name: /Status now/ })).toBeVisible();
  expect(form.getByRole('button', { name: 'Submit' })).toBeVisible();
});

test('my tasks: counts, what is due today first, and a draft is seen in the list', async () => {
  await openForm(`/tasks?mine=1&task=${TASK}`);
  write(/做成了什么/, '写到一半');
  await userEvent.click(screen.getByRole('button', { name: '存草稿' }));
  expect(page.address()).toBe('/tasks?mine=1');
  expect(screen.getByRole('heading', { level: 1, name: '我的任务' })).toBeVisible();
  expect(screen.getByText('未填报', { selector: 'dt' }).parentElement).toHaveTextContent('7');
  const parts = screen.getAllByRole('heading', { level: 2 }).map((row) => row.textContent);
  expect(parts).toEqual(['今日到期 1 项', '未填报 7 项', '正常 1 项']);
  expect(screen.getByText('有草稿')).toBeInTheDocument();
});

test('my tasks ask for a sign-in, and say where there is nothing to report', async () => {
  page = await openPage('/tasks?mine=1');
  expect(await screen.findByText('要看自己的任务，请先登录。')).toBeVisible();
  page.close();
  await signIn('demo.6-viewer');
  page = await openPage('/tasks?mine=1');
  expect(await screen.findByText('您的账号不属于哪个部门，没有要填报的任务。')).toBeVisible();
});
