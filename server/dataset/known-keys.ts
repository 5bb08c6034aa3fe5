/** Which keys a write may point to: those of the store and those that come with it, and since when each is known. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Dataset, Instant, Recorded } from '#core/domain/records.ts';
import { chunks, IDS_PER_STATEMENT } from '#server/db/chunks.ts';
import type { Db, LedgerTable, RegisterTable } from '#server/db/tables.ts';
import { DatasetError } from './dataset-error.ts';

/** What may be pointed to; `questions` by number, everything else by id. */
export type KeyTable =
  | Exclude<RegisterTable, 'workspaces' | 'panels' | 'accounts' | 'meetings' | 'agendas'>
  | LedgerTable;

export type KnownKeys = Readonly<Record<KeyTable, ReadonlyMap<string, Instant>>>;

type Incoming = readonly (readonly [key: string, recordedAt: Instant])[];

const keyed = <R extends Recorded>(
  records: readonly R[] = [],
  key: (record: R) => string,
): Incoming => records.map((record) => [key(record), record.recordedAt]);

const id = (record: { readonly id: string }): string => record.id;

function incoming(dataset: Partial<Dataset>): Record<KeyTable, Incoming> {
  return {
    departments: keyed(dataset.departments, id),
    sources: keyed(dataset.sources, id),
    indicators: keyed(dataset.indicators, (record) => record.code),
    targets: keyed(dataset.targets, id),
    funds: keyed(dataset.funds, id),
    platforms: keyed(dataset.platforms, id),
    frameworks: keyed(dataset.frameworks, id),
    elements: keyed(dataset.elements, id),
    tasks: keyed(dataset.tasks, id),
    milestones: keyed(dataset.milestones, id),
    questions: keyed(dataset.questions, (record) => String(record.number)),
    observations: keyed(dataset.observations, id),
    movements: keyed(dataset.movements, id),
    ticks: keyed(dataset.ticks, id),
    check_ins: keyed(dataset.checkIns, id),
  };
}

/** Ledgers are long: of them only these ids are looked up, the ones that come and the ones that they point to. */
function ledgerIds(dataset: Partial<Dataset>, table: LedgerTable): (string | null)[] {
  switch (table) {
    case 'observations':
      return (dataset.observations ?? []).flatMap((record) => [record.id, record.supersedes]);
    case 'movements':
      return (dataset.movements ?? []).flatMap((record) => [record.id, record.supersedes]);
    case 'ticks':
      return (dataset.ticks ?? []).flatMap((record) => [record.id, record.supersedes]);
    case 'check_ins':
      return [
        ...(dataset.checkIns ?? []).map(id),
        ...(dataset.ticks ?? []).map((record) => record.checkIn),
      ];
  }
}

const isLedger = (table: KeyTable): table is LedgerTable =>
  table === 'observations' || table === 'movements' || table === 'ticks' || table === 'check_ins';

async function since(
  db: Db,
  table: KeyTable,
  where: RawBuilder<SqlBool>,
): Promise<[string, Instant][]> {
  const key = sql.ref(table === 'questions' ? 'number' : 'id');
  const { rows } = await sql<{ key: string | number; since: Instant }>`
    select ${key} as key, min(recorded_at) as since from ${sql.table(table)} where ${where} group by ${key}`.execute(
    db,
  );
  return rows.map((row) => [String(row.key), row.since]);
}

async function stored(
  db: Db,
  table: KeyTable,
  dataset: Partial<Dataset>,
): Promise<Map<string, Instant>> {
  if (!isLedger(table)) return new Map(await since(db, table, sql`1 = 1`));
  const ids = [...new Set(ledgerIds(dataset, table))].filter((one) => one !== null);
  const found = new Map<string, Instant>();
  for (const some of chunks(ids, IDS_PER_STATEMENT)) {
    for (const [key, instant] of await since(db, table, sql`id in (${sql.join(some)})`))
      found.set(key, instant);
  }
  return found;
}

/**
 * `db` null = a store that is still empty. Throws DatasetError where a ledger's id is used twice, or one key is recorded
 * twice at one instant.
 */
export async function knownKeys(db: Db | null, dataset: Partial<Dataset>): Promise<KnownKeys> {
  const result: Partial<Record<KeyTable, Map<string, Instant>>> = {};
  const incomingKeys = incoming(dataset);
  for (const table of Object.keys(incomingKeys) as KeyTable[]) {
    const known = db === null ? new Map<string, Instant>() : await stored(db, table, dataset);
    const seen = new Set<string>();
    for (const [key, recordedAt] of incomingKeys[table]) {
      const moment = isLedger(table) ? key : `${recordedAt} ${key}`;
      if (seen.has(moment) || (isLedger(table) && known.has(key))) {
        throw new DatasetError(
          table,
          key,
          table === 'questions' ? 'number' : 'id',
          'is used twice',
        );
      }
      seen.add(moment);
    }
    for (const [key, recordedAt] of incomingKeys[table]) {
      const first = known.get(key);
      if (first === undefined || recordedAt < first) known.set(key, recordedAt);
    }
    result[table] = known;
  }
  return result as KnownKeys;
}
