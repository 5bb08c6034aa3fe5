import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Columns, createTable } from '../create-table.ts';
import { columnType, engineOf, prepareRefusal, tableSuffix } from '../dialects.ts';

const span: Columns = { period_from: 'text', period_to: 'text' };
const spanOrNull: Columns = { period_from: 'text?', period_to: 'text?' };
const decimal: Columns = { amount: 'int', scale: 'int' };

/** Primary key (id, revision). */
const registers: Readonly<Record<string, Columns>> = {
  workspaces: {
    name: 'name',
    organisation: 'name',
    clock_pinned_on: 'text?',
    last_meeting_on: 'text?',
    near_days: 'int',
  },
  departments: { name: 'name' },
  sources: { title: 'name', kind: 'text', as_of: 'text', note: 'name?' },
  indicators: {
    theme: 'text',
    name: 'name',
    short: 'name?',
    unit: 'text',
    kind: 'text',
    direction: 'text',
    dimensions: 'text',
    definition: 'name?',
    rhythm_days: 'int?',
    owner_department: 'text?',
    ledger_fund: 'text?',
    ledger_kind: 'text?',
    ledger_from: 'text?',
    ledger_to: 'text?',
    highlight: 'int?',
    note: 'name?',
  },
  targets: { indicator: 'text', ...span, ...decimal, curve: 'text', points: 'text?' },
  funds: { name: 'name', short: 'name', kind: 'text', ordinal: 'int' },
  platforms: {
    name: 'name',
    kind: 'text',
    level: 'text?',
    stage: 'text',
    place: 'name',
    partner: 'name?',
    recognised: 'text?',
    registered_on: 'text',
    registered_last: 'text',
    source: 'text',
    note: 'name?',
  },
  frameworks: { code: 'text', name: 'name', version: 'text', ordinal: 'int', source: 'text?' },
  elements: { framework: 'text', slot: 'text', ordinal: 'int', name: 'name?' },
  tasks: {
    framework: 'text?',
    element: 'text?',
    placed_by_default: 'int',
    title: 'name',
    short: 'name?',
    group: 'name?',
    owner_department: 'text',
    partners: 'text',
    cross_flags: 'text',
    start: 'text?',
    due: 'text?',
    original_due: 'text?',
    registered_on: 'text',
    registered_last: 'text',
    sources: 'text',
    rhythm_days: 'int?',
    ordinal: 'int',
    note: 'name?',
    indicators: 'text',
  },
  milestones: {
    task: 'text',
    ordinal: 'int',
    title: 'name',
    due: 'text?',
    original_due: 'text?',
    registered_on: 'text',
    registered_last: 'text',
    source: 'text?',
  },
  questions: {
    number: 'int',
    title: 'name',
    summary: 'name',
    statements: 'text',
    indicators: 'text',
    frameworks: 'text',
    elements: 'text',
    platforms: 'text',
    arises_on: 'text',
    settled_on: 'text?',
    resolution: 'name?',
    reason: 'text?',
  },
  panels: { title: 'name', note: 'name?', blocks: 'text' },
};

/** Primary key (id). */
const ledgers: Readonly<Record<string, Columns>> = {
  check_ins: {
    task: 'text',
    as_of: 'text',
    status: 'text',
    progress: 'text?',
    difficulty: 'text?',
    next: 'text?',
  },
  observations: {
    indicator: 'text',
    ...decimal,
    qualifier: 'text',
    ...spanOrNull,
    as_of: 'text',
    as_of_last: 'text',
    source: 'text?',
    supersedes: 'text?->self',
    reason: 'text?',
  },
  movements: {
    fund: 'text',
    kind: 'text',
    amount_fen: 'int',
    qualifier: 'text',
    ...spanOrNull,
    as_of: 'text',
    as_of_last: 'text',
    source: 'text?',
    label: 'name?',
    supersedes: 'text?->self',
    reason: 'text?',
  },
  ticks: {
    milestone: 'text',
    done_on: 'text',
    done_last: 'text',
    check_in: 'text?->check_ins',
    source: 'text?',
    supersedes: 'text?->self',
  },
};

const indexes: readonly (readonly [
  table: string,
  columns: readonly string[],
  unique?: 'unique',
])[] = [
  ['targets', ['indicator']],
  ['milestones', ['task']],
  ['elements', ['framework']],
  ['observations', ['indicator', 'as_of_last', 'recorded_at']],
  ['observations', ['as_of_last']],
  ['movements', ['fund', 'as_of_last']],
  ['ticks', ['milestone']],
  ['check_ins', ['task', 'as_of', 'recorded_at', 'id']],
  // A row is superseded once at most: corrections form a chain, never a fork.
  ['observations', ['supersedes'], 'unique'],
  ['movements', ['supersedes'], 'unique'],
  ['ticks', ['supersedes'], 'unique'],
];

export const initial: Migration = {
  async up(db: Kysely<unknown>) {
    await prepareRefusal(db);
    for (const [table, columns] of Object.entries(registers))
      await createTable(db, table, columns, true);
    for (const [table, columns] of Object.entries(ledgers))
      await createTable(db, table, columns, false);
    for (const [table, columns, unique] of indexes) {
      const name = sql.id(`${table}_${columns.join('_')}`);
      await sql`create ${unique ? sql`unique index` : sql`index`} ${name}
        on ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})`.execute(db);
    }
    const integer = columnType(engineOf(db), 'integer');
    const text = columnType(engineOf(db), 'text');
    await sql`create table store_state (id ${integer} primary key check (id = 1), version ${integer} not null,
      last_recorded_at ${text}) ${tableSuffix(engineOf(db))}`.execute(db);
    await sql`insert into store_state (id, version, last_recorded_at) values (1, 0, null)`.execute(
      db,
    );
  },
};
