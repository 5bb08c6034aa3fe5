import { type ReactNode, useState } from 'react';
import { Link as RouteLink } from 'wouter';
import type { Board } from '#core/contract/board.ts';
import { intoSight } from '#src/lib/into-sight.ts';
import type { Link } from '#src/lib/page-props.ts';
import { useAddress, useHref } from '#src/lib/use-address.ts';
import { useSynced } from '#src/lib/use-synced.ts';
import { LinkState } from '#src/ui/link-state.tsx';
import { AccountButton } from './account-button.tsx';
import './desk-shell.css';
import { LanguageSwitch } from './language-switch.tsx';
import { OutboxPart } from './outbox-part.tsx';
import { type Page, pages } from './pages.ts';
import { PhoneTabs } from './phone-tabs.tsx';
import { SearchLauncher } from './search-launcher.tsx';
import { SettingsButton } from './settings-button.tsx';
import { useCommonWords } from './words.ts';

function LinkLine({ link }: { link: Link }) {
  return <LinkState {...useSynced(link)} />;
}

export type ShellProps = {
  /** null = the address leads to no page. */
  page: Page | null;
  /** Whose cockpit it is; null = not known yet. */
  organisation: string | null;
  /** null = nothing is shown yet whose freshness could be told. */
  link: Link | null;
  /** null = nothing is at hand that could be searched, but pages. */
  board: Board | null;
  children: ReactNode;
};

const deskPages = pages.filter((page) => page.shell === 'desk' && page.over === 'board');

export function DeskShell({ page, organisation, link, board, children }: ShellProps) {
  const w = useCommonWords();
  const href = useHref();
  const { address } = useAddress();
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  return (
    <div className={address.mine === null ? 'desk' : 'desk desk-mine'}>
      <a className="skip-link" href="#content">
        {w.skipToContent}
      </a>
      <header className="desk-nav">
        <p className="desk-brand">
          {w.product}
          {organisation === null ? null : <small>{organisation}</small>}
        </p>
        <nav aria-label={w.mainNav}>
          <ul>
            {deskPages.map((item) => (
              <li key={item.path}>
                <RouteLink
                  ref={item === page ? intoSight : undefined}
                  href={href({ path: item.path })}
                  aria-current={item === page ? 'page' : undefined}
                >
                  {w.pages[item.name]}
                </RouteLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="desk-nav-end">
          {link === null || import.meta.env.MODE === 'bundle' ? null : <LinkLine link={link} />}
          <SearchLauncher board={board} />
          <LanguageSwitch />
          <SettingsButton />
          <AccountButton isOpen={isMenuOpen} onOpen={setIsMenuOpen} />
        </div>
      </header>
      <OutboxPart />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <PhoneTabs onMenu={() => setIsMenuOpen(true)} />
    </div>
  );
}
