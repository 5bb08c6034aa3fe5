import { queryOptions } from '@tanstack/react-query';
import type { Language } from '#core/contract/lists.ts';
import type { ReminderList } from '#core/contract/meeting.ts';
import { request } from '#src/lib/request.ts';

const STALE_MS = 30_000;

/** What the reader's department was reminded of for coming meetings, and still owes. */
export const remindersQuery = (lang: Language) =>
  queryOptions({
    queryKey: ['reminders', lang],
    queryFn: async ({ signal }) =>
      (await request<ReminderList>('/reminders', { lang }, signal)).items,
    staleTime: STALE_MS,
  });
