import { useMemo } from 'react';
import type { Board } from '#core/contract/board.ts';
import { nearest } from '#core/domain/nearest.ts';
import { Drawer } from '#src/ui/drawer.tsx';
import { indexFigures } from '#src/ui/figure.tsx';
import { type OpenTarget, useOpen } from '#src/ui/open-context.ts';
import { targetOf } from '#src/ui/passport-key.ts';
import { FigurePassport } from './figure-passport.tsx';
import './passport.css';
import { FetchedTask } from './fetched-task.tsx';
import { PlatformPassport } from './platform-passport.tsx';
import { QuestionsPart } from './questions-part.tsx';
import { SourcePassport } from './source-passport.tsx';
import { TaskPassport } from './task-passport.tsx';
import { usePassportWords } from './words.ts';

export type PassportProps = {
  /** As the address names it. */
  passportKey: string;
  board: Board;
  onClose: () => void;
};

/** What lies nearest to a thing that is not on record, with its name; null = nothing does. */
function nearestTo(
  target: Exclude<OpenTarget, { kind: 'figure' }>,
  board: Board,
): { open: OpenTarget; name: string } | null {
  if (target.kind === 'question') {
    const far = (number: number) => Math.abs(number - target.number);
    const [question] = [...board.questions].sort((a, b) => far(a.number) - far(b.number));
    return question === undefined
      ? null
      : { open: { kind: 'question', number: question.number }, name: question.title };
  }
  const rows = {
    task: board.tasks.map((row) => [row.id, row.short] as const),
    platform: board.platforms.register.map((row) => [row.id, row.name] as const),
    source: board.sources.map((row) => [row.id, row.title] as const),
  }[target.kind];
  const id = nearest(
    target.id,
    rows.map(([key]) => key),
  );
  const name = rows.find(([key]) => key === id)?.[1];
  return id === null || name === undefined ? null : { open: { kind: target.kind, id }, name };
}

/** Named in the address and not on record: says so, and offers what is. */
function NotOnRecord({ passportKey, board, onClose }: PassportProps) {
  const w = usePassportWords();
  const open = useOpen();
  const target = targetOf(passportKey);
  const near = target === null || target.kind === 'figure' ? null : nearestTo(target, board);
  return (
    <Drawer kind={w.figure} title={w.unknownTitle} onClose={onClose}>
      <div className="drawer-part" role="alert">
        <p>{w.unknown(passportKey)}</p>
        {near === null ? null : (
          <p>
            <button type="button" className="button" onClick={() => open?.(near.open)}>
              {w.nearest(near.name)}
            </button>
          </p>
        )}
      </div>
    </Drawer>
  );
}

/** What is known of one figure, task, platform, source or open question, beside the page. */
export function Passport({ passportKey, board, onClose }: PassportProps) {
  const w = usePassportWords();
  const figures = useMemo(() => indexFigures(board.figures), [board]);
  const target = targetOf(passportKey);
  const missing = (
    <NotOnRecord key={passportKey} passportKey={passportKey} board={board} onClose={onClose} />
  );
  const shared = { board, figures, onClose };

  const questions = (asked: Board['questions'], title: string) => (
    <Drawer key={passportKey} kind={w.question} title={title} onClose={onClose}>
      <QuestionsPart questions={asked} board={board} figures={figures} />
    </Drawer>
  );
  if (target === null) {
    return board.questions.length === 0 ? missing : questions(board.questions, w.openQuestions);
  }
  const find = (open: OpenTarget) => {
    switch (open.kind) {
      case 'figure':
        return <FigurePassport {...shared} key={passportKey} code={open.code} />;
      case 'question': {
        const question = board.questions.find((row) => row.number === open.number);
        return question === undefined ? missing : questions([question], question.title);
      }
      case 'task': {
        const task = board.tasks.find((row) => row.id === open.id);
        if (task !== undefined) return <TaskPassport {...shared} key={passportKey} task={task} />;
        // Of many tasks the board carries the worst; the others answer for themselves.
        return board.tasks.length < board.taskSummary.total ? (
          <FetchedTask {...shared} key={passportKey} id={open.id} missing={missing} />
        ) : (
          missing
        );
      }
      case 'platform': {
        const platform = board.platforms.register.find((row) => row.id === open.id);
        return platform === undefined ? (
          missing
        ) : (
          <PlatformPassport {...shared} key={passportKey} platform={platform} />
        );
      }
      case 'source': {
        const source = board.sources.find((row) => row.id === open.id);
        return source === undefined ? (
          missing
        ) : (
          <SourcePassport key={passportKey} source={source} board={board} onClose={onClose} />
        );
      }
      default:
        return open satisfies never;
    }
  };
  return find(target);
}
