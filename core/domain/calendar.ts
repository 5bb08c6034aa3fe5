/** Which dates have figures, and how fresh each section is. */
import type { Board } from '../contract/board.ts';
import { sections, type Theme } from '../contract/lists.ts';
import { daysBetween, lastDay } from './dates.ts';
import { type LateFigure, SECTION_OF } from './late-figures.ts';
import { withoutSuperseded } from './observations.ts';
import type { Dataset, IsoDate, PartialDate } from './records.ts';
import type { TaskFreshness } from './task-summary.ts';

/** Figures of one theme that are of one date. */
export type CalendarEntry = {
  readonly label: PartialDate;
  readonly theme: Theme;
  readonly figures: number;
};

/** Every date with figures, after the asked date too, so that an empty picture can offer the nearest one. */
export function calendarOf(dataset: Dataset): CalendarEntry[] {
  const themes = new Map(dataset.indicators.map((row) => [row.code, row.theme]));
  const ledgers = new Map(
    dataset.indicators.flatMap((row) =>
      row.ledger === null ? [] : [[`${row.ledger.fund} ${row.ledger.kind}`, row.theme] as const],
    ),
  );
  const counts = new Map<string, CalendarEntry>();
  const add = (label: PartialDate, theme: Theme | undefined): void => {
    if (theme === undefined) return;
    const key = `${label} ${theme}`;
    counts.set(key, { label, theme, figures: (counts.get(key)?.figures ?? 0) + 1 });
  };
  for (const row of withoutSuperseded(dataset.observations))
    add(row.asOf, themes.get(row.indicator));
  for (const row of withoutSuperseded(dataset.movements))
    add(row.asOf, ledgers.get(`${row.fund} ${row.kind}`));
  return [...counts.values()];
}

/** A calendar with what came to it and went from it; dates that have no figure left are gone. */
export function joinCalendars(
  calendar: readonly CalendarEntry[],
  changes: readonly CalendarEntry[],
): CalendarEntry[] {
  const joined = new Map<string, CalendarEntry>();
  for (const entry of [...calendar, ...changes]) {
    const key = `${entry.label} ${entry.theme}`;
    joined.set(key, { ...entry, figures: (joined.get(key)?.figures ?? 0) + entry.figures });
  }
  return [...joined.values()].filter((entry) => entry.figures !== 0);
}

/** Dates for the picker, oldest first. A month and its last day are one date; the more precise label stays. */
export function datesOf(calendar: readonly CalendarEntry[]): Board['dates'] {
  const byDay = new Map<IsoDate, { label: PartialDate; figures: number }>();
  for (const entry of calendar) {
    const on = lastDay(entry.label);
    const known = byDay.get(on);
    const label =
      known === undefined || entry.label.length > known.label.length ? entry.label : known.label;
    byDay.set(on, { label, figures: (known?.figures ?? 0) + entry.figures });
  }
  return [...byDay].map(([on, entry]) => ({ on, ...entry })).sort((a, b) => (a.on < b.on ? -1 : 1));
}

type Freshness = Board['freshness'];

/**
 * Newest date of each section by `asOf`. Funds are as fresh as their payments, tasks as their last tick or report.
 * @param late the longest late first; of a task beyond its rhythm the light says it
 */
export function freshnessOf(
  calendar: readonly CalendarEntry[],
  { movements, tasks }: Pick<Dataset, 'movements'> & { tasks: TaskFreshness },
  late: readonly LateFigure[],
  asOf: IsoDate,
): Freshness {
  const paid = withoutSuperseded(movements)
    .filter((row) => row.kind === 'disbursed')
    .map((row) => lastDay(row.asOf));
  return sections.map((section) => {
    if (section === 'tasks') return { section, ...tasks, late: null };
    const days =
      section === 'funds'
        ? paid
        : calendar
            .filter((entry) => SECTION_OF[entry.theme] === section)
            .map((entry) => lastDay(entry.label));
    const on = days
      .filter((day) => day <= asOf)
      .reduce<IsoDate | null>((best, day) => (best === null || day > best ? day : best), null);
    const earliest = days.reduce<IsoDate | null>(
      (best, day) => (best === null || day < best ? day : best),
      null,
    );
    const [first, ...others] = late.filter((row) => row.section === section);
    return {
      section,
      on,
      ageDays: on === null ? null : daysBetween(on, asOf),
      earliest,
      late: first === undefined ? null : { count: others.length + 1, since: first.since },
    };
  });
}
