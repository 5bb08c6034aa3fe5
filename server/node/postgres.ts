import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { postgresDialect } from '#server/db/dialects.ts';
import { migrateToLatest, unknownMigrations } from '#server/db/migrate.ts';
import type { Database, Db } from '#server/db/tables.ts';
import { readDataVersion } from '#server/store/store.repository.ts';
import { withoutPassword } from './config.ts';
import { listenForNews } from './postgres-listener.ts';
import { newerDatabase } from './sqlite-checks.ts';
import { codeOf, StartError, wordsOf } from './start-error.ts';
import type { Store } from './store.ts';

const ANSWER_LIMIT_MS = 5000;
/** How long a writer waits for what somebody else holds. */
const LOCK_LIMIT_MS = 10_000;

/** The oldest release whose SQL this product speaks (`with … as materialized`), as the server writes its number. */
const OLDEST_SERVER = 120_000;

/** Types of PostgreSQL that come as text by default: bigint, which also `count` and `max` of one give. */
const BIGINT = 20;

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${text} is beyond what can be counted exactly (2^53)`);
  return value;
}

type TypeParser = (text: string) => unknown;

/** As SQLite answers: whole numbers as number; beyond 2^53 they throw. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): TypeParser =>
    oid === BIGINT && format !== 'binary'
      ? safeInteger
      : (pg.types.getTypeParser(oid, format) as TypeParser),
};

/** SQLSTATE, see https://www.postgresql.org/docs/current/errcodes-appendix.html */
function explain(error: unknown, place: string): StartError {
  const [code, words] = [codeOf(error), wordsOf(error)];
  if (code === '28P01' || code === '28000') {
    const en = `The PostgreSQL at ${place} refused the user or the password (${words}).`;
    return new StartError(
      'sign-in-refused',
      en,
      `PostgreSQL ${place} 拒绝了用户名或密码（${words}）。`,
      error,
    );
  }
  if (code === '3D000') {
    const en = `The PostgreSQL at ${place} has no such database (${words}). Create it first.`;
    return new StartError(
      'no-such-database',
      en,
      `PostgreSQL ${place} 上没有该数据库（${words}）。请先创建。`,
      error,
    );
  }
  if (code === '42501') {
    const en = `The user of ${place} may not create tables there (${words}).`;
    return new StartError(
      'not-permitted',
      en,
      `${place} 的用户无权在其中建表（${words}）。`,
      error,
    );
  }
  const silent =
    /^E(CONNREFUSED|NOTFOUND|AI_AGAIN|TIMEDOUT|HOSTUNREACH|NETUNREACH|CONNRESET)$/.test(code);
  if (silent || /timeout|terminated unexpectedly/i.test(words)) {
    const en = `The PostgreSQL at ${place} does not answer (${code || words}). Is it running, and is the address right?`;
    return new StartError(
      'no-answer',
      en,
      `PostgreSQL ${place} 没有响应（${code || words}）。请确认其已运行且地址正确。`,
      error,
    );
  }
  const en = `The PostgreSQL at ${place} could not be opened (${words}).`;
  return new StartError('store-failed', en, `无法打开 PostgreSQL ${place}（${words}）。`, error);
}

async function checkServer(db: Db, place: string): Promise<void> {
  const { rows } = await sql<{ number: string; version: string; encoding: string }>`select
    current_setting('server_version_num') as number, current_setting('server_version') as version,
    current_setting('server_encoding') as encoding`.execute(db);
  for (const { number, version, encoding } of rows) {
    if (Number(number) < OLDEST_SERVER) {
      const en = `The PostgreSQL at ${place} is of version ${version}; 12 or newer is needed.`;
      throw new StartError(
        'unfit-server',
        en,
        `PostgreSQL ${place} 的版本为 ${version}，需要 12 或更新版本。`,
      );
    }
    if (encoding !== 'UTF8') {
      const en = `The database at ${place} is encoded in ${encoding}; create it with UTF8.`;
      throw new StartError(
        'unfit-server',
        en,
        `数据库 ${place} 的编码为 ${encoding}，应以 UTF8 创建。`,
      );
    }
  }
}

/** Connects, looks, and only then migrates. Throws StartError, within about five seconds where nobody answers. */
export async function openPostgresStore(url: string): Promise<Store> {
  const place = withoutPassword(url);
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: ANSWER_LIMIT_MS,
    lock_timeout: LOCK_LIMIT_MS,
    application_name: 'reform-cockpit',
    types,
  });
  // A connection that breaks while idle is dropped from the pool; who asks next gets a new one, or the error.
  pool.on('error', () => undefined);
  const db = new Kysely<Database>({ dialect: postgresDialect(pool) });
  try {
    await checkServer(db, place);
    if ((await unknownMigrations(db)).length > 0) throw newerDatabase(place);
    await migrateToLatest(db);
  } catch (error) {
    await db.destroy();
    throw error instanceof StartError ? error : explain(error, place);
  }
  let stopListening: (() => Promise<void>) | null = null;
  return {
    db,
    readDb: db,
    engine: 'postgres',
    place,
    dataVersion: () => readDataVersion(db),
    onChange: (news) => {
      stopListening ??= listenForNews(url, () => readDataVersion(db), news);
    },
    close: async () => {
      await stopListening?.();
      await db.destroy();
    },
  };
}
