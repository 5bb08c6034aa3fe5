import type { Board, Exception } from '#core/contract/board.ts';
import { formatDate, oneDecimal } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { AgeClock } from '#src/ui/as-of.tsx';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { Num } from '#src/ui/num.tsx';
import { useWallWords } from './words.ts';

/** More cells than this are not read in ten seconds. */
const MAX_CELLS = 4;

function Cell({ exception }: { exception: Exception }) {
  const w = useWallWords();
  const { kind, state, value, of, title, detail } = exception;
  const unit =
    { 'behind-schedule': w.points, 'open-question': w.places }[kind as string] ?? w.items;
  const number = kind === 'behind-schedule' ? oneDecimal(Math.abs(value)) : String(value);
  return (
    <li className={`exception exception-${kind}`}>
      <Num
        parts={{ qualifier: '', number, unit: of === null ? unit : `/${of} ${unit}`.trim() }}
        size="xl"
        code={null}
      />
      <p className="exception-text">
        <b className="exception-title">
          {state === null ? null : <LightIcon state={state} />}
          {kind === 'late-figures' ? <AgeClock /> : null}
          {kind === 'behind-schedule' ? <span aria-hidden="true">▼</span> : null}
          <span>{title}</span>
        </b>
        <span className="exception-detail">{detail}</span>
      </p>
    </li>
  );
}

/** What needs somebody to act, worst first. What there is none of has no cell. */
export function ExceptionsBand({ board }: { board: Board }) {
  const w = useWallWords();
  const lang = useLanguage();
  const shown = board.exceptions.filter((exception) => exception.value !== 0);
  const rest = shown.length - MAX_CELLS;
  const [first] = board.dates;
  const isEmpty = board.figures.length === 0 && board.tasks.length === 0;
  const quiet = !isEmpty
    ? w.nothingToDo
    : first === undefined
      ? w.noDataYet
      : w.noDataBy(formatDate(board.asOf, lang), formatDate(first.on, lang));
  return (
    <section className="exceptions" aria-label={w.attention}>
      {shown.length === 0 ? (
        <p className="exceptions-none">{quiet}</p>
      ) : (
        <ul className={`exceptions-${Math.min(MAX_CELLS, shown.length)}`}>
          {shown.slice(0, MAX_CELLS).map((exception) => (
            <Cell key={`${exception.kind} ${exception.ref}`} exception={exception} />
          ))}
        </ul>
      )}
      {rest > 0 ? <p className="exceptions-rest">{w.moreKinds(rest)}</p> : null}
    </section>
  );
}
