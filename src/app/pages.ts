/** The table of pages: the only list of what can be opened. A page that does not exist has no entry, and no link. */

import type { Right } from '#core/contract/lists.ts';
import { adminPart } from '#src/admin-ui/admin-part.ts';
import type { PageName } from '#src/i18n/zh/common.ts';
import type { OnPage } from '#src/lib/address.ts';
import { type LazyPart, lazyPart } from '#src/lib/lazy-part.tsx';
import type { BoardPageProps } from '#src/lib/page-props.ts';
import { meetingPart, paintedMeetingPart } from '#src/meeting-ui/meeting-part.ts';
import { controls, printFoot } from './controls.ts';
import { passportPart } from './passport-layer.tsx';

/** `meeting`: the projector's; `presenter`: of whoever stands beside it. Both are without navigation. */
export type Shell = 'desk' | 'wall' | 'meeting' | 'presenter';

type Entry = {
  /** A part that begins with a colon stands for the key of what is shown: `/meetings/:id/present`. */
  readonly path: string;
  readonly shell: Shell;
  readonly name: PageName;
  /** Source of the page's chunk, as the build's manifest names it. */
  readonly module: string;
  /** What its own list can be narrowed to in the address; absent = nothing. */
  readonly filters?: readonly (keyof OnPage)[];
};

/** A page that shows the board, or one that asks for what it needs itself and stays out of the navigation. */
export type Page = Entry &
  (
    | { readonly over: 'board'; readonly part: LazyPart<BoardPageProps> }
    | {
        readonly over: 'nothing';
        readonly part: LazyPart<object>;
        /** One of them is needed; left out = the page is everybody's. The menu of an account lists them in this order. */
        readonly rights?: readonly Right[];
      }
  );

/** The first slide comes first. */
const BRING_AFTER_MS = 2_000;

/** Code of the boards that a meeting steps out to: there before the network goes. */
function bringBoards(): void {
  const boards = pages.filter((page) => page.over === 'board' && page.shell === 'desk');
  for (const part of [controls, printFoot, passportPart, ...boards.map((page) => page.part)])
    part.load().catch(() => undefined);
}

export const pages: readonly Page[] = [
  {
    path: '/',
    shell: 'desk',
    name: 'overview',
    over: 'board',
    module: 'src/features/overview/overview-page.tsx',
    part: lazyPart(
      async () => (await import('#src/features/overview/overview-page.tsx')).OverviewPage,
    ),
  },
  {
    path: '/tasks',
    shell: 'desk',
    name: 'tasks',
    over: 'board',
    module: 'src/features/tasks/tasks-page.tsx',
    part: lazyPart(async () => (await import('#src/features/tasks/tasks-page.tsx')).TasksPage),
    filters: ['mine', 'task', 'department', 'framework', 'light'],
  },
  {
    path: '/funds',
    shell: 'desk',
    name: 'funds',
    over: 'board',
    module: 'src/features/funds/funds-page.tsx',
    part: lazyPart(async () => (await import('#src/features/funds/funds-page.tsx')).FundsPage),
  },
  {
    path: '/platforms',
    shell: 'desk',
    name: 'platforms',
    over: 'board',
    module: 'src/features/platforms/platforms-page.tsx',
    part: lazyPart(
      async () => (await import('#src/features/platforms/platforms-page.tsx')).PlatformsPage,
    ),
    filters: ['stage', 'kind', 'level'],
  },
  {
    path: '/talent',
    shell: 'desk',
    name: 'talent',
    over: 'board',
    module: 'src/features/talent/talent-page.tsx',
    part: lazyPart(async () => (await import('#src/features/talent/talent-page.tsx')).TalentPage),
  },
  {
    path: '/finance',
    shell: 'desk',
    name: 'finance',
    over: 'board',
    module: 'src/features/finance/finance-page.tsx',
    part: lazyPart(
      async () => (await import('#src/features/finance/finance-page.tsx')).FinancePage,
    ),
  },
  {
    path: '/wall',
    shell: 'wall',
    name: 'overview',
    over: 'board',
    module: 'src/features/wall-overview/wall-overview-page.tsx',
    part: lazyPart(
      async () =>
        (await import('#src/features/wall-overview/wall-overview-page.tsx')).WallOverviewPage,
    ),
  },
  {
    path: '/wall/tasks',
    shell: 'wall',
    name: 'tasks',
    over: 'board',
    module: 'src/features/tasks/wall-tasks-page.tsx',
    part: lazyPart(
      async () => (await import('#src/features/tasks/wall-tasks-page.tsx')).WallTasksPage,
    ),
  },
  {
    path: '/wall/funds',
    shell: 'wall',
    name: 'funds',
    over: 'board',
    module: 'src/features/funds/wall-funds-page.tsx',
    part: lazyPart(
      async () => (await import('#src/features/funds/wall-funds-page.tsx')).WallFundsPage,
    ),
  },
  {
    path: '/wall/platforms',
    shell: 'wall',
    name: 'platforms',
    over: 'board',
    module: 'src/features/platforms/wall-platforms-page.tsx',
    part: lazyPart(
      async () =>
        (await import('#src/features/platforms/wall-platforms-page.tsx')).WallPlatformsPage,
    ),
  },
  {
    path: '/wall/talent',
    shell: 'wall',
    name: 'talent',
    over: 'board',
    module: 'src/features/talent/wall-talent-page.tsx',
    part: lazyPart(
      async () => (await import('#src/features/talent/wall-talent-page.tsx')).WallTalentPage,
    ),
  },
  {
    path: '/wall/finance',
    shell: 'wall',
    name: 'finance',
    over: 'board',
    module: 'src/features/finance/wall-finance-page.tsx',
    part: lazyPart(
      async () => (await import('#src/features/finance/wall-finance-page.tsx')).WallFinancePage,
    ),
  },
  {
    path: '/wall/register',
    shell: 'wall',
    name: 'register',
    over: 'nothing',
    module: 'src/features/wall-screen/register-page.tsx',
    part: lazyPart(
      async () => (await import('#src/features/wall-screen/register-page.tsx')).RegisterPage,
    ),
  },
  {
    path: '/definitions',
    shell: 'desk',
    name: 'definitions',
    over: 'board',
    module: 'src/features/definitions/definitions-page.tsx',
    part: lazyPart(
      async () => (await import('#src/features/definitions/definitions-page.tsx')).DefinitionsPage,
    ),
  },
  {
    path: '/wall/definitions',
    shell: 'wall',
    name: 'definitions',
    over: 'board',
    module: 'src/features/definitions/wall-definitions-page.tsx',
    part: lazyPart(
      async () =>
        (await import('#src/features/definitions/wall-definitions-page.tsx')).WallDefinitionsPage,
    ),
  },
  {
    path: '/sign-in',
    shell: 'desk',
    name: 'signIn',
    over: 'nothing',
    module: 'src/features/sign-in/sign-in-page.tsx',
    part: lazyPart(async () => (await import('#src/features/sign-in/sign-in-page.tsx')).SignInPage),
    filters: ['back'],
  },
  {
    path: '/activate',
    shell: 'desk',
    name: 'activate',
    over: 'nothing',
    module: 'src/features/activate/activate-page.tsx',
    part: lazyPart(
      async () => (await import('#src/features/activate/activate-page.tsx')).ActivatePage,
    ),
    filters: ['link'],
  },
  {
    path: '/me',
    shell: 'desk',
    name: 'ownAccount',
    over: 'nothing',
    module: 'src/features/own-account/own-account-page.tsx',
    part: lazyPart(
      async () => (await import('#src/features/own-account/own-account-page.tsx')).OwnAccountPage,
    ),
  },
  {
    path: '/enter',
    shell: 'desk',
    name: 'enter',
    over: 'nothing',
    rights: ['enter-figures', 'enter-money'],
    module: 'src/features/enter/enter-page.tsx',
    part: adminPart(async () => (await import('#src/features/enter/enter-page.tsx')).EnterPage),
    filters: ['item'],
  },
  {
    path: '/review',
    shell: 'desk',
    name: 'review',
    over: 'nothing',
    rights: ['review'],
    module: 'src/features/review/review-page.tsx',
    part: adminPart(async () => (await import('#src/features/review/review-page.tsx')).ReviewPage),
    filters: ['item'],
  },
  {
    path: '/watch',
    shell: 'desk',
    name: 'watch',
    over: 'nothing',
    rights: ['read'],
    module: 'src/features/watch/watch-page.tsx',
    part: lazyPart(async () => (await import('#src/features/watch/watch-page.tsx')).WatchPage),
  },
  {
    path: '/meetings',
    shell: 'desk',
    name: 'meetings',
    over: 'nothing',
    module: 'src/features/meetings/meetings-page.tsx',
    part: meetingPart(
      async () => (await import('#src/features/meetings/meetings-page.tsx')).MeetingsPage,
    ),
  },
  {
    path: '/admin/accounts',
    shell: 'desk',
    name: 'accounts',
    over: 'nothing',
    rights: ['keep-accounts', 'grant-roles', 'end-sessions'],
    module: 'src/features/accounts/accounts-page.tsx',
    part: adminPart(
      async () => (await import('#src/features/accounts/accounts-page.tsx')).AccountsPage,
    ),
  },
  {
    path: '/admin/registers',
    shell: 'desk',
    name: 'registers',
    over: 'nothing',
    rights: ['keep-registers', 'settle-questions'],
    module: 'src/features/registers/registers-page.tsx',
    part: adminPart(
      async () => (await import('#src/features/registers/registers-page.tsx')).RegistersPage,
    ),
    filters: ['register', 'record'],
  },
  {
    path: '/admin/screens',
    shell: 'desk',
    name: 'screens',
    over: 'nothing',
    rights: ['keep-screens'],
    module: 'src/features/screens/screens-page.tsx',
    part: adminPart(
      async () => (await import('#src/features/screens/screens-page.tsx')).ScreensPage,
    ),
  },
  {
    path: '/admin/audit',
    shell: 'desk',
    name: 'audit',
    over: 'nothing',
    rights: ['read-audit'],
    module: 'src/features/audit/audit-page.tsx',
    part: adminPart(async () => (await import('#src/features/audit/audit-page.tsx')).AuditPage),
    filters: ['actor', 'action', 'subject', 'outcome', 'from', 'to'],
  },
  {
    path: '/meetings/:id',
    shell: 'desk',
    name: 'meeting',
    over: 'nothing',
    module: 'src/features/meetings/meeting-page.tsx',
    part: meetingPart(
      async () => (await import('#src/features/meetings/meeting-page.tsx')).MeetingPage,
    ),
  },
  {
    path: '/meetings/:id/minutes',
    shell: 'desk',
    name: 'minutes',
    over: 'nothing',
    module: 'src/features/meetings/minutes-page.tsx',
    part: meetingPart(
      async () => (await import('#src/features/meetings/minutes-page.tsx')).MinutesPage,
    ),
  },
  {
    path: '/timeline',
    shell: 'desk',
    name: 'timeline',
    over: 'nothing',
    module: 'src/features/meetings/timeline-page.tsx',
    part: meetingPart(
      async () => (await import('#src/features/meetings/timeline-page.tsx')).TimelinePage,
    ),
    filters: ['subject'],
  },
  {
    path: '/meetings/:id/present',
    shell: 'meeting',
    name: 'present',
    over: 'nothing',
    module: 'src/features/present/present-page.tsx',
    part: paintedMeetingPart(async () => {
      if (!import.meta.env.SSR) setTimeout(bringBoards, BRING_AFTER_MS);
      return (await import('#src/features/present/present-page.tsx')).PresentPage;
    }),
  },
  {
    path: '/meetings/:id/presenter',
    shell: 'presenter',
    name: 'presenter',
    over: 'nothing',
    module: 'src/features/present/presenter-page.tsx',
    part: meetingPart(
      async () => (await import('#src/features/present/presenter-page.tsx')).PresenterPage,
    ),
  },
];

const formOf = (path: string): RegExp => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
const forms = pages.map((page) => ({ page, form: formOf(page.path) }));

/** Whether the page's path is an address by itself, and needs no key. */
export const isWhole = (page: Page): boolean => !page.path.includes(':');

/** Trailing slashes are forgiven; null = there is no such page. */
export function findPage(path: string): Page | null {
  const plain = path === '/' ? path : path.replace(/\/+$/, '');
  return forms.find(({ form }) => form.test(plain === '' ? '/' : plain))?.page ?? null;
}

/** The shell of an address that leads nowhere: whoever stands at a wall stays on the wall. */
export function shellOf(path: string): Shell {
  return findPage(path)?.shell ?? (path.startsWith('/wall') ? 'wall' : 'desk');
}
