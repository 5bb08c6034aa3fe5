import { type ReactNode, Suspense } from 'react';
import { useLocation } from 'wouter';
import type { Board } from '#core/contract/board.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import type { Link } from '#src/lib/page-props.ts';
import { ReachContext } from '#src/lib/reach.ts';
import { MoneyContext } from '#src/lib/reader.ts';
import { useAddress } from '#src/lib/use-address.ts';
import { usePreferences } from '#src/stores/preferences.ts';
import { DeskShell } from './desk-shell.tsx';
import { documentFacts } from './document-facts.ts';
import type { Page } from './pages.ts';
import { useDocument } from './use-document.ts';
import { WaitingPage } from './waiting-page.tsx';
import { WallShell } from './wall-shell.tsx';

export type ShellFrameProps = {
  /** null = the address leads to no page. */
  page: Page | null;
  /** null = there is nothing to show yet. */
  board: Board | null;
  link: Link | null;
  children: ReactNode;
};

/** The frame that the address asks for, with the document's title, language and theme set to match. */
export function ShellFrame({ page, board, link, children }: ShellFrameProps) {
  const [path] = useLocation();
  const { address } = useAddress();
  const chosenTheme = usePreferences((state) => state.theme);
  const money = usePreferences((state) => state.money);
  const facts = documentFacts({
    path,
    address,
    lang: useLanguage(),
    organisation: board?.workspace.organisation ?? null,
    chosenTheme,
  });
  useDocument(facts);
  const content = <Suspense fallback={<WaitingPage />}>{children}</Suspense>;
  if (facts.shell === 'meeting' || facts.shell === 'presenter') {
    return (
      <main id="content" className="meeting-shell" tabIndex={-1}>
        {content}
      </main>
    );
  }
  if (facts.shell === 'wall')
    return (
      <ReachContext value={facts.reach}>
        <WallShell board={board} link={link}>
          {content}
        </WallShell>
      </ReachContext>
    );
  return (
    <MoneyContext value={money}>
      <DeskShell
        page={page}
        organisation={board?.workspace.organisation ?? null}
        link={link}
        board={board}
      >
        {content}
      </DeskShell>
    </MoneyContext>
  );
}
