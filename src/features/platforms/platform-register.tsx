import type { Board } from '#core/contract/board.ts';
import type { Platform } from '#core/contract/register.ts';
import { formatDate } from '#core/domain/format.ts';
import { QuestionMarks } from '#src/ui/question-mark.tsx';
import { Squares } from '#src/ui/squares.tsx';
import { stageLook } from '#src/ui/stage-register.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { PlatformName } from './platform-name.tsx';
import type { StageGroup } from './register-groups.ts';
import { usePlatformWords } from './words.ts';

const COLUMNS = [
  'name',
  'kind',
  'level',
  'place',
  'partner',
  'recognised',
  'source',
  'note',
] as const;

/** Columns that no style sheet hides; a heading over more would keep the place of hidden ones, which follow it. */
const ALWAYS = 6;

function Row({ platform, board }: { platform: Platform; board: Board }) {
  const w = usePlatformWords();
  const ui = useUiWords();
  const { level, partner, recognised, note } = platform;
  const missing = (text: string) => <span className="dim">{text}</span>;
  const source = board.sources.find((row) => row.id === platform.source);
  return (
    <tr>
      <th scope="row">
        <PlatformName platform={platform} />
        <QuestionMarks numbers={platform.questions} />
      </th>
      <td>{w.kinds[platform.kind]}</td>
      <td>{level === null ? missing(w.noLevel) : ui.level[level]}</td>
      <td>{platform.place}</td>
      <td>{partner ?? missing(w.noPartner)}</td>
      <td>
        {recognised === null ? (
          missing(w.noDate)
        ) : (
          <span className="digits">{formatDate(recognised, board.lang)}</span>
        )}
      </td>
      <td className="platform-source">{source?.title ?? missing(ui.notListed)}</td>
      <td className="platform-note">{note}</td>
    </tr>
  );
}

/** The register by stage, within it by place. */
export function RegisterTable({ board, groups }: { board: Board; groups: readonly StageGroup[] }) {
  const w = usePlatformWords();
  const ui = useUiWords();
  return (
    <table className="platform-register">
      <caption className="visually-hidden">{w.registerName}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={`platform-${column}`}>
              {w.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ stage, count, places }) => (
        <tbody key={stage}>
          <tr className="platform-stage">
            <th scope="rowgroup" colSpan={ALWAYS}>
              {ui.stage[stage]} <small>{w.groupCount(count)}</small>
              <Squares count={count} look={stageLook[stage]} />
            </th>
            <td className="platform-source" />
            <td className="platform-partner" />
          </tr>
          {places.flatMap(({ platforms }) =>
            platforms.map((platform) => (
              <Row key={platform.id} platform={platform} board={board} />
            )),
          )}
        </tbody>
      ))}
    </table>
  );
}
