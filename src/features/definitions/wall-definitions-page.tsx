import { useMemo } from 'react';
import { formatDate } from '#core/domain/format.ts';
import type { BoardPageProps } from '#src/lib/page-props.ts';
import { useSynced } from '#src/lib/use-synced.ts';
import { indexFigures } from '#src/ui/figure.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { WallBoard } from '#src/ui/wall-board.tsx';
import './definitions.css';
import './definitions-wall.css';
import { QuestionCard } from './question-card.tsx';
import { sourceRows } from './source-cards.tsx';
import { useDefinitionWords } from './words.ts';

/** Fields of the wall's grid: the last one holds the sources. */
const MOST_QUESTIONS = 7;
const MOST_SOURCES = 10;

/** Open questions on a wall, both statements of each, and the sources; no pointer, no scroll. */
export function WallDefinitionsPage({ board, link }: BoardPageProps) {
  const w = useDefinitionWords();
  const figures = useMemo(() => indexFigures(board.figures), [board.figures]);
  const mood = link.isCopy || link.status === 'offline' ? 'copy' : 'fresh';
  const ordered = [...board.questions].sort((a, b) => Number(b.open) - Number(a.open));
  const shown = ordered.slice(0, MOST_QUESTIONS);
  const hidden = ordered.length - shown.length;
  const sources = sourceRows(board);
  return (
    <WallBoard
      board={board}
      finding={board.findings.definitions}
      name="wall-definitions"
      link={{ status: link.isCopy ? 'offline' : link.status, synced: useSynced(link.syncedAt) }}
      sources={new Set()}
      aside={hidden === 0 ? w.rule : w.moreQuestions(hidden)}
    >
      {shown.map((question) => (
        <QuestionCard
          key={question.id}
          question={question}
          board={board}
          figures={figures}
          frame="wall"
        />
      ))}
      <Panel frame="rule" mood={mood} title={w.sources(sources.length)} area="sources">
        <ul className="wall-sources">
          {sources.slice(0, MOST_SOURCES).map(({ source, figures: own, platforms }) => (
            <li key={source.id}>
              <span>{w.title(source.title)}</span>
              <small>
                {w.asOf(formatDate(source.asOf, board.lang))}
                {w.comma}
                {w.counts(own.length, platforms)}
              </small>
            </li>
          ))}
        </ul>
      </Panel>
    </WallBoard>
  );
}
