import { problems as en } from '#src/i18n/en/problems.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { problems as zh } from '#src/i18n/zh/problems.ts';
import { ApiError } from '#src/lib/request.ts';
import { usePresentWords } from './words.ts';

const words = { zh, en };

/** In the slide's place while there is none: that it is on its way, or why it does not come. */
export function Missing({ error }: { error: Error | null }) {
  const w = usePresentWords();
  const say = useWords(words);
  const why = (): string => {
    if (error === null) return w.loading;
    if (!(error instanceof ApiError)) return say.noConnection;
    return error.problem === null ? say.status(error.status) : say.code(error.problem.code);
  };
  return (
    <div className="mt-missing">
      <h1>{w.toolbar}</h1>
      <p role={error === null ? 'status' : 'alert'}>{why()}</p>
    </div>
  );
}
