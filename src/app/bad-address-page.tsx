import { useLocation } from 'wouter';
import { type Fault, writeAddress } from '#src/lib/address.ts';
import { useAddress } from '#src/lib/use-address.ts';
import { ActionLink } from './action-link.tsx';
import { PageProblem } from './page-problem.tsx';
import { findPage } from './pages.ts';
import { useCommonWords, useProblemWords } from './words.ts';

/** The address asks for something that cannot be: each fault with what was given, and the same page without it. */
export function BadAddressPage({ faults }: { faults: readonly Fault[] }) {
  const w = useProblemWords();
  const { pages } = useCommonWords();
  const { address } = useAddress();
  const [path] = useLocation();
  const page = findPage(path);
  const faulty = new Set(faults.map((fault) => fault.param));
  const compare = faulty.has('compare') ? null : address.compare;
  return (
    <PageProblem title={w.badAddress} sentences={faults.map(w.fault)}>
      <ActionLink href={path + writeAddress({ ...address, compare, passport: null })}>
        {w.openWithout(page === null ? pages.overview : pages[page.name])}
      </ActionLink>
    </PageProblem>
  );
}
