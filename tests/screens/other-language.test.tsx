/** Switching the language in the midst of the work: the words change, what was typed stays. */
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MOCK_NOW, type NodeMock, startNodeMock } from '#mocks/node.ts';
import { appendSubmission } from '#server/entries/submissions.repository.ts';
import { api, signIn, TASK } from './check-in-form.ts';
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

const toEnglish = () => userEvent.click(screen.getByRole('link', { name: 'EN, English' }));
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

test('a record of a register', async () => {
  await signIn('demo.5-administrator');
  page = await openPage('/admin/registers?register=departments&record=d.bureau');
  const name = await screen.findByRole('textbox', { name: '中文' });
  await userEvent.clear(name);
  await userEvent.type(name, '写到一半');
  await toEnglish();
  await heading('Registers');
  expect(screen.getByRole('textbox', { name: '中文' })).toHaveValue('写到一半');
});

test('also where the server does not answer in the other language', async () => {
  await signIn('demo.5-administrator');
  page = await openPage('/admin/registers?register=departments&record=d.bureau');
  const name = await screen.findByRole('textbox', { name: '中文' });
  await userEvent.clear(name);
  await userEvent.type(name, '写到一半');
  mock.use('down');
  await toEnglish();
  await heading('Registers');
  await page.look();
  expect(screen.getByRole('textbox', { name: '中文' })).toHaveValue('写到一半');
});

test('the words of a reviewer', async () => {
  await appendSubmission(mock.db, {
    id: 's.1',
    kind: 'check-in',
    subject: TASK,
    department: 'd.bureau',
    input: {
      status: 'in_progress',
      ticks: [],
      progress: '请审核',
      difficulty: null,
      next: null,
      files: [],
      mends: null,
    },
    recordedAt: MOCK_NOW,
    recordedBy: 'demo.1-reporter',
  });
  await signIn('demo.4-reviewer');
  page = await openPage('/review?item=s.1');
  await userEvent.type(await screen.findByRole('textbox'), '请写明哪几项');
  await toEnglish();
  await heading('Review');
  expect(screen.getByRole('textbox')).toHaveValue('请写明哪几项');
  await waitFor(() =>
    expect(within(screen.getByRole('article')).getByText('Task update')).toBeVisible(),
  );
});

test('the title of a meeting that is being changed', async () => {
  await signIn('demo.4-reviewer');
  const input = {
    title: '五月例会',
    date: '2021-06-01',
    asOf: '2021-05-31',
    compare: '2021-04-30',
  };
  const made = await api('/meetings', { method: 'POST', body: JSON.stringify(input) });
  const { id } = (await made.json()) as { id: string };
  page = await openPage(`/meetings/${id}`);
  await userEvent.click(await screen.findByRole('button', { name: '修改会议' }));
  await userEvent.type(screen.getByRole('textbox', { name: '会议名称' }), '（加开）');
  await toEnglish();
  await screen.findByRole('region', { name: 'Agenda' });
  expect(screen.getByDisplayValue('五月例会（加开）')).toBeVisible();
});
