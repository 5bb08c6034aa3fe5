import { meetings as en } from '#src/i18n/en/meetings.ts';
import { problems as problemsEn } from '#src/i18n/en/problems.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { meetings as zh } from '#src/i18n/zh/meetings.ts';
import { problems as problemsZh } from '#src/i18n/zh/problems.ts';
import { ApiError } from '#src/lib/request.ts';

const words = { zh, en };
const problemWords = { zh: problemsZh, en: problemsEn };

export const useMeetingWords = () => useWords(words);

/** Why a request came to nothing, in the reader's words: each reason that the server names, or the one that it gives. */
export function useReasons(): (error: Error) => readonly string[] {
  const say = useWords(problemWords);
  return (error) => {
    if (!(error instanceof ApiError)) return [say.noConnection];
    const fields = error.problem?.fields ?? [];
    if (fields.length > 0) return fields.map(({ message }) => message);
    return [error.problem === null ? say.status(error.status) : say.code(error.problem.code)];
  };
}

/** The first of the reasons. */
export function useWhy(): (error: Error) => string {
  const reasons = useReasons();
  return (error) => reasons(error)[0] ?? '';
}
