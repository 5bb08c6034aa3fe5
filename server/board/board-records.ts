/** What a board is assembled from: kept from the board before, with what was recorded since. */
import { type CalendarEntry, joinCalendars } from '#core/domain/calendar.ts';
import { lastDay } from '#core/domain/dates.ts';
import type {
  Dataset,
  IndicatorRecord,
  MovementRecord,
  ObservationRecord,
} from '#core/domain/records.ts';
import { type TaskField, taskField } from '#core/domain/task-summary.ts';
import { readCalendar, readCalendarSince } from '#server/dataset/calendar.repository.ts';
import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { readElements, readFrameworks } from '#server/frameworks/frameworks.repository.ts';
import { readFunds, readMovements } from '#server/funds/funds.repository.ts';
import type { Picture } from '#server/http/picture.ts';
import { readIndicators } from '#server/indicators/indicators.repository.ts';
import {
  indicatorsObservedSince,
  readNewestObservations,
} from '#server/indicators/observations.repository.ts';
import type { Kept } from '#server/kept/kept.ts';
import { readPanels } from '#server/panels/panels.repository.ts';
import { readPlatforms } from '#server/platforms/platforms.repository.ts';
import { readQuestions } from '#server/questions/questions.repository.ts';
import { readSources } from '#server/sources/sources.repository.ts';
import { readNewestCheckIns, readTicks } from '#server/tasks/check-ins.repository.ts';
import { judgedTasks } from '#server/tasks/judged-tasks.ts';
import { readMilestones, readTasks } from '#server/tasks/tasks.repository.ts';

/** More indicators than these are read faster all at once. */
const FEW = 200;

type Indicators = ReadonlyMap<string, IndicatorRecord>;

async function indicatorsOf(db: Db, kept: Kept, picture: Picture): Promise<Indicators> {
  const byCode = (rows: readonly IndicatorRecord[]): [string, IndicatorRecord][] =>
    rows.map((row) => [row.code, row]);
  const whole = async (from: Db): Promise<Indicators> =>
    new Map(byCode(await readIndicators(from, picture.knownAt)));
  return kept.read<Indicators>(db, picture, {
    name: 'indicators',
    whole,
    since: async (from, earlier, after) => {
      const revised = await readIndicators(from, null, after);
      // A new one has its place among the others.
      if (revised.some((row) => !earlier.has(row.code))) return whole(from);
      return revised.length === 0 ? earlier : new Map([...earlier, ...byCode(revised)]);
    },
  });
}

const order = (row: MovementRecord): string => `${lastDay(row.asOf)} ${row.recordedAt} ${row.id}`;

async function movementsOf(db: Db, kept: Kept, picture: Picture): Promise<MovementRecord[]> {
  const bounds = { knownAt: picture.knownAt, asOfLast: null, fund: null };
  return kept.read<MovementRecord[]>(db, picture, {
    name: 'movements',
    whole: (from) => readMovements(from, bounds),
    since: async (from, earlier, after) => {
      const added = await readMovements(from, { ...bounds, after });
      if (added.length === 0) return earlier;
      return [...earlier, ...added].sort((a, b) => (order(a) < order(b) ? -1 : 1));
    },
  });
}

type Observations = ReadonlyMap<string, readonly ObservationRecord[]>;

async function observationsOf(
  db: Db,
  kept: Kept,
  picture: Picture,
): Promise<readonly ObservationRecord[]> {
  const days = [picture.asOf, picture.compare ?? picture.asOf];
  const read = async (from: Db, indicators: readonly string[] | null): Promise<Observations> => {
    const rows = await readNewestObservations(from, { knownAt: picture.knownAt, days, indicators });
    return Map.groupBy(rows, (row) => row.indicator);
  };
  const byIndicator = await kept.read<Observations>(db, picture, {
    name: `observations ${days.join(' ')}`,
    whole: (from) => read(from, null),
    since: async (from, earlier, after) => {
      const touched = await indicatorsObservedSince(from, after);
      if (touched.length > FEW) return read(from, null);
      return touched.length === 0 ? earlier : new Map([...earlier, ...(await read(from, touched))]);
    },
  });
  return [...byIndicator.values()].flat();
}

async function calendarOf(db: Db, kept: Kept, picture: Picture): Promise<CalendarEntry[]> {
  const whole = (from: Db) => readCalendar(from, picture.knownAt);
  return kept.read<CalendarEntry[]>(db, picture, {
    name: 'calendar',
    whole,
    since: async (from, earlier, after) => {
      // What a new indicator carries may have been on record before it.
      if ((await readIndicators(from, null, after)).length > 0) return whole(from);
      return joinCalendars(earlier, await readCalendarSince(from, after));
    },
  });
}

/** Records within the picture, with the judged tasks; of the tasks' own records those of the named ones only. */
export async function readBoardRecords(
  db: Db,
  kept: Kept,
  picture: Picture,
): Promise<{ dataset: Dataset; calendar: CalendarEntry[]; field: TaskField }> {
  const { workspace, asOf, compare, knownAt } = picture;
  const { nearDays } = workspace;
  const judged = await judgedTasks(db, kept, picture, { asOf, compare, nearDays });
  const field = taskField(judged, asOf);
  // No bound on valid time: the freshness of a section also names its earliest date after the asked one.
  const bounds = { knownAt, asOfLast: null };
  const task = [...field.named];
  const dataset: Dataset = {
    workspace,
    departments: await readDepartments(db, knownAt),
    sources: await readSources(db, knownAt),
    indicators: [...(await indicatorsOf(db, kept, picture)).values()],
    observations: await observationsOf(db, kept, picture),
    targets: [],
    funds: await readFunds(db, knownAt),
    movements: await movementsOf(db, kept, picture),
    platforms: await readPlatforms(db, bounds),
    frameworks: await readFrameworks(db, knownAt),
    elements: await readElements(db, knownAt),
    tasks: await readTasks(db, { ...bounds, task }),
    milestones: await readMilestones(db, { ...bounds, task }),
    ticks: await readTicks(db, { ...bounds, task }),
    checkIns: await readNewestCheckIns(db, { knownAt, days: [asOf], task }),
    questions: await readQuestions(db, knownAt),
    panels: await readPanels(db, knownAt),
  };
  return { dataset, calendar: await calendarOf(db, kept, picture), field };
}
