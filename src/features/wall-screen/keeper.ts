/**
 * A registered wall's own keeper: says once a minute how the wall is, and does what it is told. Everything is decided by
 * the server, by its clock; a wall that cannot reach it goes on with what it was told last.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { Heartbeat, OwnScreen } from '#core/contract/screen.ts';
import { askSelf, sendHeartbeat } from '#src/api/screen.ts';
import { noteError } from '#src/lib/last-error.ts';
import { reloadAgain } from '#src/lib/reload-again.ts';
import { ApiError } from '#src/lib/request.ts';
import { wallPageAt, wallPath } from '#src/lib/wall-path.ts';
import { useScreen } from '#src/stores/screen.ts';
import { startHeart } from './heart.ts';
import { pagePicture } from './page-picture.ts';
import { said } from './said.ts';

/** Between two looks while somebody is to confirm this wall. */
const WAITING_MS = 5_000;
/** Until the next try where nobody answered. */
const RETRY_MS = 20_000;
/** A page that was told to show something has it painted by then. */
const PAINTED_MS = 3_000;
/** A wall that reaches its server and still shows a picture so old is stuck. */
const STUCK_MS = 15 * 60_000;

export type KeeperParts = {
  /** What comes before the pages' own paths in the address, without its last slash. */
  readonly base: string;
  readonly client: QueryClient;
  /** The newest version that was heard of; null = none was. */
  readonly dataVersion: () => number | null;
  readonly go: (path: string, search: string) => Promise<void>;
  readonly reload: () => void;
};

const isRefused = (error: unknown): error is ApiError =>
  error instanceof ApiError && (error.status === 401 || error.status === 403);

/** The address's parameters as the wall's settings want them; a wall shows the picture of now. */
function searchFor({ lang, theme, distance, side }: OwnScreen): string {
  const search = new URLSearchParams(location.search);
  for (const name of ['asOf', 'compare', 'knownAt', 'rotate', 'distance', 'side'])
    search.delete(name);
  search.set('lang', lang);
  search.set('theme', theme);
  // A server of the build before says nothing of them.
  if (distance != null) search.set('distance', String(distance));
  if (side != null) search.set('side', String(side));
  return `?${search}`;
}

/** Every picture that was asked for. */
export const boardsAsked = (client: QueryClient) =>
  client.getQueryCache().findAll({ queryKey: ['board'] });

/** When the newest picture came, in ms since 1970; 0 = none came. */
const pictureAt = (client: QueryClient): number =>
  Math.max(0, ...boardsAsked(client).map(({ state }) => state.dataUpdatedAt));

const isRevoked = (error: unknown): boolean =>
  error instanceof ApiError && error.problem?.code === 'screen-revoked';

/** Nothing is asked any more with a token that is dead: the picture stands, and says so. */
function bar(client: QueryClient): void {
  const detail = 'The registration of this screen was revoked.';
  const problem = {
    type: 'about:blank',
    title: detail,
    status: 403,
    code: 'screen-revoked' as const,
    detail,
    instance: '/api/events',
    fields: [],
    suggestion: null,
  };
  for (const query of boardsAsked(client))
    query.setState({ status: 'error', error: new ApiError(403, problem), fetchStatus: 'idle' });
}

/** Lets the worker take over a new build before the page asks for it; where there is none, the page asks anyway. */
async function lookForBuild(): Promise<void> {
  try {
    await (await navigator.serviceWorker?.getRegistration())?.update();
  } catch {
    // The server could not be asked; the page that stands is loaded again.
  }
}

export type Keeper = {
  /** There is news for this wall: asks for it. */
  readonly news: () => void;
  /** The registration was revoked; `open`: what it may read as anybody, it goes on reading. */
  readonly revoked: (event: Pick<MessageEvent<string>, 'data'>) => void;
  readonly end: () => void;
};

export function startKeeper(parts: KeeperParts): Keeper {
  const startedAt = Date.now();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isBeating = false;
  let isEnded = false;
  let isAskedAgain = false;
  let canPicture = true;
  let wantsPicture = false;

  const path = (): string => location.pathname.slice(parts.base.length);

  const later = (milliseconds: number, run: () => void): void => {
    if (timer !== null) clearTimeout(timer);
    if (isEnded) return;
    // Spread, so that the walls of one building do not all speak at once.
    timer = setTimeout(run, milliseconds * (0.9 + Math.random() * 0.2));
  };

  /** Goes where the settings say, where the wall is not there already. */
  const settle = async (screen: OwnScreen, wanted: string | null): Promise<void> => {
    const paths = screen.pages.map(wallPath);
    const here = path().replace(/\/+$/, '');
    const there = wanted ?? (paths.includes(here) ? here : (paths[0] ?? '/wall'));
    const search = searchFor(screen);
    if (there !== here || search !== location.search) await parts.go(there, search);
  };

  const obey = async ({ command, screen, wantsPicture: isWanted }: Heartbeat): Promise<void> => {
    useScreen.getState().learn({ state: 'registered', screen });
    if (command?.kind === 'reload') {
      await lookForBuild();
      parts.reload();
      return;
    }
    await settle(screen, command === null ? null : wallPath(command.page));
    wantsPicture = isWanted || command !== null;
  };

  /** Whether the link stands and the picture does not follow: nothing but loading anew is left to try. */
  const isStuck = (): boolean =>
    wallPageAt(path()) !== null &&
    Date.now() - Math.max(startedAt, pictureAt(parts.client)) > STUCK_MS;

  const failed = (error: unknown): void => {
    const { learn, screen } = useScreen.getState();
    if (!isRefused(error)) {
      later(RETRY_MS, beat);
      return;
    }
    learn(isRevoked(error) ? { state: 'revoked', screen } : { state: 'none', screen: null });
  };

  async function speak(): Promise<void> {
    const picture = wantsPicture ? await pagePicture() : null;
    if (wantsPicture) canPicture = picture !== null;
    wantsPicture = false;
    const page = wallPageAt(path());
    const facts = said({ page, dataVersion: parts.dataVersion(), canPicture });
    const reply = await sendHeartbeat({ ...facts, picture });
    await obey(reply);
    if (isStuck()) reloadAgain(Date.now(), parts.reload);
    later(wantsPicture ? PAINTED_MS : reply.everyS * 1000, beat);
  }

  function beat(): void {
    if (isBeating) {
      isAskedAgain = true;
      return;
    }
    isBeating = true;
    speak()
      .catch((error: unknown) => {
        if (!isRefused(error)) noteError(error);
        failed(error);
      })
      .finally(() => {
        isBeating = false;
        if (!isAskedAgain) return;
        isAskedAgain = false;
        beat();
      });
  }

  const ask = (): void => {
    askSelf(new AbortController().signal).then(
      ({ state, screen }) => {
        const { learn, screen: kept } = useScreen.getState();
        learn({ state, screen: state === 'revoked' ? kept : screen });
        if (state === 'waiting') later(WAITING_MS, ask);
      },
      () => later(RETRY_MS, ask),
    );
  };

  // Also where somebody confirms this wall while it shows its code: the picture may come before the code's own look.
  const forget = useScreen.subscribe((now, before) => {
    if (now.state === before.state) return;
    if (now.state === 'registered') {
      // What was refused before may be had now.
      void parts.client.resetQueries({
        queryKey: ['board'],
        predicate: ({ state }) => state.status === 'error',
      });
      beat();
    }
    if (now.state === 'waiting') later(WAITING_MS, ask);
  });
  const threw = ({ error, message }: ErrorEvent) => noteError(error ?? message);
  const rejected = ({ reason }: PromiseRejectionEvent) => noteError(reason);
  addEventListener('error', threw);
  addEventListener('unhandledrejection', rejected);
  const endHeart = startHeart();
  if (useScreen.getState().state === 'registered') beat();
  else ask();
  return {
    news: () => {
      if (useScreen.getState().state === 'registered') beat();
    },
    revoked: ({ data }) => {
      const { learn, screen } = useScreen.getState();
      if (timer !== null) clearTimeout(timer);
      learn({ state: 'revoked', screen });
      const { open } = JSON.parse(data) as { readonly open: boolean };
      if (!open) bar(parts.client);
    },
    end: () => {
      isEnded = true;
      if (timer !== null) clearTimeout(timer);
      forget();
      endHeart();
      removeEventListener('error', threw);
      removeEventListener('unhandledrejection', rejected);
    },
  };
}
