import { meetings as en } from '#src/i18n/en/meetings.ts';
import { minutes as minutesEn } from '#src/i18n/en/minutes.ts';
import { problems as problemsEn } from '#src/i18n/en/problems.ts';
import { timeline as timelineEn } from '#src/i18n/en/timeline.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { meetings as zh } from '#src/i18n/zh/meetings.ts';
import { minutes as minutesZh } from '#src/i18n/zh/minutes.ts';
import { problems as problemsZh } from '#src/i18n/zh/problems.ts';
import { timeline as timelineZh } from '#src/i18n/zh/timeline.ts';
import { ApiError } from '#src/lib/request.ts';

const words = { zh, en };
const problemWords = { zh: problemsZh, en: problemsEn };

const minutesWords = { zh: minutesZh, en: minutesEn };
const timelineWords = { zh: timelineZh, en: timelineEn };

export const useMeetingWords = () => useWords(words);
export const useMinutesWords = () => useWords(minutesWords);
export const useTimelineWords = () => useWords(timelineWords);

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
