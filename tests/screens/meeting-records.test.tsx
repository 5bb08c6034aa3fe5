/** What stays of meetings: minutes, timelines, and boards compared with a meeting. */
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type NodeMock, startNodeMock } from '#mocks/node.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { readObservations } from '#server/indicators/observations.repository.ts';
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

const post = async <T,>(path: string, body: unknown): Promise<T> => {
  const reply = await fetch(new URL(`/api${path}`, location.href), {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(reply.ok).toBe(true);
  return (await reply.json()) as T;
};

/** A frozen meeting over the numbers of a day, held by the reviewer. */
async function frozen(title: string, asOf: string): Promise<string> {
  await post('/session', { choice: 'demo.4-reviewer' });
  const { id } = await post<{ id: string }>('/meetings', { title, date: asOf, asOf });
  await post(`/meetings/${id}/snapshot`, {});
  return id;
}

test('the minutes tell what was decided, how it stands, and over which frozen picture', async () => {
  const id = await frozen('五月例会', '2021-05-31');
  await post(`/meetings/${id}/begin`, undefined);
  const decided = { item: 'changes', kind: 'task', words: '每周报一次拨付进度', owner: 'd.bureau' };
  await post(`/meetings/${id}/resolutions`, decided);
  await post(`/meetings/${id}/close`, undefined);
  page = await openPage(`/meetings/${id}`);
  await userEvent.click(await screen.findByRole('link', { name: '会议纪要' }));
  expect(page.address()).toBe(`/meetings/${id}/minutes`);
  const sheet = within(await screen.findByRole('article'));
  expect(sheet.getByRole('heading', { level: 1, name: '五月例会' })).toBeVisible();
  const resolution = sheet.getByText('每周报一次拨付进度').closest('li');
  expect(resolution).toHaveTextContent('已立为任务 · 责任部门 市科技局');
  expect(resolution).toHaveTextContent('登记以后没有填报');
  expect(screen.getByRole('article')).toHaveTextContent(/第 1 次冻结 · SHA-256 [0-9a-f]{16} ·/);
  expect(screen.queryByText(/会议还没有结束/)).toBeNull();
  expect(document.documentElement.dataset.paper).toBe('upright');
  await userEvent.click(screen.getByRole('link', { name: /回到会议准备/ }));
  expect(document.documentElement.dataset.paper).toBeUndefined();
});

test.each([
  ['zh', '推演：截至 2021-06-30，假定到那天再没有填报'],
  ['en', 'Simulation: as of 30 Jun 2021, supposing nothing more is reported'],
])('minutes of a simulated date say so, in %s', async (lang, says) => {
  const id = await frozen('预演', '2021-06-30');
  page = await openPage(`/meetings/${id}/minutes?lang=${lang}`);
  const sheet = within(await screen.findByRole('article'));
  expect(sheet.getByText(says)).toBeVisible();
});

test('minutes of a meeting that is not there say so', async () => {
  page = await openPage('/meetings/none/minutes');
  expect(await screen.findByRole('heading', { level: 1, name: '没有这个会议' })).toBeVisible();
});

test('an indicator is seen as each meeting saw it; what was corrected since stands beside', async () => {
  const code = 'finance.keyidai.amount';
  await frozen('四月例会', '2021-04-30');
  const before = await readObservations(mock.db, {
    knownAt: null,
    asOfLast: '2021-04-30',
    indicator: code,
  });
  const shown = before[before.length - 1];
  if (shown === undefined) throw new Error('the sample has it');
  await loadDataset(mock.db, {
    observations: [
      {
        ...shown,
        id: 'corrected',
        value: shown.value * 2,
        supersedes: shown.id,
        reason: '原文抄错',
        recordedAt: '2026-01-02T08:30:00.000Z',
        recordedBy: 'tester',
      },
    ],
  });
  await frozen('五月例会', '2021-05-31');
  page = await openPage(`/?passport=${code}`);
  await userEvent.click(await screen.findByRole('link', { name: '历次会议所见' }));
  expect(page.address()).toBe(`/timeline?subject=indicator%3A${code}`);
  const table = await screen.findByRole('table');
  const [april, may] = ['四月例会', '五月例会'].map((name) =>
    within(table).getByRole('link', { name }).closest('tr'),
  );
  expect(april).toHaveTextContent('原文抄错');
  expect(may).toHaveTextContent('没有更正');
  expect(screen.getByRole('img', { name: /2 次会议看到它.*其中 1 次之后有更正/ })).toBeVisible();
});

test('a task is seen as each meeting saw it, and leads to the meeting', async () => {
  const id = await frozen('五月例会', '2021-05-31');
  page = await openPage(`/meetings/${id}`);
  const [first] = await screen.findAllByRole('link', { name: '历次会议所见' });
  if (first === undefined) throw new Error('the agenda has a task');
  await userEvent.click(first);
  expect(page.address()).toBe('/timeline?subject=task%3At.jiebang');
  const table = await screen.findByRole('table');
  expect(within(table).getByText(/节点 0\/2/)).toBeVisible();
  await userEvent.click(within(table).getByRole('link', { name: '五月例会' }));
  expect(page.address()).toBe(`/meetings/${id}`);
});

test.each([
  ['/timeline', '没有说明要看哪一项'],
  ['/timeline?subject=fund:work', '没有说明要看哪一项'],
  ['/timeline?subject=task:t.jiebng', '没有登记 task:t.jiebng'],
])('%s says what is missing', async (address, sentence) => {
  page = await openPage(address);
  expect(await screen.findByRole('heading', { level: 1, name: sentence })).toBeVisible();
});

test('what no meeting was frozen with says so', async () => {
  page = await openPage('/timeline?subject=task:t.jiebang');
  expect(await screen.findByText('还没有会议冻结过它')).toBeVisible();
});

test('a board is compared with a meeting by its name', async () => {
  page = await openPage('/?asOf=2021-05-31');
  await userEvent.click(await screen.findByText('选一次会议比较'));
  expect(await screen.findByText('这一天之前还没有冻结过的会议')).toBeVisible();
  page.close();
  await frozen('年初例会', '2020-12-31');
  await frozen('五月例会', '2021-05-31');
  page = await openPage('/?asOf=2021-04-30');
  await userEvent.click(await screen.findByText('选一次会议比较'));
  const choice = await screen.findByRole('combobox', { name: '与会议比较' });
  expect(within(choice).queryByRole('option', { name: /五月例会/ })).toBeNull();
  await userEvent.selectOptions(choice, '年初例会 · 2020-12-31');
  expect(page.address()).toBe('/?asOf=2021-04-30&compare=2020-12-31');
});
