import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  Fleet,
  FleetSettings,
  Screen,
  ScreenCommand,
  ScreenConfirmInput,
  ScreenSettings,
} from '#core/contract/screen.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { request, send } from '#src/lib/request.ts';

const KEY = ['fleet'] as const;
/** Whoever stands before a wall with its code does not wait long. */
const LOOK_EVERY_MS = 5_000;

/** Every wall as it last was heard of, and the devices that wait. */
export const fleetQuery = () =>
  queryOptions({
    queryKey: KEY,
    queryFn: ({ signal }) => request<Fleet>('/screens', {}, signal),
    refetchInterval: LOOK_EVERY_MS,
    retryOnMount: false,
  });

/** What may be done to a wall. */
export type ScreenWrite =
  | { readonly do: 'confirm'; readonly input: ScreenConfirmInput }
  | {
      readonly do: 'change';
      readonly id: string;
      readonly version: string;
      readonly input: ScreenSettings;
    }
  | { readonly do: 'command'; readonly id: string; readonly input: ScreenCommand }
  | { readonly do: 'revoke'; readonly id: string };

const requestOf = (write: ScreenWrite) => {
  if (write.do === 'confirm')
    return { method: 'POST', path: '/screens', body: write.input } as const;
  const path = `/screens/${encodeURIComponent(write.id)}`;
  if (write.do === 'change')
    return { method: 'PUT', path, body: write.input, ifMatch: write.version } as const;
  if (write.do === 'command')
    return { method: 'POST', path: `${path}/command`, body: write.input } as const;
  return { method: 'DELETE', path } as const;
};

export function useScreenWrite() {
  const lang = useLanguage();
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (write: ScreenWrite) => send<Screen>({ ...requestOf(write), params: { lang } }),
    // Also after a refusal: somebody else may have been faster.
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useFleetSettings() {
  const lang = useLanguage();
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: FleetSettings) =>
      send<FleetSettings>({ method: 'PUT', path: '/screen-settings', params: { lang }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
