import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { boardQuery } from '#src/api/board.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { pictureOf } from '#src/lib/picture.ts';
import { OtherVersionError } from '#src/lib/request.ts';
import { useAddress } from '#src/lib/use-address.ts';
import { usePreferences } from '#src/stores/preferences.ts';
import { QuestionContext } from '#src/ui/use-just-changed.ts';
import { controls, printFoot } from './controls.ts';
import { CrashBoundary } from './crash-boundary.tsx';
import { FailedPage } from './failed-page.tsx';
import type { Page } from './pages.ts';
import { PassportLayer } from './passport-layer.tsx';
import { ShellFrame } from './shell-frame.tsx';
import { useRenewal } from './use-renewal.ts';
import { WaitingPage } from './waiting-page.tsx';

/** A page over the board: asks for it, and shows the page, its outline, or what failed. */
export function BoardPage({ page }: { page: Page & { over: 'board' } }) {
  const { address } = useAddress();
  const [path] = useLocation();
  const money = usePreferences((state) => state.money);
  const options = boardQuery(address, useLanguage());
  // While another date is on its way the page keeps the picture it has; the picture names its own date.
  const result = useQuery({ ...options, placeholderData: keepPreviousData });
  const picture = pictureOf(result, options.queryKey);
  useRenewal(
    picture.kind === 'data'
      ? picture.link === 'outdated'
      : picture.kind === 'failed' && picture.error instanceof OtherVersionError,
  );
  if (picture.kind !== 'data') {
    // In the same place as below: the frame stays, with what lies open in it, when the picture arrives.
    return (
      <QuestionContext value="">
        <ShellFrame page={page} board={null} link={null}>
          {picture.kind === 'waiting' ? (
            <WaitingPage />
          ) : (
            <FailedPage error={picture.error} onRetry={() => void result.refetch()} />
          )}
        </ShellFrame>
      </QuestionContext>
    );
  }
  const { data: board, syncedAt, isCopy } = picture;
  const link = { status: picture.link, syncedAt, isCopy };
  const content = page.part.render({ board, link });
  // Placeholder data still answers the question before: what it shows has not changed.
  const question = `${options.queryKey.join()} ${board.asOf} ${board.lang} ${money}`;
  return (
    <QuestionContext value={question}>
      <ShellFrame page={page} board={board} link={link}>
        {page.shell === 'desk' ? controls.render({ board }) : null}
        <CrashBoundary resetKey={`${path} ${options.queryKey.join()} ${syncedAt}`}>
          {page.shell === 'wall' ? content : <PassportLayer board={board}>{content}</PassportLayer>}
        </CrashBoundary>
        {page.shell === 'desk' ? printFoot.render({ board }) : null}
      </ShellFrame>
    </QuestionContext>
  );
}
