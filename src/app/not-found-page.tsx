import { useLocation } from 'wouter';
import { useHref } from '#src/lib/use-address.ts';
import { ActionLink } from './action-link.tsx';
import { PageProblem } from './page-problem.tsx';
import { shellOf } from './pages.ts';
import { useProblemWords } from './words.ts';

export function NotFoundPage() {
  const w = useProblemWords();
  const href = useHref();
  const [path] = useLocation();
  return (
    <PageProblem title={w.notFound} sentences={[w.notFoundDetail(path)]}>
      <ActionLink href={href({ path: shellOf(path) === 'wall' ? '/wall' : '/' })}>
        {w.back}
      </ActionLink>
    </PageProblem>
  );
}
