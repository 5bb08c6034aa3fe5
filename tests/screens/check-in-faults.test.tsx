/** What an update may not say, and what it may whatever it looks like: each said at its field, in the page's language. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleAt } from '#core/sample/sample.ts';
import { MOCK_RECORDED_AT, type NodeMock, startNodeMock } from '#mocks/node.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { useDrafts } from '#src/features/tasks/drafts.ts';
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

test('what cannot be taken is said at its field', async () => {
  const form = within(await openForm());
  await userEvent.click(form.getByRole('radio', { name: '受阻' }));
  await submit();
  expect(await screen.findByRole('textbox', { name: /卡在哪里/ })).toHaveAccessibleDescription(
    '报“受阻”要写明卡在哪里、要谁支持。',
  );
  expect(screen.getByRole('textbox', { name: /卡在哪里/ })).toHaveFocus();
  write(/做成了什么/, '字'.repeat(1001));
  write(/卡在哪里/, '等接口');
  expect(form.getByText('1001 / 1000')).toBeVisible();
  await submit();
  expect(screen.getByRole('textbox', { name: /做成了什么/ })).toHaveAccessibleDescription(
    '最多 1000 字，请删短一些。',
  );
  expect((await detail()).checkIns).toEqual([]);
});

const startsOn = async (start: string) => {
  const task = sampleAt(MOCK_RECORDED_AT).tasks.find((row) => row.id === TASK);
  if (task === undefined) throw new Error('the default dataset has the task');
  await loadDataset(mock.db, {
    tasks: [{ ...task, start, recordedAt: '2026-01-02T09:00:00.000Z' }],
  });
};

test.each([
  ['zh', '完成日期还没有到。', '完成日期早于任务开始。'],
  ['en', 'This day has not come yet.', 'This day is before the task began.'],
])(
  'a completion that has not come, or before the start, is said at its date: %s',
  async (lang, later, before) => {
    await startsOn('2021-05-10');
    const form = within(await openForm(`${ADDRESS}&lang=${lang}`));
    const [first] = form.getAllByRole('checkbox');
    if (first === undefined) throw new Error('the task has open milestones');
    await userEvent.click(first);
    const date = form.getByLabelText(/完成于$|^Day on which/);
    expect(date).toHaveAttribute('min', '2021-05-10');
    expect(date).toHaveAttribute('max', '2021-05-31');
    for (const [on, words] of [
      ['2021-06-01', later],
      ['2021-05-09', before],
    ] as const) {
      fireEvent.change(date, { target: { value: on } });
      await submit();
      expect(date).toHaveAccessibleDescription(words);
      expect(date).toHaveFocus();
    }
    expect((await detail()).checkIns).toEqual([]);
    fireEvent.change(date, { target: { value: '2021-05-10' } });
    await submit();
    await waitFor(async () => expect((await detail()).checkIns).toHaveLength(1));
  },
);

test('a note is text, whatever is written into it', async () => {
  const note = '<img src=x onerror=alert(1)> & <b>粗</b> 👨‍👩‍👧 \u202Eabc\u200F 完';
  await openForm();
  write(/做成了什么/, '字'.repeat(10_000));
  await submit();
  expect(screen.getByRole('textbox', { name: /做成了什么/ })).toHaveAccessibleDescription(
    '最多 1000 字，请删短一些。',
  );
  write(/做成了什么/, note);
  await submit();
  expect(await screen.findByText('已提交')).toBeVisible();
  expect((await detail()).checkIns.map((row) => row.progress)).toEqual([note]);
  const shown = await screen.findByText((text) => text.includes('onerror'));
  expect(shown).toHaveTextContent(note.replace(/\s+/g, ' '));
  expect(shown.childElementCount).toBe(0);
});

test('what the server refuses is said at its field, too', async () => {
  mock.override(
    http.post(`*/api/tasks/${TASK}/check-ins`, () =>
      HttpResponse.json(
        {
          type: 'about:blank',
          title: '',
          status: 422,
          code: 'not-accepted',
          detail: '',
          instance: '',
          fields: [{ path: 'ticks.0.doneOn', message: '完成日期早于任务开始。' }],
          suggestion: null,
        },
        { status: 422, headers: { 'content-type': 'application/problem+json' } },
      ),
    ),
  );
  const form = within(await openForm());
  await userEvent.click(form.getByRole('checkbox', { name: '系统上线使用' }));
  await submit();
  await waitFor(() =>
    expect(form.getByLabelText('“系统上线使用”完成于')).toHaveAccessibleDescription(
      '完成日期早于任务开始。',
    ),
  );
  expect(screen.getByText('有 1 处要改，见上面红字')).toBeVisible();
});

test('what went out under the same key with other words stands beside the draft, and both are recorded', async () => {
  await openForm();
  write(/做成了什么/, '后来改成这样');
  const [draft] = Object.values(useDrafts.getState().drafts);
  if (draft === undefined) throw new Error('the form keeps a draft');
  // The first sending arrived; its answer did not.
  const first = await api(`/tasks/${TASK}/check-ins`, {
    method: 'POST',
    headers: { 'if-match': `"${(await detail()).version}"`, 'idempotency-key': draft.key },
    body: JSON.stringify({ status: 'in_progress', progress: '第一次发出的' }),
  });
  expect(first.status).toBe(201);
  await submit();
  const conflict = within(
    await screen.findByRole('region', { name: '您打开之后，别人先更新了这个任务' }),
  );
  expect(conflict.getByText('第一次发出的')).toBeVisible();
  expect(conflict.getByText('后来改成这样')).toBeVisible();
  await userEvent.click(conflict.getByRole('button', { name: '用选好的继续' }));
  await submit();
  expect(await screen.findByText('已提交')).toBeVisible();
  const words = (await detail()).checkIns.map((row) => row.progress);
  expect(words.toSorted()).toEqual(['后来改成这样', '第一次发出的'].toSorted());
});
