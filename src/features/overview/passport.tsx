import type { Board } from '#core/contract/board.ts';
import type { FigureIndex } from '#src/ui/figure.tsx';
import { Drawer } from './drawer.tsx';
import { FigurePassport } from './figure-passport.tsx';
import { targetOf } from './passport-key.ts';
import { QuestionList } from './question-list.tsx';
import { TaskPassport } from './task-passport.tsx';
import { usePassportWords } from './words.ts';

export type PassportProps = {
  /** As the address names it. */
  passportKey: string;
  board: Board;
  figures: FigureIndex;
  onClose: () => void;
};

/** What the board knows of one figure, task or open question. */
export function Passport({ passportKey, board, figures, onClose }: PassportProps) {
  const w = usePassportWords();
  const target = targetOf(passportKey);
  if (target === null || target.kind === 'question') {
    const asked = board.questions.filter(
      (question) => target === null || question.number === target.number,
    );
    const only = target === null ? undefined : asked[0];
    if (asked.length > 0) {
      return (
        <Drawer kind={w.question} title={only?.title ?? w.openQuestions} onClose={onClose}>
          <QuestionList
            questions={asked}
            board={board}
            figures={figures}
            isTitled={only === undefined}
          />
        </Drawer>
      );
    }
  }
  if (target?.kind === 'figure') {
    const figure = figures.get(target.code);
    if (figure !== undefined) {
      return (
        <Drawer kind={w.figure} title={figure.name} onClose={onClose}>
          <FigurePassport figure={figure} board={board} figures={figures} />
        </Drawer>
      );
    }
  }
  if (target?.kind === 'task') {
    const task = board.tasks.find((row) => row.id === target.id);
    if (task !== undefined) {
      return (
        <Drawer kind={w.task} title={task.title} onClose={onClose}>
          <TaskPassport task={task} board={board} figures={figures} />
        </Drawer>
      );
    }
  }
  return (
    <Drawer kind={w.figure} title={w.unknownTitle} onClose={onClose}>
      <p>{w.unknown(passportKey)}</p>
    </Drawer>
  );
}
