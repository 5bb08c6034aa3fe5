import { useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { type Address, emptyAddress, writeAddress } from '#src/lib/address.ts';
import { ApiError, NetworkError, OtherVersionError } from '#src/lib/request.ts';
import { useAddress, useHref } from '#src/lib/use-address.ts';
import { ActionLink } from './action-link.tsx';
import { PageProblem } from './page-problem.tsx';
import { shellOf } from './pages.ts';
import { registerPart } from './register-part.ts';
import { useProblemWords } from './words.ts';

type Words = ReturnType<typeof useProblemWords>;

/** What failed, in the page's language; the server's own words only where it gave no code. */
function sentenceOf(error: Error, w: Words): string {
  if (error instanceof NetworkError) return error.timedOut ? w.timedOut : w.noConnection;
  if (error instanceof OtherVersionError) return w.otherVersion;
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

/** Reading needs a sign-in: leads there, and says so where no script runs. */
function SignInFirst() {
  const w = useProblemWords();
  const href = useHref();
  const [path, navigate] = useLocation();
  const search = useSearch();
  const back = path + (search === '' ? '' : `?${search}`);
  const to = href({ path: '/sign-in', change: { back } });
  useEffect(() => navigate(to, { replace: true }), [navigate, to]);
  return (
    <PageProblem title={w.signInFirst} sentences={[w.code('unauthenticated')]}>
      <ActionLink href={to}>{w.signIn}</ActionLink>
    </PageProblem>
  );
}

/** Nothing to show, not even an older copy. Asking goes on by itself; a person may also ask at once. */
export function FailedPage({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const w = useProblemWords();
  const { address } = useAddress();
  const [path] = useLocation();
  const offer = offerOf(error);
  const status = error instanceof ApiError ? error.status : 0;
  // Nobody signs in on a wall: it shows a code to be confirmed by, also where its registration was revoked.
  if (shellOf(path) !== 'desk' && (status === 401 || status === 403))
    return registerPart.render({ onRegistered: onRetry });
  if (status === 401) return <SignInFirst />;
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
