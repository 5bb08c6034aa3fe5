/** Accounts: a register like the others, so that a name in an old picture stays the name of then. */
import { sql } from 'kysely';
import type { AccountState, Role } from '#core/contract/lists.ts';
import type { Instant, Recorded } from '#core/domain/records.ts';
import { fromJson, recordedColumns, recordedFields, toJson } from '#server/db/columns.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import type { AccountRow } from '#server/db/private-tables.ts';
import {
  currentPage,
  currentRow,
  currentRows,
  type Page,
  withRevisions,
} from '#server/db/revisions.ts';
import type { Db } from '#server/db/tables.ts';

export type AccountRecord = Recorded & {
  readonly id: string;
  /** In lower case. */
  readonly login: string;
  readonly name: string;
  /** null = belongs to no department. */
  readonly department: string | null;
  readonly roles: readonly Role[];
  readonly state: AccountState;
  /** Counts its changes from 1. */
  readonly revision: number;
};

/** A row as a record. */
export const accountRecord = (row: AccountRow): AccountRecord => ({
  id: row.id,
  login: row.login,
  name: row.name,
  department: row.department,
  roles: fromJson<Role[]>(row.roles),
  state: row.state,
  revision: row.revision,
  ...recordedFields(row),
});

export async function findAccount(db: Db, id: string): Promise<AccountRecord | null> {
  const row = await currentRow(db, 'accounts', id, null);
  return row === null ? null : accountRecord(row);
}

/** `login` in any case. */
export async function findAccountByLogin(db: Db, login: string): Promise<AccountRecord | null> {
  const where = [sql<boolean>`r.login = ${login.toLowerCase()}`];
  const [row] = await currentRows(db, 'accounts', { knownAt: null, where });
  return row === undefined ? null : accountRecord(row);
}

export async function listAccounts(
  db: Db,
  query: { after: string | null; limit: number },
): Promise<Page<AccountRecord>> {
  return currentPage(db, 'accounts', { knownAt: null, ...query }, accountRecord);
}

/** What accounts were called at the instant, by id; null = by now. */
export async function readAccountNames(
  db: Db,
  knownAt: Instant | null,
): Promise<ReadonlyMap<string, string>> {
  const rows = await currentRows(db, 'accounts', { knownAt });
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Every account that may sign in. */
export async function activeAccounts(db: Db): Promise<AccountRecord[]> {
  const where = [sql<boolean>`r.state = 'active'`];
  return (await currentRows(db, 'accounts', { knownAt: null, where })).map(accountRecord);
}

/** What the register does not say of an account: its last sign-in (null = never), and who vouches for it. */
export async function readComings(
  db: Db,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, { lastSignInAt: Instant | null; external: boolean }>> {
  if (accounts.length === 0) return new Map();
  const last = await db
    .selectFrom('sign_ins')
    .selectAll()
    .where('account', 'in', accounts)
    .execute();
  const known = await db
    .selectFrom('identities')
    .select('account')
    .where('account', 'in', accounts)
    .execute();
  const external = new Set(known.map((row) => row.account));
  const lastAt = new Map(last.map((row) => [row.account, row.last_at]));
  return new Map(
    accounts.map((id) => [
      id,
      { lastSignInAt: lastAt.get(id) ?? null, external: external.has(id) },
    ]),
  );
}

/** A new account, or a further revision of one. */
export async function appendAccount(
  db: Db,
  record: Omit<AccountRecord, 'revision'>,
): Promise<void> {
  const numbered = await withRevisions(db, 'accounts', [record], (one) => one.id);
  const rows = numbered.map(({ id, revision }) => ({
    id,
    revision,
    ...recordedColumns(record),
    login: record.login.toLowerCase(),
    name: record.name,
    department: record.department,
    roles: toJson(record.roles),
    state: record.state,
  }));
  await insertRows(db, 'accounts', rows);
}
