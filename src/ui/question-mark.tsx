import { useOpen } from './open-context.ts';
import { useUiWords } from './words.ts';

/** 核n: the figure beside it has an open question of definition. */
export function QuestionMark({ number }: { number: number }) {
  const w = useUiWords();
  const open = useOpen();
  if (open === null) {
    return (
      <span className="question-mark" role="img" aria-label={w.markName(number)}>
        {w.mark(number)}
      </span>
    );
  }
  return (
    <button
      type="button"
      className="question-mark"
      aria-label={w.markName(number)}
      onClick={() => open({ kind: 'question', number })}
    >
      {w.mark(number)}
    </button>
  );
}

export function QuestionMarks({ numbers }: { numbers: readonly number[] }) {
  return (
    <>
      {numbers.map((number) => (
        <QuestionMark key={number} number={number} />
      ))}
    </>
  );
}
