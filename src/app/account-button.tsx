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
import { pages } from './pages.ts';
import { useCommonWords } from './words.ts';

const words = { zh, en };

const menuPart = lazyPart(
  async () => (await import('#src/features/account/account-menu.tsx')).AccountMenu,
);

/** What opens the menu where this button has no room. */
const PHONE_OPENER = '.phone-tabs button';

/** Whom a page is offered to, where that is not everybody whom it is for. */
const offeredTo: Readonly<Record<string, readonly Right[]>> = {
  '/watch': ['check-in', 'enter-figures', 'review', 'keep-registers'],
  '/meetings': ['read'],
};

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
  const others = pages.flatMap((page) => {
    const rights = offeredTo[page.path] ?? (page.over === 'nothing' ? page.rights : undefined);
    return rights?.some((right) => me.rights.includes(right))
      ? [{ href: href({ path: page.path }), name: common.pages[page.name] }]
      : [];
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
