import { ActionLink } from '#src/app/action-link.tsx';
import { PageProblem } from '#src/app/page-problem.tsx';
import { useWords } from '#src/i18n/i18n.ts';
import { useHref } from '#src/lib/use-address.ts';
import { words } from './words.ts';

/** Stands for every page that only the server has; see scripts/lib/bundle-build.ts. */
export function NotInBundle() {
  const w = useWords(words);
  const href = useHref();
  return (
    <PageProblem title={w.notHere} sentences={[w.notHereText]}>
      <ActionLink href={href({ path: '/' })}>{w.toBoard}</ActionLink>
    </PageProblem>
  );
}
