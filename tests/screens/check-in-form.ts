/** The form of a task's update, as its tests fill it in. */
import { fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';
import type { TaskDetail } from '#core/contract/task.ts';

/** Due on the pinned day, with two open milestones. */
export const TASK = 't.jiebang';
export const ADDRESS = `/tasks?task=${TASK}`;

export const api = (path: string, init: RequestInit = {}) =>
  fetch(new URL(`/api${path}`, location.href), init);

export const signIn = async (account: string) => {
  const reply = await api('/session', {
    method: 'POST',
    body: JSON.stringify({ choice: account }),
  });
  expect(reply.status).toBe(201);
};

export const detail = async (): Promise<TaskDetail> =>
  (await (await api(`/tasks/${TASK}`)).json()) as TaskDetail;

export const submit = () =>
  userEvent.click(screen.getByRole('button', { name: /^(提交|Submit)$/ }));
export const write = (label: RegExp, text: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value: text } });
