import type { Board, ChangeRow } from '#core/contract/board.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { Light } from '#src/ui/light.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { QuestionMarks } from '#src/ui/question-mark.tsx';
import { ChangeState, ChangeValue } from './change-value.tsx';
import { useOverviewWords } from './words.ts';

function Row({ row }: { row: ChangeRow }) {
  return (
    <tr className={`change-${row.state}`}>
      <th scope="row">
        {row.light === null ? row.label : <Light state={row.light} />}
        <QuestionMarks numbers={row.questions} />
      </th>
      <td className="change-before">
        <ChangeValue cell={row.before} row={row} />
      </td>
      <td>
        {/* An old figure is not repeated as if it were of the later date. */}
        <ChangeValue cell={row.state === 'no-new-figure' ? null : row.after} row={row} />
      </td>
      <td>
        <ChangeState row={row} />
      </td>
    </tr>
  );
}

/** Before and after, row by row; rows without a new figure say so. */
export function ChangesCard({ board }: { board: Pick<Board, 'changes' | 'asOf'> }) {
  const w = useOverviewWords();
  const lang = useLanguage();
  const { changes, asOf } = board;
  if (changes === null) {
    return (
      <Panel frame="card" title={w.change} area="desk-changes">
        <p className="dim">{w.noCompare}</p>
      </Panel>
    );
  }
  const since = formatDate(changes.since, lang, asOf);
  return (
    <Panel
      frame="card"
      title={w.since(since)}
      aside={w.newFigures(changes.newFigures, changes.withoutNewFigure)}
      area="desk-changes"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{w.indicator}</th>
            <th scope="col" className="digits">
              {since}
            </th>
            <th scope="col" className="digits">
              {formatDate(asOf, lang, changes.since)}
            </th>
            <th scope="col">{w.change}</th>
          </tr>
        </thead>
        {changes.groups.map((group) => (
          <tbody key={group.id}>
            <tr className="change-group">
              <th scope="rowgroup" colSpan={4}>
                {w.groups[group.id]}
              </th>
            </tr>
            {group.rows.map((row) => (
              <Row key={`${row.label} ${row.code} ${row.light}`} row={row} />
            ))}
          </tbody>
        ))}
      </table>
      <p className="changes-note">{w.notUnchanged}</p>
    </Panel>
  );
}
