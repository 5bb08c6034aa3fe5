/** Append-only tables, described column by column once for both engines. */
import { type Kysely, sql } from 'kysely';
import { columnType, engineOf, refuseChanges, tableSuffix } from './dialects.ts';

/**
 * A column's kind: text; int; name (a pair of columns _zh and _en). A question mark allows null (for a name: both
 * halves or none); an arrow points to the row of the same table or another that the id must belong to.
 */
type Kind =
  | 'text'
  | 'text?'
  | 'int'
  | 'int?'
  | 'name'
  | 'name?'
  | 'text?->self'
  | 'text?->check_ins'
  | 'text->submissions'
  | 'text->check_ins'
  | 'text->files'
  | 'text->resolutions'
  | 'text?->signing_keys';
export type Columns = Readonly<Record<string, Kind>>;

/**
 * Creates an append-only table with its recording columns. `revised`: its key is (id, revision), else id.
 */
export async function createTable(
  db: Kysely<unknown>,
  table: string,
  columns: Columns,
  revised: boolean,
): Promise<void> {
  const engine = engineOf(db);
  const text = columnType(engine, 'text');
  const integer = columnType(engine, 'integer');
  const lines = [sql`id ${text} not null`];
  const constraints = [revised ? sql`primary key (id, revision)` : sql`primary key (id)`];
  if (revised) lines.push(sql`revision ${integer} not null check (revision >= 1)`);
  lines.push(sql`recorded_at ${text} not null`, sql`recorded_by ${text} not null`);
  for (const [column, kind] of Object.entries(columns)) {
    const [base = '', target] = kind.split('->');
    const presence = base.endsWith('?') ? sql`` : sql`not null`;
    if (base.startsWith('name')) {
      const [zh, en] = [sql.ref(`${column}_zh`), sql.ref(`${column}_en`)];
      lines.push(sql`${zh} ${text} ${presence}`, sql`${en} ${text} ${presence}`);
      constraints.push(sql`check ((${zh} is null) = (${en} is null))`);
    } else {
      lines.push(sql`${sql.ref(column)} ${base.startsWith('int') ? integer : text} ${presence}`);
    }
    if (column === 'scale') constraints.push(sql`check (scale between 0 and 6)`);
    if (target !== undefined) {
      const rows = sql.table(target === 'self' ? table : target);
      constraints.push(
        sql`foreign key (${sql.ref(column)}) references ${rows} (id) deferrable initially deferred`,
      );
    }
  }
  await sql`create table ${sql.table(table)} (${sql.join([...lines, ...constraints])}) ${tableSuffix(engine)}`.execute(
    db,
  );
  await refuseChanges(db, table);
}
