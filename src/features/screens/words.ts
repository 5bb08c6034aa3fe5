import { problems as problemsEn } from '#src/i18n/en/problems.ts';
import { screens as en } from '#src/i18n/en/screens.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { problems as problemsZh } from '#src/i18n/zh/problems.ts';
import { screens as zh } from '#src/i18n/zh/screens.ts';
import { fieldFaults } from '#src/lib/field-faults.ts';
import { ApiError } from '#src/lib/request.ts';

const words = { zh, en };
const problemWords = { zh: problemsZh, en: problemsEn };

export const useScreensWords = () => useWords(words);

/** What failed, as a sentence: the server's own where it said something of a field. */
export function useSentenceOf(): (error: Error) => string {
  const w = useWords(problemWords);
  return (error) => {
    const [own] = fieldFaults(error).values();
    if (own !== undefined) return own;
    if (!(error instanceof ApiError)) return w.noConnection;
    return error.problem === null ? w.status(error.status) : w.code(error.problem.code);
  };
}

/** A length of time in its largest unit. */
export function useSpanText(): (seconds: number) => string {
  const w = useWords(words);
  return (seconds) => {
    if (seconds < 100) return w.seconds(Math.max(0, Math.round(seconds)));
    if (seconds < 100 * 60) return w.minutes(Math.round(seconds / 60));
    if (seconds < 48 * 3600) return w.hours(Math.round(seconds / 3600));
    return w.days(Math.round(seconds / 86_400));
  };
}
