import { useLocation } from 'wouter';
import { emptyAddress, writeAddress } from '#src/lib/address.ts';
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

/** Nothing to show, not even an older copy. Asking goes on by itself; a person may also ask at once. */
export function FailedPage({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const w = useProblemWords();
  const { address } = useAddress();
  const [path] = useLocation();
  const isRefusal = error instanceof ApiError && error.status < 500;
  return (
    <PageProblem title={w.failed} sentences={[sentenceOf(error, w)]}>
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
