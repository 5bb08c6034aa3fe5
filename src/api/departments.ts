import { queryOptions } from '@tanstack/react-query';
import type { Language } from '#core/contract/lists.ts';
import { request } from '#src/lib/request.ts';

export type Department = { readonly id: string; readonly name: string };

/** Departments by name; a bureau has fewer than fit on one page. */
export const departmentsQuery = (lang: Language) =>
  queryOptions({
    queryKey: ['departments', lang],
    queryFn: async ({ signal }) =>
      (await request<{ items: Department[] }>('/departments', { lang }, signal)).items,
    staleTime: 5 * 60_000,
  });
