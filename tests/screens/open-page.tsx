import { QueryClientProvider } from '@tanstack/react-query';
import { act, render } from '@testing-library/react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { App } from '#src/app/app.tsx';
import { controls, printFoot } from '#src/app/controls.ts';
import { pages } from '#src/app/pages.ts';
import { passportPart } from '#src/app/passport-layer.tsx';
import { wrongAddress } from '#src/app/wrong-address.ts';
import { createQueryClient } from '#src/lib/query-client.ts';

export type OpenedPage = {
  /** Address after the last step: path and search. */
  readonly address: () => string;
  /** The page's next look at the server, which it otherwise takes by itself once a minute. */
  readonly look: () => Promise<void>;
  readonly close: () => void;
};

/** Opens an address of the page as the browser would, with its code at hand and nothing fetched yet. */
export async function openPage(path: string): Promise<OpenedPage> {
  const parts = [
    controls,
    printFoot,
    passportPart,
    wrongAddress,
    ...pages.map((page) => page.part),
  ];
  await Promise.all(parts.map((part) => part.load()));
  const [pathname = '/', search = ''] = path.split('?');
  const { hook, searchHook, history } = memoryLocation({
    path: pathname,
    searchPath: search,
    record: true,
  });
  const client = createQueryClient();
  const { unmount } = render(
    <QueryClientProvider client={client}>
      <Router hook={hook} searchHook={searchHook}>
        <App browserLang="zh" />
      </Router>
    </QueryClientProvider>,
  );
  return {
    address: () => history.at(-1) ?? '',
    look: () => act(() => client.refetchQueries()),
    close: () => {
      unmount();
      client.clear();
    },
  };
}
