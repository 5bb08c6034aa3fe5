import { useLocation } from 'wouter';
import { nearest } from '#core/domain/nearest.ts';
import { useHref } from '#src/lib/use-address.ts';
import { ActionLink } from './action-link.tsx';
import { PageProblem } from './page-problem.tsx';
import { findPage, isWhole, pages, shellOf } from './pages.ts';
import { useCommonWords, useProblemWords } from './words.ts';

export function NotFoundPage() {
  const w = useProblemWords();
  const href = useHref();
  const names = useCommonWords().pages;
  const [path] = useLocation();
  const home = shellOf(path) === 'wall' ? '/wall' : '/';
  const paths = pages
    .filter((page) => isWhole(page) && page.shell === shellOf(path))
    .map((page) => page.path);
  const near = nearest(path, paths);
  const page = near === null || near === home ? null : findPage(near);
  return (
    <PageProblem title={w.notFound} sentences={[w.notFoundDetail(path)]}>
      {page === null ? null : (
        <ActionLink href={href({ path: page.path })}>{w.openNearest(names[page.name])}</ActionLink>
      )}
      <ActionLink href={href({ path: home })}>{w.back}</ActionLink>
    </PageProblem>
  );
}
