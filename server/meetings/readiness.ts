/** What departments still owe a meeting that is prepared. */
import type { Language } from '#core/contract/lists.ts';
import type { MeetingHead, Readiness } from '#core/contract/meeting.ts';
import { standingsAt } from '#core/domain/observations.ts';
import { longestFirst, type OwedAt, owedFigure, owedTask } from '#core/domain/readiness.ts';
import type { Bilingual, Workspace } from '#core/domain/records.ts';
import { pick } from '#core/domain/text.ts';
import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { countSubmissions, listSubmissions } from '#server/entries/submissions.repository.ts';
import { readFunds, readMovements } from '#server/funds/funds.repository.ts';
import { readIndicators } from '#server/indicators/indicators.repository.ts';
import { readNewestObservations } from '#server/indicators/observations.repository.ts';
import { readOutlines } from '#server/tasks/outlines.repository.ts';
import { readTasks } from '#server/tasks/tasks.repository.ts';
import type { MeetingRecord } from './meetings.repository.ts';
import { owedSince } from './previous-meeting.ts';
import { type Owed, readReminders } from './reminders.repository.ts';

/** Things named of each department; `total` tells how many there are. */
const NAMED = 50;
/** Entries that wait for review and are told apart. */
const WAITING = 500;

type Debt = Omit<Owed, 'name'> & {
  /** null = names no owner. */
  readonly department: string | null;
  /** What it is called; null = read later, for those that are named. */
  readonly name: Bilingual | null;
};

async function owedTasks(db: Db, at: OwedAt, task: readonly string[] | null): Promise<Debt[]> {
  const { asOf } = at;
  const outlines = await readOutlines(db, { knownAt: null, asOf, compare: null, task });
  return outlines.flatMap((outline) => {
    const owed = owedTask(outline, at);
    if (owed === null) return [];
    const department = outline.ownerDepartment;
    return [{ kind: 'task' as const, id: outline.id, department, name: null, ...owed }];
  });
}

async function owedFigures(db: Db, at: OwedAt): Promise<Debt[]> {
  const { asOf } = at;
  const indicators = (await readIndicators(db, null)).filter((row) => row.rhythmDays !== null);
  if (indicators.length === 0) return [];
  const codes = indicators.map((row) => row.code);
  const observations = await readNewestObservations(db, {
    knownAt: null,
    days: [asOf],
    indicators: codes,
  });
  const movements = await readMovements(db, { knownAt: null, asOfLast: asOf, fund: null });
  const standings = standingsAt({ indicators, observations, movements }, asOf);
  return indicators.flatMap((row) => {
    const owed = owedFigure(row, standings.get(row.code)?.asOf ?? null, at);
    if (owed === null) return [];
    const { code: id, name, ownerDepartment: department } = row;
    return [{ kind: 'indicator' as const, id, department, name, ...owed }];
  });
}

async function waiting(db: Db): Promise<Debt[]> {
  const { items } = await listSubmissions(db, {
    state: 'waiting',
    author: null,
    after: null,
    limit: WAITING,
  });
  if (items.length === 0) return [];
  const task = items.filter((row) => row.kind === 'check-in').map((row) => row.subject);
  const tasks = await readTasks(db, { knownAt: null, asOfLast: null, task });
  const names = new Map<string, Bilingual>([
    ...(await readIndicators(db, null)).map((row) => [row.code, row.name] as const),
    ...(await readFunds(db, null)).map((row) => [row.id, row.name] as const),
    ...tasks.map((row) => [row.id, row.title] as const),
  ]);
  return items.map((row) => ({
    kind: 'review',
    id: row.id,
    department: row.department,
    name: names.get(row.subject) ?? null,
    lastOn: row.recordedAt.slice(0, 10),
  }));
}

export type ReadinessAsk = {
  readonly db: Db;
  readonly lang: Language;
  readonly workspace: Pick<Workspace, 'nearDays'>;
};

/** What is owed of these, unless (null) of everything; of tasks and indicators only. */
export async function stillOwed(
  { db, workspace }: Pick<ReadinessAsk, 'db' | 'workspace'>,
  { asOf, since }: Pick<OwedAt, 'asOf' | 'since'>,
  tasks: readonly string[] | null,
): Promise<Debt[]> {
  const at = { asOf, since, nearDays: workspace.nearDays };
  return [...(await owedTasks(db, at, tasks)), ...(await owedFigures(db, at))];
}

/** What each department owes, participants first; nobody owes anything to a meeting that has begun. */
export async function readReadiness(
  { db, lang, workspace }: ReadinessAsk,
  record: MeetingRecord,
  { compare, state }: Pick<MeetingHead, 'compare' | 'state'>,
): Promise<Readiness> {
  const unreviewed = await countSubmissions(db, { state: 'waiting', author: null });
  if (state === 'running' || state === 'closed') return { departments: [], unreviewed };
  const { id, asOf, participants } = record;
  const since = await owedSince(db, record, compare);
  const debts = [
    ...(await stillOwed({ db, workspace }, { asOf, since }, null)),
    ...(await waiting(db)),
  ];
  const byDepartment = [...Map.groupBy(debts, (debt) => debt.department)].map(
    ([department, owed]) => ({ department, owed: owed.sort(longestFirst) }),
  );
  const shown = byDepartment.flatMap(({ owed }) => owed.slice(0, NAMED));
  const task = shown.filter((debt) => debt.kind === 'task').map((debt) => debt.id);
  const titles = new Map(
    (await readTasks(db, { knownAt: null, asOfLast: null, task })).map((row) => [
      row.id,
      row.short ?? row.title,
    ]),
  );
  const names = new Map((await readDepartments(db, null)).map((row) => [row.id, row.name]));
  const reminded = new Map<string, string>();
  for (const { department, recordedAt } of await readReminders(db, { meeting: id }))
    if (!reminded.has(department)) reminded.set(department, recordedAt);
  const departments = byDepartment.map(({ department, owed }) => ({
    department,
    name: department === null ? null : (pick(names.get(department) ?? null, lang) ?? department),
    takesPart: department !== null && participants.includes(department),
    owed: owed.slice(0, NAMED).map(({ kind, id: one, name, lastOn }) => ({
      kind,
      id: one,
      name: pick(name ?? titles.get(one) ?? null, lang) ?? one,
      lastOn,
    })),
    total: owed.length,
    remindedAt: department === null ? null : (reminded.get(department) ?? null),
  }));
  return {
    departments: departments.sort(
      (a, b) =>
        Number(b.takesPart) - Number(a.takesPart) ||
        b.total - a.total ||
        ((a.department ?? '') < (b.department ?? '') ? -1 : 1),
    ),
    unreviewed,
  };
}
