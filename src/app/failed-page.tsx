import { useLocation } from 'wouter';
import { type Address, emptyAddress, writeAddress } from '#src/lib/address.ts';
import { ApiError, NetworkError } from '#src/lib/request.ts';
import { useAddress } from '#src/lib/use-address.ts';
import { ActionLink } from './action-link.tsx';
import { PageProblem } from './page-problem.tsx';
import { useProblemWords } from './words.ts';

type Words = ReturnType<typeof useProblemWords>;

/** What failed, in the page's language; the server's own words only where it gave no code. */
function sentenceOf(error: Error, w: Words): string {
  if (error instanceof NetworkError) return error.timedOut ? w.timedOut : w.noConnection;
  if (error instanceof ApiError)
    return error.problem === null ? w.status(error.status) : w.code(error.problem.code);
  return w.crashedDetail;
}

/** What the server offers instead of the value that it refused; null = it knows nothing near. */
function offerOf(
  error: Error,
): { readonly text: string; readonly change: Partial<Address> } | null {
  const problem = error instanceof ApiError ? error.problem : null;
  const param = problem?.fields[0]?.path;
  if (!problem?.suggestion || !(param === 'asOf' || param === 'compare' || param === 'knownAt'))
    return null;
  const change = { [param]: problem.suggestion };
  return { text: `${param}=${problem.suggestion}`, change };
}

/** Nothing to show, not even an older copy. Asking goes on by itself; a person may also ask at once. */
export function FailedPage({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const w = useProblemWords();
  const { address } = useAddress();
  const [path] = useLocation();
  const offer = offerOf(error);
  const isRefusal = error instanceof ApiError && error.status < 500;
  return (
    <PageProblem title={w.failed} sentences={[sentenceOf(error, w)]}>
      {offer === null ? null : (
        <ActionLink href={path + writeAddress({ ...address, passport: null, ...offer.change })}>
          {w.lookAt(offer.text)}
        </ActionLink>
      )}
      {isRefusal ? (
        <ActionLink
          href={path + writeAddress({ ...emptyAddress, lang: address.lang, theme: address.theme })}
        >
          {w.back}
        </ActionLink>
      ) : (
        <button type="button" className="button" onClick={onRetry}>
          {w.retry}
        </button>
      )}
    </PageProblem>
  );
}
