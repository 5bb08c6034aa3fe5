import type { ReactNode } from 'react';
import type { Board } from '#core/contract/board.ts';
import { formatDate } from '#core/domain/format.ts';
import { boards as en } from '#src/i18n/en/boards.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { boards as zh } from '#src/i18n/zh/boards.ts';
import { QuestionMark } from './question-mark.tsx';

const words = { zh, en };

export const useBoardWords = () => useWords(words);

export type BoardFootProps = {
  board: Pick<Board, 'asOf' | 'lang' | 'questions' | 'sources'>;
  /** Ids of the sources that the page's figures come from. */
  sources: ReadonlySet<string>;
  /** Numbers of the open questions that the page's marks name; resolved here, since a wall has no pointer. */
  questions?: readonly number[];
  /** Right end: on walls, whether the server is heard. */
  children?: ReactNode;
};

/** Of which date the page is, what its marks mean, and where its figures come from. */
export function BoardFoot({ board, sources, questions = [], children }: BoardFootProps) {
  const w = useBoardWords();
  const titles = board.sources.filter((row) => sources.has(row.id)).map((row) => row.title);
  const open = board.questions.filter((row) => row.open && questions.includes(row.number));
  return (
    <footer className="board-foot">
      <span className="nowrap">
        {w.pageAsOf} <b className="digits">{formatDate(board.asOf, board.lang)}</b>
      </span>
      {open.map((question) => (
        <span key={question.id} className="board-question">
          <QuestionMark number={question.number} />
          {question.summary}
        </span>
      ))}
      <span className="board-sources">
        {titles.length === 0
          ? w.noSource
          : `${w.sources}${titles.map(w.title).join(w.titleSeparator)}`}
      </span>
      {children}
    </footer>
  );
}
