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

export type AccountWritten = {
  /** As it stands after a change; null = nothing of it was changed. */
  readonly account: Account | null;
  /** The one-time link; null = none was made. */
  readonly invitation: Invitation | null;
};

export function useAccountWrite() {
  const lang = useLanguage();
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: async (write: AccountWrite): Promise<AccountWritten> => {
      const params = { lang };
      const invite = async (path: string, body?: AccountInput) => {
        const invitation = await send<Invitation>({ method: 'POST', path, params, body });
        return { account: null, invitation };
      };
      if (write.do === 'create') return invite('/accounts', write.input);
      const path = `/accounts/${encodeURIComponent(write.id)}`;
      if (write.do === 'link') return invite(`${path}/link`);
      if (write.do === 'change') {
        const { input, version } = write;
        const sent = { method: 'PUT', path, params, body: input, ifMatch: version } as const;
        return { account: await send<Account>(sent), invitation: null };
      }
      await send({ method: 'POST', path: `${path}/end-sessions`, params });
      return { account: null, invitation: null };
    },
    // Also after a refusal: somebody else may have been faster.
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
