/** The lists of honesty at a date: where words and dates disagree, and who has gone silent. */
import { type Disagreement, disagreements, type Language } from '#core/contract/lists.ts';
import type { Watch } from '#core/contract/watch.ts';
import { standingsAt } from '#core/domain/observations.ts';
import type { Bilingual, Instant, IsoDate } from '#core/domain/records.ts';
import { isRetired } from '#core/domain/retirement.ts';
import { isInForce } from '#core/domain/task-outline.ts';
import { pick } from '#core/domain/text.ts';
import { type TaskWatch, watchFigure, watchTask } from '#core/domain/watch.ts';
import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { readMovements } from '#server/funds/funds.repository.ts';
import { readIndicators } from '#server/indicators/indicators.repository.ts';
import { readNewestObservations } from '#server/indicators/observations.repository.ts';
import { readOutlines } from '#server/tasks/outlines.repository.ts';
import { readTasks } from '#server/tasks/tasks.repository.ts';

/** Rows of each list on one page. */
export const SHOWN = 100;

const SENTENCES: Readonly<Record<Disagreement, Readonly<Record<Language, string>>>> = {
  'late-not-said': {
    zh: '节点已过期，责任部门仍报“进行中”。',
    en: 'A milestone is past due and the owner still reports it as going on.',
  },
  'done-not-ticked': {
    zh: '责任部门报“已完成”，还有节点没有勾选。',
    en: 'The owner reports it done, and a milestone is not ticked.',
  },
  'ticked-not-done': {
    zh: '节点已全部勾选，责任部门还没有报“已完成”。',
    en: 'Every milestone is ticked, and the owner has not reported it done.',
  },
  'worse-said': {
    zh: '按日期没有到期，责任部门报告有风险或受阻。',
    en: 'Nothing is due by its dates, and the owner reports a risk or a block.',
  },
};

type At = {
  readonly asOf: IsoDate;
  /** null = everything on record. */
  readonly knownAt: Instant | null;
  readonly nearDays: number;
};

/** As the watch shows it; `owner` null = it names none. */
type SilentRow = Watch['silent'][number] & { readonly owner: string | null };

export type Honesty = Pick<
  Watch,
  'disagreements' | 'disagreementsTotal' | 'silentTotal' | 'unjudged'
> & { readonly silent: SilentRow[] };

/** `name` null = a task, whose title is read once it is shown. */
type Silent = Omit<SilentRow, 'name' | 'ownerName'> & { readonly name: Bilingual | null };

/** The longest silence first; what never said anything before all. */
const byDays = (a: { silentDays: number | null }, b: { silentDays: number | null }): number =>
  (b.silentDays ?? Number.MAX_SAFE_INTEGER) - (a.silentDays ?? Number.MAX_SAFE_INTEGER);

const rank = ({ disagreement }: Pick<TaskWatch, 'disagreement'>): number =>
  disagreement === null ? -1 : disagreements.indexOf(disagreement);

async function tasksAt(db: Db, { asOf, knownAt, nearDays }: At) {
  const outlines = await readOutlines(db, { knownAt, asOf, compare: null, task: null });
  const watched = outlines
    .filter((task) => isInForce(task, asOf))
    .map((task) => ({ task, ...watchTask(task, asOf, nearDays) }));
  const disagreeing = watched
    .filter((one) => one.disagreement !== null)
    .sort((a, b) => rank(a) - rank(b) || a.task.ordinal - b.task.ordinal);
  return {
    disagreeing,
    silent: watched
      .filter((one) => one.silent === true)
      .map(
        ({ task, lastOn, silentDays }): Silent => ({
          kind: 'task',
          id: task.id,
          item: null,
          name: null,
          owner: task.ownerDepartment,
          rhythmDays: task.rhythmDays ?? 1,
          lastOn,
          silentDays,
        }),
      ),
    unjudged: watched.filter((one) => one.task.rhythmDays === null).length,
  };
}

async function figuresAt(db: Db, { asOf, knownAt }: At) {
  const indicators = (await readIndicators(db, knownAt)).filter((row) => !isRetired(row, asOf));
  const standings = standingsAt(
    {
      indicators,
      observations: await readNewestObservations(db, { knownAt, days: [asOf] }),
      movements: await readMovements(db, { knownAt, asOfLast: asOf, fund: null }),
    },
    asOf,
  );
  return {
    silent: indicators
      .map((row) => ({
        row,
        ...watchFigure(row.rhythmDays, standings.get(row.code)?.asOf ?? null, asOf),
      }))
      .filter((one) => one.silent === true)
      .map(
        ({ row, lastOn, silentDays }): Silent => ({
          kind: 'indicator',
          id: row.code,
          item: row.ledger === null ? `figure:${row.code}` : `fund:${row.ledger.fund}`,
          name: row.name,
          owner: row.ownerDepartment,
          rhythmDays: row.rhythmDays ?? 1,
          lastOn,
          silentDays,
        }),
      ),
    unjudged: indicators.filter((row) => row.rhythmDays === null).length,
  };
}

/**
 * Reads what is silent or disagrees at the date; the result tells it in either language.
 * @param from rows of each list that come before those that are told
 */
export async function readHonesty(db: Db, at: At, from = 0): Promise<(lang: Language) => Honesty> {
  const departments = new Map((await readDepartments(db, at.knownAt)).map((row) => [row.id, row]));
  const tasks = await tasksAt(db, at);
  const figures = await figuresAt(db, at);
  const disagreeing = tasks.disagreeing.slice(from, from + SHOWN);
  const silent = [...tasks.silent, ...figures.silent].sort(byDays).slice(from, from + SHOWN);
  const shown = new Set([
    ...disagreeing.map((one) => one.task.id),
    ...silent.flatMap((row) => (row.kind === 'task' ? [row.id] : [])),
  ]);
  const bounds = { knownAt: at.knownAt, asOfLast: null, task: [...shown] };
  const titles = new Map((await readTasks(db, bounds)).map((row) => [row.id, row.title]));
  return (lang) => {
    const named = (id: string): string => pick(departments.get(id)?.name ?? null, lang) ?? id;
    const titled = (id: string): string => pick(titles.get(id) ?? null, lang) ?? id;
    return {
      disagreements: disagreeing.flatMap(({ task, disagreement, declared, computed }) =>
        disagreement === null || declared === null
          ? []
          : [
              {
                kind: disagreement,
                task: task.id,
                title: titled(task.id),
                ownerName: named(task.ownerDepartment),
                declared,
                computed,
                sentence: SENTENCES[disagreement][lang],
              },
            ],
      ),
      disagreementsTotal: tasks.disagreeing.length,
      silent: silent.map(({ name, ...row }) => ({
        ...row,
        name: pick(name, lang) ?? titled(row.id),
        ownerName: row.owner === null ? null : named(row.owner),
      })),
      silentTotal: tasks.silent.length + figures.silent.length,
      unjudged: { tasks: tasks.unjudged, indicators: figures.unjudged },
    };
  };
}
