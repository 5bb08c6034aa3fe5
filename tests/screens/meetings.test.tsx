import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MeetingDetail } from '#core/contract/meeting.ts';
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

const api = (path: string, init: RequestInit = {}) =>
  fetch(new URL(`/api${path}`, location.href), init);
const post = async <T,>(path: string, body: unknown): Promise<T> => {
  const reply = await api(path, { method: 'POST', body: JSON.stringify(body) });
  expect(reply.ok).toBe(true);
  return (await reply.json()) as T;
};
const signIn = (choice: string) => post('/session', { choice });

const INPUT = { title: '五月例会', date: '2021-06-01', asOf: '2021-05-31', compare: '2021-04-30' };
const create = async (): Promise<string> => (await post<{ id: string }>('/meetings', INPUT)).id;
const detailOf = async (id: string): Promise<MeetingDetail> =>
  (await (await api(`/meetings/${id}?lang=zh`)).json()) as MeetingDetail;

const heading = () => screen.findByRole('heading', { level: 2 });
const press = (key: string) => fireEvent.keyDown(document.body, { key });

test('a meeting is set up, and its agenda is written from the data', async () => {
  await signIn('demo.4-reviewer');
  page = await openPage('/meetings');
  await userEvent.click(await screen.findByRole('button', { name: '新建会议' }));
  await userEvent.click(screen.getByRole('button', { name: '建立' }));
  expect(screen.getByRole('textbox', { name: '会议名称' })).toBeInvalid();
  await userEvent.type(screen.getByRole('textbox', { name: '会议名称' }), '五月例会');
  await userEvent.click(screen.getByRole('button', { name: '建立' }));
  expect(await screen.findByRole('heading', { level: 1, name: '五月例会' })).toBeVisible();
  const agenda = within(await screen.findByRole('region', { name: '议程' }));
  expect(agenda.getByText(/新登记 9 项任务/)).toBeVisible();
});

test('the agenda is arranged, survives a reload unsaved, and is saved', async () => {
  await signIn('demo.4-reviewer');
  const id = await create();
  page = await openPage(`/meetings/${id}`);
  const drops = await screen.findAllByRole('button', { name: /^拿掉/ });
  const [first] = drops;
  if (first === undefined) throw new Error('the data write at least one item');
  await userEvent.click(first);
  await userEvent.click(screen.getByRole('button', { name: '加一项议题' }));
  fireEvent.change(screen.getByRole('textbox', { name: '议题' }), {
    target: { value: '其他事项' },
  });
  page.close();
  page = await openPage(`/meetings/${id}`);
  expect(await screen.findByText('有没保存的修改，已留在本机。')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '保存议程' }));
  expect(await screen.findByText('议程已保存')).toBeVisible();
  const { agenda } = await detailOf(id);
  expect(agenda[0]?.shown).toBe(false);
  expect(agenda.some((item) => item.kind === 'own' && item.title === '其他事项')).toBe(true);
});

test('somebody else was faster: both agendas are there, and nothing is lost', async () => {
  await signIn('demo.4-reviewer');
  const id = await create();
  page = await openPage(`/meetings/${id}`);
  await userEvent.click(await screen.findByRole('button', { name: '加一项议题' }));
  const { agenda, meeting } = await detailOf(id);
  const reply = await api(`/meetings/${id}/agenda`, {
    method: 'PUT',
    headers: { 'if-match': `"${meeting.agendaVersion}"` },
    body: JSON.stringify({ items: agenda.slice(1) }),
  });
  expect(reply.status).toBe(200);
  await userEvent.click(screen.getByRole('button', { name: '保存议程' }));
  expect(await screen.findByText(/别人先改了议程/)).toBeVisible();
  await userEvent.click(await screen.findByRole('button', { name: '用我的' }));
  expect(await screen.findByText('议程已保存')).toBeVisible();
  expect((await detailOf(id)).agenda.some((item) => item.title === '新议题')).toBe(true);
});

test('a new title is no conflict with an agenda that is not saved yet', async () => {
  await signIn('demo.4-reviewer');
  const id = await create();
  page = await openPage(`/meetings/${id}`);
  await userEvent.click(await screen.findByRole('button', { name: '加一项议题' }));
  await userEvent.click(screen.getByRole('button', { name: '修改会议' }));
  fireEvent.change(screen.getByRole('textbox', { name: '会议名称' }), {
    target: { value: '五月改革例会' },
  });
  fireEvent.change(screen.getByLabelText('数据截至'), { target: { value: '2021-06-01' } });
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findByRole('heading', { level: 1, name: '五月改革例会' })).toBeVisible();
  // Of that day a task is overdue: its slide stands among what is not saved, with its ask.
  const agenda = within(screen.getByRole('region', { name: '议程' }));
  expect(await agenda.findByText(/^逾期 1 天/)).toBeVisible();
  expect(screen.queryByText(/别人先改了议程/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '保存议程' }));
  expect(await screen.findByText('议程已保存')).toBeVisible();
  const { agenda: saved, meeting } = await detailOf(id);
  expect(meeting.title).toBe('五月改革例会');
  expect(saved.some((item) => item.title === '新议题')).toBe(true);
  expect(screen.queryByText(/别人先改了议程/)).toBeNull();
});

test('after the other agenda was taken, changes are saved again', async () => {
  await signIn('demo.4-reviewer');
  const id = await create();
  page = await openPage(`/meetings/${id}`);
  await userEvent.click(await screen.findByRole('button', { name: '加一项议题' }));
  const { agenda, meeting } = await detailOf(id);
  await api(`/meetings/${id}/agenda`, {
    method: 'PUT',
    headers: { 'if-match': `"${meeting.agendaVersion}"` },
    body: JSON.stringify({ items: agenda.toReversed() }),
  });
  await userEvent.click(screen.getByRole('button', { name: '保存议程' }));
  await userEvent.click(await screen.findByRole('button', { name: '用现在的' }));
  await userEvent.click(screen.getByRole('button', { name: '加一项议题' }));
  expect(screen.queryByText(/别人先改了议程/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '保存议程' }));
  expect(await screen.findByText('议程已保存')).toBeVisible();
});

test('whoever does not hold meetings looks, and changes nothing', async () => {
  await signIn('demo.4-reviewer');
  const id = await create();
  await signIn('demo.6-viewer');
  page = await openPage(`/meetings/${id}`);
  expect(await screen.findByText(/只有审核员和管理员/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /拿掉|冻结数字|开始会议/ })).toBeNull();
});

test('slides follow the keys of a clicker, and stay where they were', async () => {
  await signIn('demo.4-reviewer');
  const id = await create();
  page = await openPage(`/meetings/${id}/present`);
  expect(await heading()).toHaveTextContent('五月例会');
  press('PageDown');
  expect(await heading()).toHaveTextContent(/新登记 9 项任务/);
  press('End');
  await waitFor(() => expect(screen.getByText('还没有记下决定')).toBeVisible());
  press('b');
  expect(screen.getByRole('button', { name: /黑屏中/ })).toBeVisible();
  press('.');
  page.close();
  page = await openPage(`/meetings/${id}/present?lang=en`);
  expect(await screen.findByText('Nothing is recorded yet')).toBeVisible();
  press('Home');
  expect(await heading()).toHaveTextContent('五月例会');
  press('Escape');
  await waitFor(() => expect(page.address()).toBe(`/meetings/${id}?lang=en`));
});

test.each([
  ['zh', '预留 5 分钟', '下一页'],
  ['en', '5 min set aside', 'Next slide'],
])(
  'the presenter sees the notes, the minutes set aside and the next slide, in %s',
  async (lang, aside, next) => {
    await signIn('demo.4-reviewer');
    const id = await create();
    const { agenda, meeting } = await detailOf(id);
    const items = agenda.map((item, index) =>
      index === 0 ? { ...item, notes: '先讲三个节点', minutes: 5 } : item,
    );
    const saved = await api(`/meetings/${id}/agenda`, {
      method: 'PUT',
      headers: { 'if-match': `"${meeting.agendaVersion}"` },
      body: JSON.stringify({ items }),
    });
    expect(saved.status).toBe(200);
    page = await openPage(`/meetings/${id}/presenter?lang=${lang}`);
    await screen.findByRole('heading', { level: 1, name: '五月例会' });
    expect(screen.queryByText(aside)).toBeNull();
    press('ArrowRight');
    expect(await screen.findByText(aside)).toBeVisible();
    expect(screen.getByText('先讲三个节点')).toBeVisible();
    expect(screen.getByRole('heading', { name: next })).toBeVisible();
    press('ArrowRight');
    await waitFor(() => expect(screen.queryByText('先讲三个节点')).toBeNull());
  },
);

const freezeAndBegin = async (id: string): Promise<void> => {
  await post(`/meetings/${id}/snapshot`, {});
  await post(`/meetings/${id}/begin`, undefined);
};

test('from freezing to closing, by the buttons', async () => {
  await signIn('demo.4-reviewer');
  const id = await create();
  page = await openPage(`/meetings/${id}`);
  await userEvent.click(await screen.findByRole('button', { name: '冻结数字' }));
  expect(await screen.findByText(/第 1 次冻结/)).toBeVisible();
  await userEvent.click(await screen.findByRole('button', { name: '开始会议' }));
  await userEvent.click(screen.getByRole('button', { name: '确定' }));
  await userEvent.click(await screen.findByRole('button', { name: '结束会议' }));
  await userEvent.click(screen.getByRole('button', { name: '结束并落实决议' }));
  expect(await screen.findByText('已结束')).toBeVisible();
  expect((await detailOf(id)).meeting.state).toBe('closed');
});

const decide = async (words: string): Promise<void> => {
  press('d');
  const form = within(await screen.findByRole('dialog'));
  fireEvent.change(form.getByRole('textbox', { name: '决定内容' }), { target: { value: words } });
  await userEvent.selectOptions(form.getByRole('combobox', { name: '怎么落实' }), 'task');
  await userEvent.selectOptions(
    await form.findByRole('combobox', { name: '责任部门' }),
    '市科技局',
  );
  fireEvent.change(form.getByLabelText('期限'), { target: { value: '2021-06-20' } });
  await userEvent.click(form.getByRole('button', { name: '记下' }));
};

test('what is decided on a slide is a task once the meeting is closed', async () => {
  await signIn('demo.4-reviewer');
  const id = await create();
  await freezeAndBegin(id);
  page = await openPage(`/meetings/${id}/present`);
  await heading();
  press('ArrowRight');
  await decide('每周报一次拨付进度');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  press('End');
  expect(await screen.findByText('每周报一次拨付进度')).toBeVisible();
  await post(`/meetings/${id}/close`, undefined);
  const { resolutions } = await detailOf(id);
  expect(resolutions[0]?.carried?.kind).toBe('task');
});

test('without a network a decision waits on this device, and goes out once', async () => {
  await signIn('demo.4-reviewer');
  const id = await create();
  await freezeAndBegin(id);
  page = await openPage(`/meetings/${id}/present`);
  await heading();
  press('ArrowRight');
  let isAway = true;
  mock.override(
    http.post('*/api/meetings/:id/resolutions', () => (isAway ? HttpResponse.error() : undefined)),
  );
  await decide('断网时的决定');
  expect(await screen.findByText('1 项决定待提交')).toBeVisible();
  press('End');
  expect(await screen.findByText('断网时的决定')).toBeVisible();
  isAway = false;
  window.dispatchEvent(new Event('online'));
  await waitFor(async () => expect((await detailOf(id)).resolutions).toHaveLength(1));
  await waitFor(() => expect(screen.queryByText(/待提交/)).toBeNull());
});
