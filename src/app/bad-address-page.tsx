import { writeAddress } from '#src/lib/address.ts';
import { offersFor } from '#src/lib/nearest-address.ts';
import { ActionLink } from './action-link.tsx';
import { type PageAddress, pageFor } from './page-address.ts';
import { PageProblem } from './page-problem.tsx';
import type { Page } from './pages.ts';
import { useCommonWords, useProblemWords } from './words.ts';

export type BadAddressPageProps = Pick<PageAddress, 'address' | 'faults'> & { page: Page };

/** The address asks for something that cannot be: each fault with what was given, and the same page without it. */
export function BadAddressPage({ page, address, faults }: BadAddressPageProps) {
  const w = useProblemWords();
  const { pages } = useCommonWords();
  const faulty = new Set(faults.map((fault) => fault.param));
  const compare = faulty.has('compare') ? null : address.compare;
  const clean = { ...address, compare, passport: null };
  // Several filters of one other page lead there together.
  const elsewhere = Object.fromEntries(
    faults.filter((fault) => fault.kind === 'elsewhere').map(({ param, given }) => [param, given]),
  );
  const offers = new Map<string, string>();
  for (const fault of faults) {
    for (const { text, change } of offersFor(fault, address)) {
      const isTogether = fault.kind === 'elsewhere' && pageFor(elsewhere, page) !== page;
      const all = isTogether ? elsewhere : change;
      const to = pageFor(all, page);
      const href = to.path + writeAddress({ ...clean, ...all });
      if (offers.has(href)) continue;
      offers.set(href, to === page ? w.lookAt(text) : w.lookOn(pages[to.name], text));
    }
  }
  return (
    <PageProblem title={w.badAddress} sentences={faults.map(w.fault)}>
      {[...offers].map(([href, text]) => (
        <ActionLink key={href} href={href}>
          {text}
        </ActionLink>
      ))}
      <ActionLink href={page.path + writeAddress(clean)}>
        {w.openWithout(pages[page.name])}
      </ActionLink>
    </PageProblem>
  );
}
