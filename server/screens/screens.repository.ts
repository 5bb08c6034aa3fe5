/** Registered walls, by their rows: settings, what they are told, what they said last. */
import type { ScreenCommand, ScreenSaid, ScreenSettings } from '#core/contract/screen.ts';
import type { Instant } from '#core/domain/records.ts';
import { isCommandAlive } from '#core/domain/screens.ts';
import { sha256 } from '#server/accounts/secrets.ts';
import { fromJson, toJson } from '#server/db/columns.ts';
import type { ScreenBeatRow, ScreenRow } from '#server/db/private-tables.ts';
import type { Db } from '#server/db/tables.ts';

export type ScreenRecord = ScreenSettings & {
  readonly id: string;
  readonly version: number;
  readonly registeredAt: Instant;
  /** null = it is registered. */
  readonly revokedAt: Instant | null;
  readonly command: { readonly told: ScreenCommand; readonly at: Instant } | null;
};

export type BeatRecord = Pick<
  ScreenBeatRow,
  'at' | 'picture_hash' | 'picture_at' | 'told_build'
> & { readonly screen: string; readonly said: ScreenSaid };

const inMetres = (centimetres: number | null): number | null =>
  centimetres === null ? null : centimetres / 100;

const inCentimetres = (metres: number | null): number | null =>
  metres === null ? null : Math.round(metres * 100);

const toScreen = (row: ScreenRow): ScreenRecord => ({
  id: row.id,
  name: row.name,
  place: row.place,
  pages: fromJson<ScreenSettings['pages']>(row.pages),
  seconds: row.seconds,
  theme: row.theme,
  lang: row.lang,
  distance: inMetres(row.distance_cm),
  side: inMetres(row.side_cm),
  version: row.version,
  registeredAt: row.registered_at,
  revokedAt: row.revoked_at,
  command:
    row.command === null || row.command_at === null
      ? null
      : { told: fromJson<ScreenCommand>(row.command), at: row.command_at },
});

const columns = ({ pages, distance, side, ...plain }: ScreenSettings) => ({
  name: plain.name,
  place: plain.place,
  pages: toJson(pages),
  seconds: plain.seconds,
  theme: plain.theme,
  lang: plain.lang,
  distance_cm: inCentimetres(distance),
  side_cm: inCentimetres(side),
});

/** What is set for a wall, without what else is known of it. */
export const settingsOf = (record: ScreenSettings): ScreenSettings => ({
  name: record.name,
  place: record.place,
  pages: record.pages,
  seconds: record.seconds,
  theme: record.theme,
  lang: record.lang,
  distance: record.distance,
  side: record.side,
});

/** The wall that holds the secret, also one that was revoked; null = it is none. */
export async function findScreenBySecret(
  db: Db,
  secret: string | null,
): Promise<ScreenRecord | null> {
  if (secret === null) return null;
  const row = await db
    .selectFrom('screens')
    .selectAll()
    .where('token', '=', await sha256(secret))
    .executeTakeFirst();
  return row === undefined ? null : toScreen(row);
}

export async function findScreen(db: Db, id: string): Promise<ScreenRecord | null> {
  const row = await db.selectFrom('screens').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toScreen(row);
}

/** Those of the walls whose registration was revoked. */
export async function revokedAmong(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('screens')
    .select('id')
    .where('id', 'in', [...ids])
    .where('revoked_at', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** In the order in which they were registered. */
export async function listScreens(db: Db): Promise<ScreenRecord[]> {
  const rows = await db.selectFrom('screens').selectAll().orderBy('id').execute();
  return rows.map(toScreen);
}

/** @param token SHA-256 of the secret that the device carries */
export async function addScreen(
  db: Db,
  {
    id,
    token,
    settings,
    by,
    now,
  }: {
    id: string;
    token: string;
    settings: ScreenSettings;
    by: string;
    now: Instant;
  },
): Promise<void> {
  const row = {
    id,
    token,
    ...columns(settings),
    version: 1,
    registered_at: now,
    registered_by: by,
    revoked_at: null,
    command: null,
    command_at: null,
  };
  await db.insertInto('screens').values(row).execute();
}

export async function changeScreen(db: Db, id: string, settings: ScreenSettings): Promise<void> {
  await db
    .updateTable('screens')
    .set((eb) => ({ ...columns(settings), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** The row stays, so that the wall can be told what became of it. */
export async function revokeScreen(db: Db, id: string, now: Instant): Promise<void> {
  await db
    .updateTable('screens')
    .set((eb) => ({ revoked_at: now, command: null, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  // Its last picture is of something that it may no longer see.
  await db.deleteFrom('screen_beats').where('screen', '=', id).execute();
}

/** What the wall is to do at its next heartbeat; a later word takes the place of an earlier one. */
export async function leaveCommand(
  db: Db,
  id: string,
  command: ScreenCommand,
  now: Instant,
): Promise<void> {
  await db
    .updateTable('screens')
    .set({ command: toJson(command), command_at: now })
    .where('id', '=', id)
    .execute();
}

/** What was left for the wall, told this once; null = nothing, or nothing that still counts. */
export async function takeCommand(db: Db, id: string, now: Instant): Promise<ScreenCommand | null> {
  const left = (await findScreen(db, id))?.command ?? null;
  if (left === null) return null;
  await db
    .updateTable('screens')
    .set({ command: null, command_at: null })
    .where('id', '=', id)
    .execute();
  return isCommandAlive(left.at, now) ? left.told : null;
}

const beatColumns = ['screen', 'at', 'said', 'picture_hash', 'picture_at', 'told_build'] as const;

/** Last heartbeats by wall. */
export async function readBeats(db: Db, screen: string | null): Promise<Map<string, BeatRecord>> {
  let query = db.selectFrom('screen_beats').select([...beatColumns]);
  if (screen !== null) query = query.where('screen', '=', screen);
  const rows = await query.execute();
  return new Map(rows.map((row) => [row.screen, { ...row, said: fromJson<ScreenSaid>(row.said) }]));
}

export type NewPicture = { readonly hash: string; readonly type: string; readonly content: string };

/** Takes the place of the last heartbeat; without a picture of its own that of the last one stays. */
export async function noteBeat(
  db: Db,
  screen: string,
  {
    said,
    picture,
    toldBuild,
    now,
  }: {
    said: ScreenSaid;
    picture: NewPicture | null;
    toldBuild: string | null;
    now: Instant;
  },
): Promise<void> {
  const always = { at: now, said: toJson(said), told_build: toldBuild };
  const shown =
    picture === null
      ? null
      : {
          picture: picture.content,
          picture_hash: picture.hash,
          picture_type: picture.type,
          picture_at: now,
        };
  const none = { picture: null, picture_hash: null, picture_type: null, picture_at: null };
  await db
    .insertInto('screen_beats')
    .values({ screen, ...always, ...(shown ?? none) })
    .onConflict((conflict) => conflict.column('screen').doUpdateSet({ ...always, ...shown }))
    .execute();
}

/** A wall's picture by its hash; null = it is no wall's last one. */
export async function findPicture(
  db: Db,
  hash: string,
): Promise<{ content: string; type: string } | null> {
  const row = await db
    .selectFrom('screen_beats')
    .select(['picture', 'picture_type'])
    .where('picture_hash', '=', hash)
    .executeTakeFirst();
  if (row === undefined || row.picture === null || row.picture_type === null) return null;
  return { content: row.picture, type: row.picture_type };
}

export async function readReloadHour(db: Db): Promise<number> {
  const row = await db
    .selectFrom('screen_settings')
    .select('reload_hour')
    .executeTakeFirstOrThrow();
  return row.reload_hour;
}

export async function setReloadHour(db: Db, reloadHour: number): Promise<void> {
  await db.updateTable('screen_settings').set({ reload_hour: reloadHour }).execute();
}
