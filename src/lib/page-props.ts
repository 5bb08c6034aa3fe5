import type { Board } from '#core/contract/board.ts';
import type { LinkStatus } from './picture.ts';

/** How fresh the picture is: apart from how old its figures are. */
export type Link = {
  readonly status: LinkStatus;
  /** When the shown data came from the server, by the server's clock, in ms since 1970. */
  readonly syncedAt: number;
  /** True where the data is the last good copy of this device. */
  readonly isCopy: boolean;
};

/** copy: not heard from since the page was loaded; it shows what this device kept. */
export type LinkShown = LinkStatus | 'copy';

/** What the shell hands to every page that shows the board. */
export type BoardPageProps = { readonly board: Board; readonly link: Link };
