/** Where a presentation stands. No record: a row for each meeting, changed in place. */
import type { Stage } from '#core/contract/meeting.ts';
import type { Instant } from '#core/domain/records.ts';
import { holdingRow } from '#server/db/dialects.ts';
import type { Db } from '#server/db/tables.ts';
import type { StageHolder } from './stage-key.ts';

/** `account` is who presents; null = nobody has shown anything yet. */
export type StageState = { readonly stage: Stage; readonly account: string | null };

export async function readStage(db: Db, meeting: string): Promise<StageState> {
  const row = await db
    .selectFrom('stages')
    .selectAll()
    .where('meeting', '=', meeting)
    .executeTakeFirst();
  if (row === undefined) {
    const nothing = { item: null, black: false, focus: null, since: null, turn: 0 };
    return { stage: { meeting, ...nothing, presenter: null }, account: null };
  }
  const { item, black, focus, since, turn } = row;
  return {
    stage: { meeting, item, black: black === 1, focus, since, turn, presenter: row.presenter_name },
    account: row.presenter,
  };
}

/** Where it stands, to be moved: whoever moves it at the same moment waits, and then sees who was faster. */
export async function holdStage(tx: Db, meeting: string): Promise<StageState> {
  // Before the first move there is no row of its own that could be held.
  const query = tx.selectFrom('meetings').select('id').where('id', '=', meeting);
  await holdingRow(tx, query).execute();
  return readStage(tx, meeting);
}

/** Moves it. The time of an item runs from when it came up, whatever else changes meanwhile. */
export async function moveStage(
  db: Db,
  { stage: before }: StageState,
  to: Pick<Stage, 'item' | 'black' | 'focus'>,
  presenter: StageHolder,
  now: Instant,
): Promise<Stage> {
  const { meeting } = before;
  const stays = before.since !== null && before.item === to.item;
  const since = stays ? (before.since ?? now) : now;
  const row = {
    item: to.item,
    black: to.black ? 1 : 0,
    focus: to.focus,
    since,
    turn: before.turn + 1,
    presenter: presenter.account,
    presenter_name: presenter.name,
  };
  await db
    .insertInto('stages')
    .values({ meeting, ...row })
    .onConflict((conflict) => conflict.column('meeting').doUpdateSet(row))
    .execute();
  return { meeting, ...to, since, turn: row.turn, presenter: presenter.name };
}
