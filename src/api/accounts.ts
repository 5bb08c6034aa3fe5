import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Account, AccountChange, AccountInput, Invitation } from '#core/contract/account.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { request, send } from '#src/lib/request.ts';

type Page = { readonly items: readonly Account[]; readonly next: string | null };

const KEY = ['accounts'] as const;

/** Every account, page after page. */
export const accountsQuery = () =>
  queryOptions({
    queryKey: KEY,
    queryFn: async ({ signal }) => {
      const all: Account[] = [];
      let cursor: string | null = null;
      do {
        const page: Page = await request('/accounts', { cursor }, signal);
        all.push(...page.items);
        cursor = page.next;
      } while (cursor !== null);
      return all;
    },
    retryOnMount: false,
  });

/** What may be done to an account; each of them leaves the list as it then is. */
export type AccountWrite =
  | { readonly do: 'create'; readonly input: AccountInput }
  | {
      readonly do: 'change';
      readonly id: string;
      readonly version: string;
      readonly input: AccountChange;
    }
  | { readonly do: 'link' | 'end-sessions'; readonly id: string };

/** Answers with the one-time link where one was made. */
export function useAccountWrite() {
  const lang = useLanguage();
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: async (write: AccountWrite): Promise<Invitation | null> => {
      const params = { lang };
      if (write.do === 'create')
        return send({ method: 'POST', path: '/accounts', params, body: write.input });
      const path = `/accounts/${encodeURIComponent(write.id)}`;
      if (write.do === 'link') return send({ method: 'POST', path: `${path}/link`, params });
      if (write.do === 'change') {
        const { input, version } = write;
        await send({ method: 'PUT', path, params, body: input, ifMatch: version });
      } else await send({ method: 'POST', path: `${path}/end-sessions`, params });
      return null;
    },
    // Also after a refusal: somebody else may have been faster.
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
