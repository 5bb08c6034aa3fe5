import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Right } from '#core/contract/lists.ts';
import { meQuery, signedOut } from '#src/api/session.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useHref } from '#src/lib/use-address.ts';
import { ActionLink } from './action-link.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { FailedPage } from './failed-page.tsx';
import { PageProblem } from './page-problem.tsx';
import type { Page } from './pages.ts';
import { ShellFrame } from './shell-frame.tsx';
import { WaitingPage } from './waiting-page.tsx';
import { useProblemWords } from './words.ts';

/** In the place of a page for others: why, and the way to sign in and back here. */
function NoRight({ isSignedIn }: { isSignedIn: boolean }) {
  const w = useProblemWords();
  const href = useHref();
  const [path] = useLocation();
  const search = useSearch();
  const back = path + (search === '' ? '' : `?${search}`);
  return (
    <PageProblem
      title={isSignedIn ? w.noRight : w.signInFirst}
      sentences={[isSignedIn ? w.noRightDetail : w.signInFirstDetail]}
    >
      <ActionLink href={href({ path: '/sign-in', change: { back } })}>
        {isSignedIn ? w.signInAsOther : w.signIn}
      </ActionLink>
    </PageProblem>
  );
}

/**
 * Shows the page to those who have one of the rights. The API refuses the others all the same. Where a session ends in
 * the midst of the work the page stays, with what is typed on it.
 */
function ForRights({ rights, children }: { rights: readonly Right[]; children: ReactNode }) {
  const me = useQuery(meQuery(useLanguage()));
  const last = useRef(me.data);
  const isAtWork = useRef(false);
  // Asked in another language, the answer is the same: the page stays, with what is typed on it.
  last.current = me.data ?? last.current;
  if (last.current === undefined) {
    return me.error === null ? (
      <WaitingPage />
    ) : (
      <FailedPage error={me.error} onRetry={() => void me.refetch()} />
    );
  }
  const { account, rights: held } = last.current;
  const isSignedIn = account !== null;
  isAtWork.current =
    held.some((right) => rights.includes(right)) ||
    (isAtWork.current && !isSignedIn && !signedOut());
  return isAtWork.current ? children : <NoRight isSignedIn={isSignedIn} />;
}

/** A page that is not about the board: signing in, entering, administering. */
export function PlainPage({ page }: { page: Page & { over: 'nothing' } }) {
  const [path] = useLocation();
  const content = <CrashBoundary resetKey={path}>{page.part.render({})}</CrashBoundary>;
  return (
    <ShellFrame page={page} board={null} link={null}>
      {page.rights === undefined || import.meta.env.MODE === 'bundle' ? (
        content
      ) : (
        <ForRights key={path} rights={page.rights}>
          {content}
        </ForRights>
      )}
    </ShellFrame>
  );
}
