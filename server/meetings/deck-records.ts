/** What the slides of a meeting are written from, read once for both languages. */
import type { Board } from '#core/contract/board.ts';
import type { Language } from '#core/contract/lists.ts';
import type { Slide } from '#core/contract/slide.ts';
import { assembleBoard } from '#core/domain/board.ts';
import { deckOf, deckTasks } from '#core/domain/deck.ts';
import type { PreviousMeeting } from '#core/domain/deck-parts.ts';
import type { Dataset } from '#core/domain/records.ts';
import { taskViews } from '#core/domain/task-view.ts';
import { readBoardRecords } from '#server/board/board-records.ts';
import type { Db } from '#server/db/tables.ts';
import type { Picture } from '#server/http/picture.ts';
import type { Kept } from '#server/kept/kept.ts';
import { readNewestCheckIns, readTicks } from '#server/tasks/check-ins.repository.ts';
import { readMilestones, readTasks } from '#server/tasks/tasks.repository.ts';
import { type Honesty, readHonesty } from '#server/watch/honesty.ts';
import type { MeetingRecord } from './meetings.repository.ts';
import { previousMeeting } from './previous-meeting.ts';

export type DeckRecords = Awaited<ReturnType<typeof readBoardRecords>> & {
  readonly picture: Picture;
  /** Records of the tasks that the slides name. */
  readonly named: Dataset;
  readonly honesty: (lang: Language) => Honesty;
  /** null = there was no meeting before. */
  readonly previous: Readonly<Record<Language, PreviousMeeting>> | null;
};

/** Reads for a meeting, from one state of the store. */
export async function readDeckRecords(
  db: Db,
  kept: Kept,
  picture: Picture,
  meeting: MeetingRecord,
): Promise<DeckRecords> {
  const { asOf, compare, knownAt, workspace } = picture;
  const records = await readBoardRecords(db, kept, picture);
  const task = [...deckTasks(records.field, asOf, compare)];
  const bounds = { knownAt, asOfLast: asOf, task };
  return {
    ...records,
    picture,
    named: {
      ...records.dataset,
      tasks: await readTasks(db, bounds),
      milestones: await readMilestones(db, bounds),
      ticks: await readTicks(db, bounds),
      checkIns: await readNewestCheckIns(db, { knownAt, days: [asOf], task }),
    },
    honesty: await readHonesty(db, { asOf, knownAt, nearDays: workspace.nearDays }),
    previous: await previousMeeting({ db, workspace, asOf, knownAt }, meeting),
  };
}

/** The slides in one language, and the board that they are written from. */
export function slidesFrom(
  { calendar, dataset, field, honesty, named, picture, previous }: DeckRecords,
  lang: Language,
): { readonly board: Board; readonly slides: Slide[] } {
  const { asOf, compare, knownAtShown } = picture;
  const board = assembleBoard({
    dataset,
    calendar,
    field,
    asOf,
    compare,
    knownAt: knownAtShown,
    lang,
  });
  const views = taskViews(named.tasks, named, asOf, lang);
  const now = new Map(views.map((task) => [task.id, task]));
  const slides = deckOf({
    board,
    field,
    now,
    watch: honesty(lang),
    previous: previous?.[lang] ?? null,
    lang,
  });
  return { board, slides };
}
