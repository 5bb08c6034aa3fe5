import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Me } from '#core/contract/account.ts';
import type { Language } from '#core/contract/lists.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { forgetPictures } from '#src/lib/keep-on-device.ts';
import { request, send } from '#src/lib/request.ts';

const STALE_MS = 5 * 60_000;

/** Who asks, and what they may do. */
export const meQuery = (lang: Language) =>
  queryOptions({
    queryKey: ['me', lang],
    queryFn: ({ signal }) => request<Me>('/me', { lang }, signal),
    // Only the words differ by language: nothing that somebody may do goes away meanwhile.
    placeholderData: keepPreviousData,
    staleTime: STALE_MS,
  });

/** undefined = not known yet, or not to be found out. */
export const useMe = (): Me | undefined => useQuery(meQuery(useLanguage())).data;

let hasLeft = false;

/** Whether whoever was signed in has signed out by themselves, not by the end of their session. */
export const signedOut = (): boolean => hasLeft;

/** What was refused to somebody else is forgotten, what was answered is asked anew and stays on the page until then. */
function takeOver(client: QueryClient, lang: Language, me: Me): void {
  hasLeft = me.account === null;
  client.removeQueries({ queryKey: ['me'], predicate: ({ queryKey }) => queryKey[1] !== lang });
  client.setQueryData(meQuery(lang).queryKey, me);
  client.removeQueries({
    predicate: ({ queryKey, state }) => queryKey[0] !== 'me' && state.status === 'error',
  });
  void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
}

export type Credentials =
  | { readonly login: string; readonly password: string }
  | { readonly choice: string };

export function useSignIn() {
  const lang = useLanguage();
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: Credentials) =>
      send<Me>({ method: 'POST', path: '/session', params: { lang }, body }),
    onSuccess: (me) => takeOver(client, lang, me),
  });
}

export function useSignOut() {
  const lang = useLanguage();
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: () => send<Me>({ method: 'DELETE', path: '/session', params: { lang } }),
    onSuccess: async (me) => {
      // Before the page asks anew: a copy of what it may no longer see is none to fall back on.
      if (!me.openReading) await forgetPictures();
      takeOver(client, lang, me);
    },
  });
}

/** Sets the password that a one-time link lets one set, and signs in. */
export function useSetPassword() {
  const lang = useLanguage();
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: { readonly link: string; readonly password: string }) =>
      send<Me>({ method: 'POST', path: '/password', params: { lang }, body }),
    onSuccess: (me) => takeOver(client, lang, me),
  });
}

/** Changes one's own password; every other session of the account ends. */
export function useChangePassword() {
  const lang = useLanguage();
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: { readonly current: string; readonly password: string }) =>
      send<Me>({ method: 'PUT', path: '/me/password', params: { lang }, body }),
  });
}
