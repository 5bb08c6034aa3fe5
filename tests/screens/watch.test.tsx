/** The lists of honesty, as somebody sees them who is meant by them. */
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ObservationInput } from '#core/contract/entry.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { MOCK_NOW, MOCK_RECORDED_AT, type NodeMock, startNodeMock } from '#mocks/node.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { appendSubmission } from '#server/entries/submissions.repository.ts';
import { signIn, TASK } from './check-in-form.ts';
import { type OpenedPage, openPage } from './open-page.tsx';

const FIGURE = 'governance.centre.departments.staffed';
const LATER = '2026-01-02T09:00:00.000Z';

let mock: NodeMock;
let page: OpenedPage;

beforeEach(async () => {
  mock = await startNodeMock();
});
afterEach(async () => {
  page?.close();
  await mock.close();
});

const figureInput: ObservationInput = {
  value: 3,
  qualifier: 'exact',
  asOf: '2021-05-31',
  period: null,
  source: null,
  supersedes: null,
  reason: null,
  confirmed: [],
  mends: null,
};

const waits = (id: string, recordedBy: string, kind: 'check-in' | 'observation') =>
  appendSubmission(mock.db, {
    id,
    kind,
    subject: kind === 'check-in' ? TASK : FIGURE,
    department: 'd.bureau',
    input:
      kind === 'observation'
        ? figureInput
        : {
            status: 'in_progress',
            ticks: [],
            progress: '等审核',
            difficulty: null,
            next: null,
            files: [],
            mends: null,
          },
    recordedAt: MOCK_NOW,
    recordedBy,
  });

const list = async (name: RegExp) => within(await screen.findByRole('region', { name }));

test('what waits is one’s own, each row leading to where it was entered', async () => {
  await waits('s.1', 'demo.1-reporter', 'check-in');
  await waits('s.2', 'demo.1-reporter', 'observation');
  await waits('s.3', 'demo.2-reporter', 'observation');
  await signIn('demo.1-reporter');
  page = await openPage('/watch');
  const waiting = await list(/^等待审核 2$/);
  expect(waiting.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    `/tasks?task=${TASK}`,
    `/enter?item=figure%3A${FIGURE}`,
  ]);
  page.close();
  await signIn('demo.4-reviewer');
  page = await openPage('/watch?lang=en');
  const all = await list(/^Waiting for review 3$/);
  expect(all.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/review?lang=en&item=s.1',
    '/review?lang=en&item=s.2',
    '/review?lang=en&item=s.3',
  ]);
});

test('nothing that waits, and nothing silent, is said so', async () => {
  await signIn('demo.6-viewer');
  page = await openPage('/watch');
  expect((await list(/^等待审核 0$/)).getByText('没有等待审核的填报。')).toBeVisible();
  expect((await list(/^长时间没有填报 0$/)).getByText('没有超过两倍周期的。')).toBeVisible();
});

test('a list that is longer than a page says how much is left, and goes on', async () => {
  const indicator = sampleAt(MOCK_RECORDED_AT).indicators.find((row) => row.code === FIGURE);
  if (indicator === undefined) throw new Error('the default dataset has the figure');
  await loadDataset(mock.db, {
    indicators: Array.from({ length: 105 }, (_, n) => ({
      ...indicator,
      code: `copy.${n}`,
      ordinal: 1000 + n,
      rhythmDays: 1,
      recordedAt: LATER,
    })),
  });
  await signIn('demo.1-reporter');
  page = await openPage('/watch');
  const silent = await list(/^长时间没有填报 105$/);
  expect(silent.getAllByRole('listitem')).toHaveLength(100);
  expect(silent.getByText('另有 5 条，排在后面。')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '列出更多' }));
  await waitFor(() => expect(silent.getAllByRole('listitem')).toHaveLength(105));
  expect(screen.queryByRole('button', { name: '列出更多' })).toBeNull();
  expect(silent.queryByText(/另有/)).toBeNull();
});
