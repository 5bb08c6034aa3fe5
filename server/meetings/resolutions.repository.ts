/** What meetings decided, what was taken back, and what became of the rest. Append-only. */
import type { CarriedKind, ResolutionKind } from '#core/contract/lists.ts';
import type { IsoDate, Recorded } from '#core/domain/records.ts';
import { recordedColumns, recordedFields } from '#server/db/columns.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import type { ResolutionRow } from '#server/db/meeting-tables.ts';
import type { Db } from '#server/db/tables.ts';

/** What a resolution became: the id of the task, milestone or question. */
export type Carried = { readonly kind: CarriedKind; readonly id: string };

export type ResolutionRecord = Recorded & {
  readonly id: string;
  readonly meeting: string;
  readonly item: string;
  readonly kind: ResolutionKind;
  /** null = none was prepared or chosen. */
  readonly option: string | null;
  readonly words: string;
  /** Department; null = none is named. */
  readonly owner: string | null;
  readonly due: IsoDate | null;
  readonly subject: string | null;
};

export type KeptResolution = ResolutionRecord & {
  readonly withdrawn: boolean;
  /** null = not yet, or nothing but words. */
  readonly carried: Carried | null;
};

const toRecord = (row: ResolutionRow): ResolutionRecord => ({
  id: row.id,
  meeting: row.meeting,
  item: row.item,
  kind: row.kind,
  option: row.option,
  words: row.words,
  owner: row.owner,
  due: row.due,
  subject: row.subject,
  ...recordedFields(row),
});

async function withOutcome(db: Db, rows: readonly ResolutionRow[]): Promise<KeptResolution[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const withdrawn = await db
    .selectFrom('resolution_withdrawals')
    .select('resolution')
    .where('resolution', 'in', ids)
    .execute();
  const carried = await db
    .selectFrom('carried_resolutions')
    .select(['resolution', 'kind', 'result'])
    .where('resolution', 'in', ids)
    .execute();
  const gone = new Set(withdrawn.map((row) => row.resolution));
  const became = new Map(
    carried.map(({ resolution, kind, result }) => [resolution, { kind, id: result }]),
  );
  return rows.map((row) => ({
    ...toRecord(row),
    withdrawn: gone.has(row.id),
    carried: became.get(row.id) ?? null,
  }));
}

/** Everything that a meeting decided, in the order of recording; withdrawn ones among them. */
export async function readResolutions(db: Db, meeting: string): Promise<KeptResolution[]> {
  const rows = await db
    .selectFrom('resolutions')
    .selectAll()
    .where('meeting', '=', meeting)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return withOutcome(db, rows);
}

/** null = there is none of that id. */
export async function findResolution(db: Db, id: string): Promise<KeptResolution | null> {
  const rows = await db.selectFrom('resolutions').selectAll().where('id', '=', id).execute();
  return (await withOutcome(db, rows))[0] ?? null;
}

export async function appendResolution(db: Db, record: ResolutionRecord): Promise<void> {
  const { id, meeting, item, kind, option, words, owner, due, subject } = record;
  await insertRows(db, 'resolutions', [
    { id, ...recordedColumns(record), meeting, item, kind, option, words, owner, due, subject },
  ]);
}

/** The database refuses to take one back twice. */
export async function appendWithdrawal(
  db: Db,
  record: Recorded & { readonly id: string; readonly resolution: string },
): Promise<void> {
  const { id, resolution } = record;
  await insertRows(db, 'resolution_withdrawals', [{ id, ...recordedColumns(record), resolution }]);
}

/** The database refuses to carry one out twice. */
export async function appendCarried(
  db: Db,
  record: Recorded & {
    readonly id: string;
    readonly resolution: string;
    readonly carried: Carried;
  },
): Promise<void> {
  const { id, resolution, carried } = record;
  await insertRows(db, 'carried_resolutions', [
    { id, ...recordedColumns(record), resolution, kind: carried.kind, result: carried.id },
  ]);
}
