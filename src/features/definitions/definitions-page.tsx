import { useMemo } from 'react';
import type { BoardPageProps } from '#src/lib/page-props.ts';
import { BoardFoot } from '#src/ui/board-foot.tsx';
import { indexFigures } from '#src/ui/figure.tsx';
import { Finding } from '#src/ui/finding.tsx';
import { Panel } from '#src/ui/panel.tsx';
import './definitions.css';
import { QuestionCard } from './question-card.tsx';
import { RegisterPanel } from './register-panel.tsx';
import { SourceCards } from './source-cards.tsx';
import { useDefinitionWords } from './words.ts';

/** Definitions and sources on a desk: open questions, where the numbers come from, and the register of them all. */
export function DefinitionsPage({ board, link }: BoardPageProps) {
  const w = useDefinitionWords();
  const figures = useMemo(() => indexFigures(board.figures), [board.figures]);
  const mood = link.isCopy || link.status !== 'online' ? 'copy' : 'fresh';
  const open = board.questions.filter((question) => question.open);
  const settled = board.questions.filter((question) => !question.open);
  return (
    <div className="desk-board definitions">
      <header className="board-headline">
        <h1>
          <Finding text={board.findings.definitions} />
        </h1>
        <p className="muted">{w.rule}</p>
      </header>
      <Panel frame="card" mood={mood} title={w.questions} area="definition-questions">
        {board.questions.length === 0 ? (
          <p className="dim">{w.noQuestions}</p>
        ) : (
          <div className="definition-cards">
            {[...open, ...settled].map((question) => (
              <QuestionCard
                key={question.id}
                question={question}
                board={board}
                figures={figures}
                frame="desk"
              />
            ))}
          </div>
        )}
      </Panel>
      <Panel
        frame="card"
        mood={mood}
        title={w.sources(board.sources.length)}
        area="definition-sources"
      >
        {board.sources.length === 0 ? (
          <p className="dim">{w.noSources}</p>
        ) : (
          <SourceCards board={board} />
        )}
      </Panel>
      <RegisterPanel key={`${board.asOf} ${board.lang}`} board={board} mood={mood} />
      <BoardFoot board={board} sources={new Set(board.sources.map((source) => source.id))} />
    </div>
  );
}
