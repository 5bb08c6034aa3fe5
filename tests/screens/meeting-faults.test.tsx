/** What the pages of a meeting say, in their reader's language, where something does not go as it should. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { sql } from 'kysely';
import { HttpResponse, http } from 'msw';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MeetingDetail } from '#core/contract/meeting.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { MOCK_NOW, MOCK_RECORDED_AT, type NodeMock, startNodeMock } from '#mocks/node.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { appendSubmission } from '#server/entries/submissions.repository.ts';
import { addFreeze, findFreeze, tellFreeze } from '#server/meetings/freezes.repository.ts';
import { type OpenedPage, openPage } from './open-page.tsx';

let mock: NodeMock;
let page: OpenedPage;

beforeEach(async () => {
  mock = await startNodeMock();
  await signIn('demo.4-reviewer');
});
afterEach(async () => {
  page?.close();
  await mock.close();
});

const post = async <T,>(path: string, body?: unknown): Promise<T> => {
  const reply = await fetch(new URL(`/api${path}`, location.href), {
    method: 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(reply.ok).toBe(true);
  return (await reply.json()) as T;
};
const signIn = (choice: string) => post('/session', { choice });
const INPUT = { title: '五月例会', date: '2021-06-01', asOf: '2021-05-31', compare: '2021-04-30' };
const create = async (): Promise<string> => (await post<{ id: string }>('/meetings', INPUT)).id;
const freeze = (id: string) => post(`/meetings/${id}/snapshot`, {});
const PATIENT = { timeout: 20_000 };
const button = (name: string | RegExp) => screen.findByRole('button', { name });

/** An entry that waits for review. */
const submit = (id: string) =>
  appendSubmission(mock.db, {
    id,
    kind: 'check-in',
    subject: 't.jiebang',
    department: 'd.bureau',
    input: {
      status: 'in_progress',
      ticks: [],
      progress: '走在路上',
      difficulty: null,
      next: null,
      files: [],
      mends: null,
    },
    recordedAt: MOCK_RECORDED_AT,
    recordedBy: 'demo.1-reporter',
  });

test.each([
  ['zh', '没有这个会议', /二维码可能来自别的单位的驾驶舱/],
  ['en', 'There is no such meeting', /may be of another workspace/],
])('a code of another workspace is said to be of none here, in %s', async (lang, title, why) => {
  page = await openPage(`/meetings/0199-of-another-workspace?lang=${lang}`);
  expect(await screen.findByRole('heading', { name: title })).toBeVisible();
  expect(screen.getByText(why)).toBeVisible();
});

describe.each([
  ['zh', '冻结', '不等了，照样冻结', '第 1 次冻结'],
  ['en', 'Freeze', 'Freeze without them', 'Freeze 1'],
] as const)('entries that nobody has reviewed, in %s', (lang, section, leaveOut, done) => {
  const card = async () => within(await screen.findByRole('region', { name: section }));

  test('are named before they are left out', async () => {
    await submit('waiting');
    page = await openPage(`/meetings/${await create()}?lang=${lang}`);
    const shown = await card();
    const bureau = lang === 'zh' ? /^市科技局：.*揭榜/ : /^Science and Technology Bureau: ./;
    expect(await shown.findByText(bureau)).toBeVisible();
    await userEvent.click(await button(leaveOut));
    expect(await screen.findByText(done)).toBeVisible();
  });

  test('that came in meanwhile are asked about, not left out unseen', async () => {
    page = await openPage(`/meetings/${await create()}?lang=${lang}`);
    const shown = await card();
    const press = await shown.findByRole('button');
    await submit('late');
    await userEvent.click(press);
    const refusal = await shown.findByRole('alert');
    const says = lang === 'zh' ? '还有 1 条填报没有审核' : '1 entries wait for review';
    expect(refusal).toHaveTextContent(says);
    expect(within(refusal).getAllByRole('listitem')).toHaveLength(1);
    await userEvent.click(await button(leaveOut));
    expect(await screen.findByText(done)).toBeVisible();
  });
});

describe.each([
  ['zh', '冻结数字', /审核员 正在冻结，已写好 43%/, '停止冻结', '冻结已停止，什么也没有留下。'],
  [
    'en',
    'Freeze the numbers',
    /审核员 is freezing, 43% is written/,
    'Stop the freeze',
    'The freeze was stopped; nothing of it was kept.',
  ],
] as const)('a freeze that takes long, in %s', (lang, press, says, stop, stopped) => {
  const begin = async (meeting: string): Promise<void> => {
    await addFreeze(mock.db, { id: 'f', meeting, accountName: '审核员', begunAt: MOCK_NOW });
    await tellFreeze(mock.db, 'f', 0.4321, MOCK_NOW);
  };

  test('says how far it is, and is stopped by a press', async () => {
    const id = await create();
    mock.override(
      http.post('*/api/meetings/:id/snapshot', async () => {
        await begin(id);
        while ((await findFreeze(mock.db, id, MOCK_NOW)) !== null)
          await new Promise((next) => setTimeout(next, 20));
        return HttpResponse.json(
          { type: 'about:blank', title: '', status: 409, detail: '', code: 'stopped' },
          { status: 409, headers: { 'content-type': 'application/problem+json' } },
        );
      }),
    );
    page = await openPage(`/meetings/${id}?lang=${lang}`);
    await userEvent.click(await button(press));
    expect(await screen.findByRole('progressbar', { name: says }, PATIENT)).toHaveAttribute(
      'value',
      '0.432',
    );
    await userEvent.click(await button(stop));
    expect(await screen.findByText(stopped, {}, PATIENT)).toBeVisible();
    expect(await screen.findByRole('button', { name: press }, PATIENT)).toBeEnabled();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('on another device is seen here, too, and can be stopped here', async () => {
    const id = await create();
    await begin(id);
    page = await openPage(`/meetings/${id}?lang=${lang}`);
    expect(await screen.findByText(says)).toBeVisible();
    expect(screen.queryByRole('button', { name: press })).toBeNull();
    await userEvent.click(await button(stop));
    expect(await screen.findByRole('button', { name: press }, PATIENT)).toBeEnabled();
    expect(await findFreeze(mock.db, id, MOCK_NOW)).toBeNull();
  });
});

test('a freeze by somebody else at the same moment is one more, and the page shows the last', async () => {
  const id = await create();
  page = await openPage(`/meetings/${id}`);
  const press = await button('冻结数字');
  await Promise.all([freeze(id), userEvent.click(press)]);
  expect(await screen.findByText('第 2 次冻结')).toBeVisible();
});

test.each([
  ['zh', /第 1 次冻结: 内容与校验值不符，不能作数/, '冻结的内容与校验值不符，不能作数'],
  ['en', /cannot be relied on/, 'The frozen content does not fit its hash and cannot be relied on'],
])(
  'a picture that was changed in the store is said to prove nothing, in %s',
  async (lang, says, onSlide) => {
    const id = await create();
    await freeze(id);
    await sql`drop trigger snapshots_no_update`.execute(mock.db);
    await sql`update snapshots set rest = replace(rest, '五月', '六月')`.execute(mock.db);
    page = await openPage(`/meetings/${id}?lang=${lang}`);
    expect(await screen.findByText(says)).toBeVisible();
    page.close();
    page = await openPage(`/meetings/${id}/present?lang=${lang}`);
    expect(await screen.findByText(onSlide)).toBeVisible();
  },
);

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  test('a meeting does not close over dates that have passed; each is named', async () => {
    const id = await create();
    await freeze(id);
    await post(`/meetings/${id}/begin`);
    const { agenda } = (await (
      await fetch(new URL(`/api/meetings/${id}`, location.href))
    ).json()) as MeetingDetail;
    const item = agenda[0]?.key ?? '';
    for (const words of ['先办这件', '再办那件'])
      await post(`/meetings/${id}/resolutions`, {
        item,
        kind: 'task',
        words,
        owner: 'd.bureau',
        due: '2021-06-10',
      });
    const workspace = { ...sampleAt(MOCK_RECORDED_AT).workspace, clockPinnedOn: '2021-07-01' };
    const stamp = { recordedAt: '2026-02-01T00:00:00.000Z', recordedBy: 'test' };
    await loadDataset(mock.db, { workspace }, stamp);
    page = await openPage(`/meetings/${id}?lang=${lang}`);
    await userEvent.click(await button(lang === 'zh' ? '结束会议' : 'Close the meeting'));
    await userEvent.click(await button(lang === 'zh' ? '结束并落实决议' : 'Close and carry out'));
    const refusal = await screen.findByRole('alert');
    for (const words of ['先办这件', '再办那件']) expect(refusal).toHaveTextContent(words);
    expect(refusal).toHaveTextContent(
      lang === 'zh'
        ? '期限 2021-06-10 已经过去'
        : '2021-06-10 is past; the earliest is 2021-07-01.',
    );
  });

  test('a second presenter is told who presents, and takes over by a press', async () => {
    const id = await create();
    const reply = await fetch(new URL(`/api/meetings/${id}/stage`, location.href), {
      method: 'PUT',
      body: JSON.stringify({ item: 'changes' }),
    });
    expect(reply.status).toBe(200);
    await signIn('demo.5-administrator');
    page = await openPage(`/meetings/${id}/present?lang=${lang}`);
    await screen.findByRole('heading', { level: 2 });
    // Until it is known that the reader holds meetings, a move stays on the device.
    await button(lang === 'zh' ? '记决定' : 'Decide');
    fireEvent.keyDown(document.body, { key: 'End' });
    const says = lang === 'zh' ? /审核员 正在主讲/ : /审核员 is presenting/;
    expect(await screen.findByText(says)).toBeVisible();
    await userEvent.click(await button(lang === 'zh' ? '由我接着主讲' : 'Take over'));
    await waitFor(() => expect(screen.queryByText(says)).toBeNull());
  });
});
