import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type Columns, createTable } from '../create-table.ts';
import { columnType, engineOf, refuseChanges, tableSuffix } from '../dialects.ts';

const registers: Readonly<Record<string, Columns>> = {
  meetings: {
    title: 'text',
    date: 'text',
    as_of: 'text',
    compare_meeting: 'text?',
    compare: 'text?',
    participants: 'text',
  },
  /** The id is the meeting's. */
  agendas: { items: 'text' },
};

const ledgers: Readonly<Record<string, Columns>> = {
  signing_keys: { public_key: 'text' },
  snapshots: {
    meeting: 'text',
    version: 'int',
    as_of: 'text',
    compare: 'text?',
    known_at: 'text',
    sha256: 'text',
    bytes: 'int',
    signing_key: 'text?->signing_keys',
    signature: 'text?',
    /** What the document says beside its answers. */
    rest: 'text',
  },
  meeting_steps: { meeting: 'text', step: 'text' },
  meeting_reminders: { meeting: 'text', department: 'text', owed: 'text' },
  resolutions: {
    meeting: 'text',
    item: 'text',
    kind: 'text',
    option: 'text?',
    words: 'text',
    owner: 'text?',
    due: 'text?',
    subject: 'text?',
  },
  resolution_withdrawals: { resolution: 'text->resolutions' },
  carried_resolutions: { resolution: 'text->resolutions', kind: 'text', result: 'text' },
};

const indexes: readonly (readonly [
  table: string,
  columns: readonly string[],
  unique?: 'unique',
])[] = [
  ['snapshots', ['meeting', 'version'], 'unique'],
  ['snapshots', ['known_at', 'as_of']],
  ['meeting_steps', ['meeting', 'step'], 'unique'],
  ['meeting_reminders', ['meeting']],
  ['resolutions', ['meeting']],
  ['resolution_withdrawals', ['resolution'], 'unique'],
  ['carried_resolutions', ['resolution'], 'unique'],
];

export const meetings: Migration = {
  async up(db: Kysely<unknown>) {
    const engine = engineOf(db);
    const text = columnType(engine, 'text');
    const integer = columnType(engine, 'integer');
    const end = tableSuffix(engine);
    for (const [table, columns] of Object.entries(registers))
      await createTable(db, table, columns, true);
    for (const [table, columns] of Object.entries(ledgers))
      await createTable(db, table, columns, false);
    for (const [table, columns, unique] of indexes) {
      const name = sql.id(`${table}_${columns.join('_')}`);
      await sql`create ${unique ? sql`unique index` : sql`index`} ${name}
        on ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})`.execute(db);
    }

    // A snapshot's answers, packed: thousands of passports in one row would have to be read whole for one of them.
    await sql`create table snapshot_parts (snapshot ${text} not null references snapshots (id), ordinal ${integer} not null,
      first_question ${text} not null, content ${columnType(engine, 'bytes')} not null,
      primary key (snapshot, ordinal)) ${end}`.execute(db);
    await refuseChanges(db, 'snapshot_parts');

    // What follows is no record: where a presentation stands, and what moves it. Changed in place.
    await sql`create table stages (meeting ${text} primary key, item ${text}, black ${integer} not null, focus ${integer},
      since ${text} not null, turn ${integer} not null, presenter ${text}, presenter_name ${text}) ${end}`.execute(
      db,
    );
    await sql`create table stage_codes (meeting ${text} primary key, code ${text} not null, account ${text} not null,
      expires_at ${text} not null) ${end}`.execute(db);
    await sql`create table stage_keys (id ${text} primary key, meeting ${text} not null, account ${text} not null,
      expires_at ${text} not null) ${end}`.execute(db);
  },
};
