import { type Disagreement, disagreements, type Language } from '#core/contract/lists.ts';
import { type Watch, watchSchema } from '#core/contract/watch.ts';
import { isKnownBy } from '#core/domain/dates.ts';
import { standingsAt } from '#core/domain/observations.ts';
import { mayAnywhere } from '#core/domain/rights.ts';
import { pick } from '#core/domain/text.ts';
import { watchFigure, watchTask } from '#core/domain/watch.ts';
import { withSnapshot } from '#server/db/dialects.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { submissionViews } from '#server/entries/subject-names.ts';
import { countSubmissions, listSubmissions } from '#server/entries/submissions.repository.ts';
import { readMovements } from '#server/funds/funds.repository.ts';
import { type PrivateAsk, type PrivateRoute, privateRoute } from '#server/http/private-route.ts';
import { readIndicators } from '#server/indicators/indicators.repository.ts';
import { readNewestObservations } from '#server/indicators/observations.repository.ts';
import { readOutlines } from '#server/tasks/outlines.repository.ts';
import { findTask } from '#server/tasks/tasks.repository.ts';

/** Rows of each list that are shown. */
const SHOWN = 100;

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

type Ask = PrivateAsk & { readonly principal: NonNullable<PrivateAsk['principal']> };
type Silent = Watch['silent'][number];

/** The longest silence first; what never said anything before all. */
const byDays = (a: { silentDays: number | null }, b: { silentDays: number | null }): number =>
  (b.silentDays ?? Number.MAX_SAFE_INTEGER) - (a.silentDays ?? Number.MAX_SAFE_INTEGER);

async function tasksOf(ask: Ask, names: ReadonlyMap<string, string>) {
  const { db, lang, today, workspace } = ask;
  const outlines = await readOutlines(db, {
    knownAt: null,
    asOf: today,
    compare: null,
    task: null,
  });
  const watched = outlines
    .filter((task) => isKnownBy(task.registeredOn, today))
    .map((task) => ({ task, ...watchTask(task, today, workspace.nearDays) }));
  const titleOf = async (id: string) =>
    pick((await findTask(db, id, null))?.title ?? null, lang) ?? id;
  const rank = (one: { disagreement: Disagreement | null }): number =>
    one.disagreement === null ? -1 : disagreements.indexOf(one.disagreement);
  const disagreeing = watched
    .filter((one) => one.disagreement !== null)
    .sort((a, b) => rank(a) - rank(b) || a.task.ordinal - b.task.ordinal);
  const shown: Watch['disagreements'] = [];
  for (const { task, disagreement, declared, computed } of disagreeing.slice(0, SHOWN)) {
    if (disagreement === null || declared === null) continue;
    shown.push({
      kind: disagreement,
      task: task.id,
      title: await titleOf(task.id),
      ownerName: names.get(task.ownerDepartment) ?? task.ownerDepartment,
      declared,
      computed,
      sentence: SENTENCES[disagreement][lang],
    });
  }
  const silent = watched.filter((one) => one.silent === true).sort(byDays);
  const rows: Silent[] = [];
  for (const { task, lastOn, silentDays } of silent.slice(0, SHOWN)) {
    rows.push({
      kind: 'task',
      id: task.id,
      name: await titleOf(task.id),
      ownerName: names.get(task.ownerDepartment) ?? task.ownerDepartment,
      rhythmDays: task.rhythmDays ?? 1,
      lastOn,
      silentDays,
    });
  }
  return {
    disagreements: shown,
    disagreementsTotal: disagreeing.length,
    silent: { rows, total: silent.length },
    unjudged: watched.filter((one) => one.task.rhythmDays === null).length,
  };
}

async function figuresOf(ask: Ask, names: ReadonlyMap<string, string>) {
  const { db, lang, today } = ask;
  const indicators = await readIndicators(db, null);
  const standings = standingsAt(
    {
      indicators,
      observations: await readNewestObservations(db, { knownAt: null, days: [today] }),
      movements: await readMovements(db, { knownAt: null, asOfLast: today, fund: null }),
    },
    today,
  );
  const silent = indicators
    .map((row) => ({
      row,
      ...watchFigure(row.rhythmDays, standings.get(row.code)?.asOf ?? null, today),
    }))
    .filter((one) => one.silent === true)
    .sort(byDays);
  const rows = silent.slice(0, SHOWN).map(({ row, lastOn, silentDays }): Silent => {
    const owner = row.ownerDepartment;
    return {
      kind: 'indicator',
      id: row.code,
      name: pick(row.name, lang),
      ownerName: owner === null ? null : (names.get(owner) ?? owner),
      rhythmDays: row.rhythmDays ?? 1,
      lastOn,
      silentDays,
    };
  });
  const unjudged = indicators.filter((row) => row.rhythmDays === null).length;
  return { silent: { rows, total: silent.length }, unjudged };
}

export const watchReads: readonly PrivateRoute[] = [
  privateRoute({
    path: '/watch',
    summary:
      'The lists of honesty: where words and dates disagree, who has gone silent, what waits for review',
    parameters: ['lang'],
    right: 'read',
    reply: watchSchema,
    answer: (asked) =>
      withSnapshot(asked.db, async (db) => {
        const ask = { ...asked, db };
        const { lang, principal, today, workspace } = ask;
        const departments = await readDepartments(db, null);
        const names = new Map(departments.map((row) => [row.id, pick(row.name, lang)]));
        const tasks = await tasksOf(ask, names);
        const figures = await figuresOf(ask, names);
        const seesAll = mayAnywhere(principal, 'review', workspace.separateOfficers);
        const asking = {
          state: 'waiting' as const,
          author: seesAll ? null : principal.account,
        };
        const page = await listSubmissions(db, { ...asking, after: null, limit: SHOWN });
        return {
          today,
          disagreements: tasks.disagreements,
          disagreementsTotal: tasks.disagreementsTotal,
          silent: [...tasks.silent.rows, ...figures.silent.rows].sort(byDays).slice(0, SHOWN),
          silentTotal: tasks.silent.total + figures.silent.total,
          unjudged: { tasks: tasks.unjudged, indicators: figures.unjudged },
          waiting: await submissionViews(db, page.items, lang),
          waitingTotal: await countSubmissions(db, asking),
        };
      }),
  }),
];
