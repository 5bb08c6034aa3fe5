import { Suspense, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Link, useLocation, useSearch } from 'wouter';
import type { Right } from '#core/contract/lists.ts';
import { useMe } from '#src/api/session.ts';
import { account as en } from '#src/i18n/en/account.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { account as zh } from '#src/i18n/zh/account.ts';
import { lazyPart } from '#src/lib/lazy-part.tsx';
import { useHref } from '#src/lib/use-address.ts';
import './account-button.css';
import { findPage } from './pages.ts';
import { useCommonWords } from './words.ts';

const words = { zh, en };

const menuPart = lazyPart(
  async () => (await import('#src/features/account/account-menu.tsx')).AccountMenu,
);

/** What opens the menu where this button has no room. */
const PHONE_OPENER = '.phone-tabs button';

/** Where the work of each right is done; a page that is not in the table of pages is not offered. */
const places: readonly { readonly path: string; readonly rights: readonly Right[] }[] = [
  { path: '/enter', rights: ['enter-figures', 'enter-money'] },
  { path: '/review', rights: ['review'] },
  { path: '/watch', rights: ['check-in', 'enter-figures', 'review', 'keep-registers'] },
  { path: '/meetings', rights: ['read'] },
  { path: '/admin/accounts', rights: ['keep-accounts', 'grant-roles', 'end-sessions'] },
  { path: '/admin/registers', rights: ['keep-registers', 'settle-questions'] },
  { path: '/admin/screens', rights: ['keep-screens'] },
  { path: '/admin/audit', rights: ['read-audit'] },
];

export type AccountButtonProps = { isOpen: boolean; onOpen: (isOpen: boolean) => void };

/** Who is signed in, with the way to their work; or the way to sign in. */
export function AccountButton({ isOpen, onOpen }: AccountButtonProps) {
  const w = useWords(words);
  const common = useCommonWords();
  const me = useMe();
  const href = useHref();
  const [path] = useLocation();
  const search = useSearch();
  const button = useRef<HTMLButtonElement>(null);
  // Nobody signs in to a bundle.
  if (me === undefined || import.meta.env.MODE === 'bundle') return <span className="account" />;
  const signIn = href({
    path: '/sign-in',
    change: path === '/sign-in' ? {} : { back: path + (search === '' ? '' : `?${search}`) },
  });
  if (me.account === null) {
    return (
      <span className="account">
        <Link className="account-opener" href={signIn}>
          {w.signIn}
        </Link>
      </span>
    );
  }
  const mine = me.rights.includes('check-in')
    ? [{ href: href({ path: '/tasks', change: { mine: '1' } }), name: w.myTasks }]
    : [];
  const others = places.flatMap((place) => {
    const page = findPage(place.path);
    if (page === null || !place.rights.some((right) => me.rights.includes(right))) return [];
    return [{ href: href({ path: place.path }), name: common.pages[page.name] }];
  });
  const own = { href: href({ path: '/me' }), name: common.pages.ownAccount };
  return (
    <span className={me.rights.includes('check-in') ? 'account account-tabbed' : 'account'}>
      <button
        ref={button}
        type="button"
        className="account-opener"
        aria-expanded={isOpen}
        onClick={() => onOpen(!isOpen)}
      >
        <span className="account-place">
          {me.account.departmentName === null ? null : `${me.account.departmentName} · `}
        </span>
        {w.held(me.account.roles)}
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          {menuPart.render({
            name: me.account.name,
            places: [...mine, ...others, own],
            signIn: me.signIn.choices.length > 0 ? signIn : null,
            onClose: () => {
              flushSync(() => onOpen(false));
              const isHidden = button.current?.offsetParent === null;
              const opener = isHidden ? document.querySelector(PHONE_OPENER) : button.current;
              if (opener instanceof HTMLElement) opener.focus();
            },
          })}
        </Suspense>
      ) : null}
    </span>
  );
}
