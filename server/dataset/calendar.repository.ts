import { sql } from 'kysely';
import type { CalendarEntry } from '#core/domain/calendar.ts';
import type { Instant } from '#core/domain/records.ts';
import { stands } from '#server/db/ledger.ts';
import type { Db } from '#server/db/tables.ts';

/** Dates of which there are figures that stand, by theme, with their number. A movement counts where an indicator carries its ledger. */
export async function readCalendar(db: Db, knownAt: Instant | null): Promise<CalendarEntry[]> {
  const { rows } = await sql<CalendarEntry>`
    select figure.label as label, figure.theme as theme, count(*) as figures from (
      select o.as_of as label, i.theme as theme
      from observations o join indicators i on i.id = o.indicator and i.revision = 1
      where ${stands('observations', 'o', knownAt)}
      union all
      select m.as_of as label, carried.theme as theme
      from movements m join (
        select i.ledger_fund as fund, i.ledger_kind as kind, min(i.theme) as theme from indicators i
        where i.revision = 1 and i.ledger_fund is not null group by i.ledger_fund, i.ledger_kind
      ) carried on carried.fund = m.fund and carried.kind = m.kind
      where ${stands('movements', 'm', knownAt)}
    ) figure
    group by figure.label, figure.theme order by figure.label, figure.theme`.execute(db);
  return rows.map(({ label, theme, figures }) => ({ label, theme, figures }));
}
