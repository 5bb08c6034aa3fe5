import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { columnType, engineOf, tableSuffix } from '../dialects.ts';

/** Walls. None of it is part of a picture; what a wall says of itself is a row replaced in place. */
export const screens: Migration = {
  async up(db: Kysely<unknown>) {
    const engine = engineOf(db);
    const text = columnType(engine, 'text');
    const integer = columnType(engine, 'integer');
    const end = tableSuffix(engine);
    await sql`create table screens (id ${text} primary key, token ${text} not null unique, name ${text} not null,
      place ${text} not null, pages ${text} not null, seconds ${integer} not null, theme ${text} not null,
      lang ${text} not null, version ${integer} not null, registered_at ${text} not null,
      registered_by ${text} not null, revoked_at ${text}, command ${text}, command_at ${text}) ${end}`.execute(
      db,
    );
    await sql`create table screen_codes (id ${text} primary key, code ${text} not null unique, device ${text} not null,
      address ${text}, created_at ${text} not null, expires_at ${text} not null) ${end}`.execute(
      db,
    );
    await sql`create table screen_beats (screen ${text} primary key, at ${text} not null, said ${text} not null,
      picture ${text}, picture_hash ${text}, picture_type ${text}, picture_at ${text},
      told_build ${text}) ${end}`.execute(db);
    await sql`create index screen_beats_picture on screen_beats (picture_hash)`.execute(db);
    await sql`create table screen_settings (id ${integer} primary key check (id = 1),
      reload_hour ${integer} not null) ${end}`.execute(db);
    await sql`insert into screen_settings (id, reload_hour) values (1, 3)`.execute(db);
  },
};
