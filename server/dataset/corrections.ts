/** A correction takes the place of one earlier row of the same thing, and of a row that still stands. */
import { sql } from 'kysely';
import type { Dataset, Recorded } from '#core/domain/records.ts';
import { chunks, IDS_PER_STATEMENT } from '#server/db/chunks.ts';
import type { SupersedingTable } from '#server/db/ledger.ts';
import type { Db } from '#server/db/tables.ts';
import { DatasetError } from './dataset-error.ts';

type Row = Pick<Recorded, 'recordedAt'> & {
  readonly id: string;
  /** What the row is of: the code of an indicator, the id of a fund or of a milestone. */
  readonly subject: string;
  readonly supersedes: string | null;
};

const subjectColumn = { observations: 'indicator', movements: 'fund', ticks: 'milestone' } as const;

/** The rows of the store with one of the ids, and those that supersede one of them. */
async function storedRows(db: Db, table: SupersedingTable, ids: readonly string[]): Promise<Row[]> {
  const found: Row[] = [];
  for (const turn of chunks(ids, IDS_PER_STATEMENT)) {
    const some = sql.join(turn);
    const { rows } = await sql<Row>`
      select id, ${sql.ref(subjectColumn[table])} as subject, supersedes, recorded_at as ${sql.ref('recordedAt')}
      from ${sql.table(table)} where id in (${some}) or supersedes in (${some})`.execute(db);
    found.push(...rows);
  }
  return found;
}

async function checkTable(db: Db, table: SupersedingTable, rows: readonly Row[]): Promise<void> {
  const corrections = rows.filter((row) => row.supersedes !== null);
  const targets = corrections.flatMap((row) => row.supersedes ?? []);
  const before = await storedRows(db, table, targets);
  const byId = new Map([...before, ...rows].map((row) => [row.id, row]));
  const gone = new Set(before.flatMap((row) => row.supersedes ?? []));
  for (const row of corrections) {
    const target = byId.get(row.supersedes ?? '');
    if (target === undefined) continue; // an unknown row: references.ts says so
    const refuse = (why: string) => new DatasetError(table, row.id, 'supersedes', why);
    if (target.subject !== row.subject)
      throw refuse(`${target.id} is of ${target.subject}, not of ${row.subject}`);
    if (target.recordedAt >= row.recordedAt)
      throw refuse(`${target.id} was not recorded before it`);
    if (gone.has(target.id)) throw refuse(`${target.id} was superseded already`);
    gone.add(target.id);
  }
}

/** Throws DatasetError at the first correction that does not fit what it corrects. */
export async function checkCorrections(db: Db, dataset: Partial<Dataset>): Promise<void> {
  const observations = (dataset.observations ?? []).map((row) => ({
    ...row,
    subject: row.indicator,
  }));
  await checkTable(db, 'observations', observations);
  await checkTable(
    db,
    'movements',
    (dataset.movements ?? []).map((row) => ({ ...row, subject: row.fund })),
  );
  await checkTable(
    db,
    'ticks',
    (dataset.ticks ?? []).map((row) => ({ ...row, subject: row.milestone })),
  );
}
