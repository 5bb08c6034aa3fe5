/** The three homes of the REST app, each holding the default dataset and one later correction of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dataset, Instant, MovementRecord } from '#core/domain/records.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { startNodeMock } from '#mocks/node.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import type { Db } from '#server/db/tables.ts';
import type { Logger } from '#server/http/observers.ts';
import { readConfig, type StoreConfig } from '#server/node/config.ts';
import { startHome } from '#server/node/home.ts';
import { createTestDatabase } from '#tests/setup/postgres.ts';
import packageJson from '../../package.json' with { type: 'json' };

/** When the default dataset was recorded, when its correction was, and what every home's clock shows after that. */
export const RECORDED: Instant = '2026-01-02T03:04:05.678Z';
export const CORRECTED: Instant = '2026-02-03T04:05:06.789Z';
const NOW: Instant = '2026-03-01T00:00:00.000Z';

/** What the ledger says was paid out of the platform fund by April 2021, in fen: at first, and corrected. */
export const PAID_FEN = 130_000_000_0;
export const PAID_FEN_CORRECTED = 135_000_000_0;
const PAID = 'm.fund.platform.disbursed.2021';

/** A question that was asked and answered before the correction came. */
export const EARLY_QUESTION = `/api/board?knownAt=${RECORDED}&lang=zh`;

export type Home = {
  /** Answers a path below the home's address. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** Reply to EARLY_QUESTION from before the correction was recorded. */
  readonly early: string;
  readonly close: () => Promise<void>;
};

function correction(dataset: Dataset): MovementRecord {
  const wrong = dataset.movements.find(({ id }) => id === PAID);
  if (wrong?.amountFen !== PAID_FEN) throw new Error(`the default dataset has another ${PAID}`);
  return {
    ...wrong,
    id: `${PAID}.corrected`,
    amountFen: PAID_FEN_CORRECTED,
    supersedes: PAID,
    reason: 'a payment of April was entered in May',
    recordedAt: CORRECTED,
    recordedBy: 'tester',
  };
}

type Opened = {
  readonly base: string;
  readonly db: Db;
  readonly close: () => Promise<void>;
};

/** Opens a home with its clock at RECORDED, asks the early question, records the correction, and goes on to NOW. */
async function withHistory(open: (clock: () => Instant) => Promise<Opened>): Promise<Home> {
  let now = RECORDED;
  const { base, db, close } = await open(() => now);
  const ask = (path: string, init: RequestInit = {}) =>
    // Equal bytes are looked for, whatever a home can compress; a name other than `*` decides the language.
    fetch(base + path, {
      ...init,
      headers: { 'accept-encoding': 'identity', 'accept-language': 'zh', ...init.headers },
    });
  const early = await (await ask(EARLY_QUESTION)).text();
  await loadDataset(db, { movements: [correction(sampleAt(RECORDED))] });
  now = NOW;
  return { ask, early, close };
}

async function openMsw(clock: () => Instant): Promise<Opened> {
  const mock = await startNodeMock({ dataset: sampleAt(RECORDED), clock });
  return { base: 'http://cockpit.test', db: mock.db, close: mock.close };
}

/** Why a home failed, for whoever reads the failed run. */
const tell: Logger['error'] = ({ err }, message) => process.stderr.write(`${message}: ${err}\n`);

async function openNode(store: StoreConfig, clock: () => Instant): Promise<Opened> {
  const home = await startHome({
    config: {
      ...readConfig({ PORT: '0', LOG_LEVEL: 'silent' }),
      store,
      files: join(tmpdir(), 'cockpit-contract-files'),
    },
    // Without the page's files: this is about the API.
    root: import.meta.dirname,
    version: packageJson.version,
    logger: { error: tell, debug: () => undefined },
    clock,
  });
  return { base: `http://127.0.0.1:${home.port}`, db: home.store.db, close: () => home.close() };
}

async function openNodeOverSqlite(clock: () => Instant): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'cockpit-contract-'));
  const home = await openNode({ kind: 'sqlite', file: join(folder, 'cockpit.sqlite') }, clock);
  const close = async () => {
    await home.close();
    await rm(folder, { recursive: true });
  };
  return { ...home, close };
}

async function openNodeOverPostgres(clock: () => Instant): Promise<Opened> {
  const database = await createTestDatabase();
  const home = await openNode({ kind: 'postgres', url: database.url }, clock);
  const close = async () => {
    await home.close();
    await database.drop();
  };
  return { ...home, close };
}

/**
 * For `describe.each`, one open at a time: while MSW is, it answers every fetch of the process for /api.
 * `overHttp`: its replies come over a socket.
 */
export const homes = [
  { name: 'MSW over SQLite in WebAssembly', overHttp: false, open: () => withHistory(openMsw) },
  { name: 'Node over SQLite', overHttp: true, open: () => withHistory(openNodeOverSqlite) },
  { name: 'Node over PostgreSQL', overHttp: true, open: () => withHistory(openNodeOverPostgres) },
] as const;
