import type { ReactNode } from 'react';
import type { Board } from '#core/contract/board.ts';
import { BoardFoot, type BoardFootProps, useBoardWords } from './board-foot.tsx';
import { Finding } from './finding.tsx';
import { LinkState, type LinkStateProps } from './link-state.tsx';
import { RotationBar } from './rotation-bar.tsx';

/** The finding clause by clause: where it does not fit one line, it breaks between them. */
function Clauses({ text }: { text: string }) {
  let at = 0;
  return text.split(/(?<=[，；]|; )/).map((clause) => {
    const key = at;
    at += clause.length;
    return (
      <span key={key} className="board-clause">
        <Finding text={clause} />
      </span>
    );
  });
}

export type WallBoardProps = Pick<BoardFootProps, 'sources' | 'questions'> & {
  board: Board;
  /** The sentence that opens the board. */
  finding: string;
  /** Class of the page, for its grid. */
  name: string;
  link: LinkStateProps;
  /** Beside the finding: keys, and of what the figures are. */
  aside?: ReactNode;
  children: ReactNode;
};

/** A board on a wall: whose it is, its finding, what proves it, its date and sources. No pointer, no scroll. */
export function WallBoard(props: WallBoardProps) {
  const { board, finding, name, link, aside, children, ...foot } = props;
  const w = useBoardWords();
  const { workspace } = board;
  return (
    <div className={`wall-board ${name}`}>
      <header className="board-head">
        <h1>{workspace.name}</h1>
        <span className="muted">{workspace.organisation}</span>
        {workspace.clockPinnedOn === null ? null : (
          <span className="board-pinned dim">{w.pinnedClock}</span>
        )}
        <RotationBar />
      </header>
      <header className="board-headline">
        <h2>
          <Clauses text={finding} />
        </h2>
        {aside === undefined || aside === null ? null : <div className="board-aside">{aside}</div>}
      </header>
      <div className="board-body">{children}</div>
      <BoardFoot board={board} {...foot}>
        <LinkState {...link} />
      </BoardFoot>
    </div>
  );
}
