import { queryOptions } from '@tanstack/react-query';
import type { Language } from '#core/contract/lists.ts';
import type { TaskDetail } from '#core/contract/task.ts';
import type { Question } from '#src/lib/address.ts';
import { request } from '#src/lib/request.ts';

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
