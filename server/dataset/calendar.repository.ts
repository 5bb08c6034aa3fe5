import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CalendarEntry } from '#core/domain/calendar.ts';
import type { Instant } from '#core/domain/records.ts';
import { stands } from '#server/db/ledger.ts';
import type { Db } from '#server/db/tables.ts';

type Figures = {
  /** Conditions on the rows `o` of observations and `m` of movements. */
  readonly observations: RawBuilder<SqlBool>;
  readonly movements: RawBuilder<SqlBool>;
};

/** Dates of the chosen figures, by theme, with their number. A movement counts where an indicator carries its ledger. */
async function count(db: Db, { observations, movements }: Figures): Promise<CalendarEntry[]> {
  const { rows } = await sql<CalendarEntry>`
    select figure.label as label, figure.theme as theme, count(*) as figures from (
      select o.as_of as label, i.theme as theme
      from observations o join indicators i on i.id = o.indicator and i.revision = 1
      where ${observations}
      union all
      select m.as_of as label, carried.theme as theme
      from movements m join (
        select i.ledger_fund as fund, i.ledger_kind as kind, min(i.theme) as theme from indicators i
        where i.revision = 1 and i.ledger_fund is not null group by i.ledger_fund, i.ledger_kind
      ) carried on carried.fund = m.fund and carried.kind = m.kind
      where ${movements}
    ) figure
    group by figure.label, figure.theme order by figure.label, figure.theme`.execute(db);
  return rows.map(({ label, theme, figures }) => ({ label, theme, figures }));
}

/** Dates of which there are figures that stand. */
export function readCalendar(db: Db, knownAt: Instant | null): Promise<CalendarEntry[]> {
  return count(db, {
    observations: stands('observations', 'o', knownAt),
    movements: stands('movements', 'm', knownAt),
  });
}

/** What was recorded after the instant changes in the calendar: figures that came, and (below 0) that were superseded. */
export async function readCalendarSince(db: Db, after: Instant): Promise<CalendarEntry[]> {
  const came = await count(db, {
    observations: sql`o.recorded_at > ${after}`,
    movements: sql`m.recorded_at > ${after}`,
  });
  const superseded = (table: 'observations' | 'movements') =>
    sql`select later.supersedes from ${sql.table(table)} later where later.recorded_at > ${after}`;
  const went = await count(db, {
    observations: sql`o.id in (${superseded('observations')})`,
    movements: sql`m.id in (${superseded('movements')})`,
  });
  return [...came, ...went.map((entry) => ({ ...entry, figures: -entry.figures }))];
}
