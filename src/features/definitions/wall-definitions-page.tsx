import { useMemo } from 'react';
import type { Board } from '#core/contract/board.ts';
import { formatDate } from '#core/domain/format.ts';
import type { BoardPageProps } from '#src/lib/page-props.ts';
import { useReach } from '#src/lib/reach.ts';
import { useSynced } from '#src/lib/use-synced.ts';
import { indexFigures } from '#src/ui/figure.tsx';
import { Panel, type PanelMood } from '#src/ui/panel.tsx';
import { WallBoard } from '#src/ui/wall-board.tsx';
import './definitions.css';
import './definitions-wall.css';
import { QuestionCard } from './question-card.tsx';
import { sourceRows } from './source-cards.tsx';
import { useDefinitionWords } from './words.ts';

/** Fields of the wall's grid, by how far it is read from: near, one more holds the sources. */
const MOST_QUESTIONS = { near: 7, far: 4, farther: 2 } as const;
const MOST_SOURCES = 10;

/** Ids of the sources that the statements come from. */
const cited = (questions: Board['questions']): ReadonlySet<string> =>
  new Set(questions.flatMap((row) => row.statements.flatMap(({ source }) => source ?? [])));

/** How old the newest figure of each section is; shown where the wall is wide enough for it. */
function FreshnessPanel({ board, mood }: { board: Board; mood: PanelMood }) {
  const w = useDefinitionWords();
  return (
    <Panel frame="rule" mood={mood} title={w.freshness} area="definition-dates">
      <table className="wall-freshness">
        <tbody>
          {board.freshness.map(({ section, on, ageDays }) => (
            <tr key={section}>
              <th scope="row">{w.sections[section]}</th>
              <td className="digits">{on === null ? null : formatDate(on, board.lang)}</td>
              <td className="muted">
                {on === null || ageDays === null ? w.noData : w.age(ageDays)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** Open questions on a wall, both statements of each, and the sources; no pointer, no scroll. */
export function WallDefinitionsPage({ board, link }: BoardPageProps) {
  const w = useDefinitionWords();
  const figures = useMemo(() => indexFigures(board.figures), [board.figures]);
  const mood = link.isCopy || link.status !== 'online' ? 'copy' : 'fresh';
  const ordered = [...board.questions].sort((a, b) => Number(b.open) - Number(a.open));
  const shown = ordered.slice(0, MOST_QUESTIONS[useReach()]);
  const hidden = ordered.length - shown.length;
  const sources = sourceRows(board);
  return (
    <WallBoard
      board={board}
      finding={board.findings.definitions}
      name="wall-definitions"
      link={useSynced(link)}
      sources={cited(shown)}
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
      <FreshnessPanel board={board} mood={mood} />
      <Panel frame="rule" mood={mood} title={w.sources(sources.length)} area="definition-sources">
        <ul className="wall-sources">
          {sources.slice(0, MOST_SOURCES).map(({ source, figures: own, platforms }) => (
            <li key={source.id}>
              <span>{w.title(source.title)}</span>
              <small>
                {w.asOf(formatDate(source.asOf, board.lang))}
                {w.comma}
                {w.counts(own.length, platforms)}
              </small>
              {source.note === null ? null : <p className="wall-source-note">{source.note}</p>}
            </li>
          ))}
        </ul>
      </Panel>
    </WallBoard>
  );
}
