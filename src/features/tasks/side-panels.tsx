import type { Board } from '#core/contract/board.ts';
import { lightStates } from '#core/contract/lists.ts';
import { lastDay } from '#core/domain/dates.ts';
import { formatDate } from '#core/domain/format.ts';
import { urgency } from '#core/domain/urgency.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { dueWords } from './task-due.tsx';
import { useTaskWords } from './words.ts';

/** Rows that a side panel of a wall holds. */
const MAX_OWNERS = 4;
const MAX_DATES = 5;
/** More lights than this in a row are not counted at a glance: the number says it. */
const MAX_ICONS = 14;

type Summary = Pick<Board, 'taskSummary'>;

/** Who has how many tasks in which light; those with most that were never reported first. */
export function OwnerRows({ board }: { board: Summary }) {
  const w = useTaskWords();
  const rows = board.taskSummary.owners
    .map(({ id, name, lights }) => {
      const sorted = [...lights].sort((a, b) => urgency[a.state] - urgency[b.state]);
      const icons = sorted.flatMap(({ state, count }) =>
        Array.from({ length: Math.min(count, MAX_ICONS) }, (_, i) => ({
          key: `${state} ${i}`,
          state,
        })),
      );
      const total = lights.reduce((sum, light) => sum + light.count, 0);
      const silent = lights.find((light) => light.state === 'none')?.count ?? 0;
      return { id, name, icons, total, silent };
    })
    .sort((a, b) => b.silent - a.silent || b.total - a.total);
  const hidden = rows.length - MAX_OWNERS;
  return (
    <>
      <ul className="owner-rows">
        {rows.slice(0, MAX_OWNERS).map(({ id, name, icons, total, silent }) => (
          <li key={id}>
            <span className="owner-name">{name}</span>
            <span className="owner-count">{w.silentOf(silent, total)}</span>
            <span className="owner-lights" aria-hidden="true">
              {icons.slice(0, MAX_ICONS).map(({ key, state }) => (
                <LightIcon key={key} state={state} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 ? <p className="caption dim">{w.moreOwners(hidden)}</p> : null}
    </>
  );
}

/** True where owners and dates leave no room for a third panel below them. */
export const isCrowded = ({ taskSummary }: Summary): boolean =>
  taskSummary.owners.length > 3 || taskSummary.dates.total > 2;

/** The dates ahead, and how many tasks have none: what nobody has dated cannot fall due. */
export function DateRows({ board }: { board: Summary & Pick<Board, 'asOf'> }) {
  const w = useTaskWords();
  const lang = useLanguage();
  const { dates, total } = board.taskSummary;
  const shown = dates.nearest.slice(0, MAX_DATES);
  const hidden = dates.total - shown.length;
  return (
    <>
      {shown.length === 0 ? <p>{w.noDates}</p> : null}
      <ul className="date-rows">
        {shown.map(({ id, due, title, short }) => (
          <li key={id}>
            <span className="date-day">
              <b className="digits">{formatDate(due, lang, board.asOf)}</b>
              <small>{dueWords(lastDay(due), board.asOf, w)}</small>
            </span>
            <span className="date-what">
              {title}
              {title === short ? null : <small>{short}</small>}
            </span>
          </li>
        ))}
      </ul>
      <p className="caption dim">
        {hidden > 0 ? `${w.moreDates(hidden)}${lang === 'zh' ? '；' : '; '}` : null}
        {w.datesWithout(dates.undated, total)}
      </p>
    </>
  );
}

/** The rules that decide a light, top down. */
export function LightRules({ nearDays }: { nearDays: number }) {
  const w = useTaskWords();
  const ui = useUiWords();
  return (
    <dl className="light-rules">
      {lightStates.map((state) => (
        <div key={state}>
          <dt>
            <LightIcon state={state} /> {ui.light[state]}
          </dt>
          <dd>{w.rules[state](nearDays)}</dd>
        </div>
      ))}
    </dl>
  );
}
