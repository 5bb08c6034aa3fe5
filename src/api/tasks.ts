import { queryOptions } from '@tanstack/react-query';
import type { Language, LightState } from '#core/contract/lists.ts';
import type { RetiredTasks, TaskDetail, TaskList } from '#core/contract/task.ts';
import type { Question } from '#src/lib/address.ts';
import { request } from '#src/lib/request.ts';
import type { PictureAsk } from './picture-ask.ts';

/** One task with its check-ins and the history of its light. */
export const taskQuery = (
  id: string,
  { asOf, knownAt }: Pick<Question, 'asOf' | 'knownAt'>,
  lang: Language,
) =>
  queryOptions({
    queryKey: ['task', id, asOf, knownAt, lang],
    queryFn: ({ signal }) =>
      request<TaskDetail>(`/tasks/${encodeURIComponent(id)}`, { asOf, knownAt, lang }, signal),
    staleTime: 60_000,
    // What was refused stays so until somebody asks again.
    retryOnMount: false,
  });

/** Ids of retired tasks: a list answers where the one thing that is not there would be refused. */
export const retiredTasksQuery = (
  { asOf, knownAt }: Pick<Question, 'asOf' | 'knownAt'>,
  lang: Language,
) =>
  queryOptions({
    queryKey: ['retired-tasks', asOf, knownAt, lang],
    queryFn: async ({ signal }) =>
      (await request<RetiredTasks>('/retired-tasks', { asOf, knownAt, lang }, signal)).items.map(
        (row) => row.id,
      ),
    staleTime: 60_000,
  });

export type TasksAsk = {
  readonly department: string | null;
  readonly framework: string | null;
  readonly light: LightState | null;
};

/** One page of the tasks that fit, those that need somebody first coming first; `cursor` null = the first. */
export const tasksQuery = (
  { department, framework, light }: TasksAsk,
  { asOf, knownAt, lang }: PictureAsk,
  { limit, cursor }: { readonly limit: number; readonly cursor: string | null },
) =>
  queryOptions({
    queryKey: ['tasks', asOf, knownAt, lang, department, framework, light, limit, cursor],
    queryFn: ({ signal }) =>
      request<TaskList>(
        '/tasks',
        {
          asOf,
          knownAt,
          lang,
          department,
          framework,
          light,
          order: 'urgency',
          limit: String(limit),
          cursor,
        },
        signal,
      ),
    staleTime: 60_000,
  });
