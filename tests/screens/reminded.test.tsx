import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
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

const post = async (path: string, body: unknown): Promise<{ id: string }> => {
  const reply = await fetch(new URL(`/api${path}`, location.href), {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(reply.status).toBe(201);
  return (await reply.json()) as { id: string };
};

/** The office prepares a meeting and reminds the bureau. */
const remind = async () => {
  await post('/session', { choice: 'demo.4-reviewer' });
  const { id } = await post('/meetings', {
    title: '5 月例会',
    date: '2021-06-02',
    asOf: '2021-05-31',
    compare: '2021-04-30',
  });
  await post(`/meetings/${id}/reminders`, { departments: ['d.bureau'] });
};

test('a department sees what it was reminded of, and it goes once it has reported', async () => {
  await remind();
  await post('/session', { choice: 'demo.1-reporter' });
  page = await openPage('/tasks?mine=1');
  const list = within(await screen.findByRole('region', { name: '会前请补报' }));
  expect(list.getByText('5 月例会（2021-06-02）')).toBeVisible();
  expect(list.getByText(/^审核员提醒/)).toBeVisible();
  expect(list.getAllByText('从未填报')).toHaveLength(8);
  await userEvent.click(list.getByRole('link', { name: '外国人才“揭榜挂帅”服务系统' }));
  expect(page.address()).toBe('/tasks?mine=1&task=t.jiebang');
  fireEvent.change(await screen.findByRole('textbox', { name: /做成了什么/ }), {
    target: { value: '框架已搭好' },
  });
  await userEvent.click(screen.getByRole('button', { name: '提交' }));
  expect(await screen.findByText('已提交')).toBeVisible();
  await waitFor(() => expect(list.getAllByText('从未填报')).toHaveLength(7));
});

test('another department sees nothing of it', async () => {
  await remind();
  await post('/session', { choice: 'demo.2-reporter' });
  page = await openPage('/tasks?mine=1');
  expect(await screen.findByRole('heading', { name: '我的任务' })).toBeVisible();
  await waitFor(() => expect(screen.getAllByRole('link').length).toBeGreaterThan(5));
  expect(screen.queryByRole('region', { name: '会前请补报' })).toBeNull();
});
