import { useLocation } from 'wouter';
import { type Fault, writeAddress } from '#src/lib/address.ts';
import { offersFor } from '#src/lib/nearest-address.ts';
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
  const clean = { ...address, compare, passport: null };
  const offers = faults.flatMap((fault) => offersFor(fault, address));
  return (
    <PageProblem title={w.badAddress} sentences={faults.map(w.fault)}>
      {offers.map(({ text, change }) => (
        <ActionLink key={text} href={path + writeAddress({ ...clean, ...change })}>
          {w.lookAt(text)}
        </ActionLink>
      ))}
      <ActionLink href={path + writeAddress(clean)}>
        {w.openWithout(page === null ? pages.overview : pages[page.name])}
      </ActionLink>
    </PageProblem>
  );
}
