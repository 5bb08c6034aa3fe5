import type { ReactNode } from 'react';
import { problems as problemsEn } from '#src/i18n/en/problems.ts';
import { refusal as en } from '#src/i18n/en/refusal.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { problems as problemsZh } from '#src/i18n/zh/problems.ts';
import { refusal as zh } from '#src/i18n/zh/refusal.ts';
import { ApiError } from '#src/lib/request.ts';
import { useHref } from '#src/lib/use-address.ts';

const words = { zh, en };
const problemWords = { zh: problemsZh, en: problemsEn };

/** The session has ended: one signs in beside the page, so that what is typed stays on it. */
export function SignInAside() {
  const w = useWords(words);
  const href = useHref();
  return (
    <>
      {w.ended}{' '}
      <a href={href({ path: '/sign-in' })} target="_blank" rel="noreferrer">
        {w.signInAside}
      </a>
      {w.thenAgain}
    </>
  );
}

/** Why something that was sent came to nothing, in the reader's words. */
export function useRefusal(): (error: Error) => ReactNode {
  const w = useWords(words);
  const problems = useWords(problemWords);
  return (error) => {
    if (!(error instanceof ApiError)) return w.noConnection;
    const { problem, status } = error;
    if (problem === null) return problems.status(status);
    return problem.code === 'unauthenticated' ? <SignInAside /> : problems.code(problem.code);
  };
}
