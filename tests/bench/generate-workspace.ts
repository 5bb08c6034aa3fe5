/**
 * A large workspace for benches and scale tests: as many rows as a whole county would enter in ten years. The same
 * size gives the same records; nothing here is a statement about anybody.
 */
import { declaredStatuses, movementKinds, themes } from '#core/contract/lists.ts';
import { addDays, lastDay } from '#core/domain/dates.ts';
import type { Bilingual, Dataset, IsoDate, Recorded } from '#core/domain/records.ts';
import { inUse } from '#core/domain/retirement.ts';

export type WorkspaceSize = {
  readonly indicators: number;
  /** Observations per indicator, one a month, the last one of December 2025. */
  readonly months: number;
  readonly funds: number;
  readonly tasks: number;
  /** In all, spread over the tasks. */
  readonly checkIns: number;
};

export const largeWorkspace: WorkspaceSize = {
  indicators: 1000,
  months: 120,
  funds: 200,
  tasks: 5000,
  checkIns: 100_000,
};

const DEPARTMENTS = 40;
const MILESTONES_PER_TASK = 4;
const LAST_YEAR = 2025;
const recorded: Recorded = { recordedAt: '2026-01-01T00:00:00.000Z', recordedBy: 'generator' };

/** Numbers from 0 up to 1 that look random and are the same in every run (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const name = (zh: string, en: string, index: number): Bilingual => ({
  zh: `${zh}${index + 1}`,
  en: `${en} ${index + 1}`,
});

const padded = (prefix: string, index: number): string =>
  `${prefix}.${String(index + 1).padStart(6, '0')}`;

/** Month `back` months before December of the last year, as YYYY-MM. */
function monthBefore(back: number): string {
  const months = LAST_YEAR * 12 + 11 - back;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** A record of the list by a number from 0 up to 1. */
function pick<T>(list: readonly T[], at: number): T {
  const found = list[Math.floor(at * list.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

function registers(size: WorkspaceSize) {
  const departments = many(DEPARTMENTS, (i) => ({
    id: padded('d', i),
    name: name('部门', 'Department', i),
    review: false,
    ...inUse,
    ...recorded,
  }));
  const owner = (i: number): string => padded('d', i % DEPARTMENTS);
  return {
    departments,
    sources: [
      {
        id: 's.report',
        title: { zh: '月报', en: 'Monthly report' },
        kind: 'report',
        asOf: '2025-12',
        note: null,
        ...recorded,
      },
    ],
    indicators: many(size.indicators, (i) => ({
      code: padded('i', i),
      theme: pick(themes, (i % themes.length) / themes.length),
      name: name('指标', 'Indicator', i),
      short: null,
      unit: 'item' as const,
      kind: 'stock' as const,
      direction: 'up' as const,
      dimensions: {},
      definition: null,
      rhythmDays: 31,
      ownerDepartment: owner(i),
      ledger: null,
      highlight: i < 12 ? i + 1 : null,
      ...inUse,
      note: null,
      ...recorded,
    })),
    targets: many(size.indicators, (i) => ({
      id: padded('t', i),
      indicator: padded('i', i),
      period: { from: `${LAST_YEAR}-01-01`, to: `${LAST_YEAR}-12-31` },
      value: 1000 + i,
      curve: 'linear' as const,
      points: null,
      ...recorded,
    })),
    funds: many(size.funds, (i) => ({
      id: padded('f', i),
      name: name('资金', 'Fund', i),
      short: name('资金', 'Fund', i),
      kind: 'special' as const,
      ordinal: i + 1,
      ownerDepartment: null,
      ...inUse,
      ...recorded,
    })),
    frameworks: [
      {
        id: 'fw',
        code: '1+5',
        name: { zh: '框架', en: 'Framework' },
        version: '1',
        ordinal: 1,
        source: null,
        ...inUse,
        ...recorded,
      },
    ],
    elements: many(6, (i) => ({
      id: padded('e', i),
      framework: 'fw',
      slot: i === 0 ? ('base' as const) : ('pillar' as const),
      ordinal: i + 1,
      name: name('支柱', 'Pillar', i),
      ...inUse,
      ...recorded,
    })),
    tasks: many(size.tasks, (i) => ({
      id: padded('task', i),
      framework: 'fw',
      element: padded('e', i % 6),
      placedByDefault: false,
      title: name('任务', 'Task', i),
      short: null,
      group: null,
      ownerDepartment: owner(i),
      partners: [],
      crossFlags: [],
      start: `${LAST_YEAR}-01`,
      due: `${LAST_YEAR}-12`,
      originalDue: `${LAST_YEAR}-12`,
      postponed: 0,
      registeredOn: `${LAST_YEAR}-01`,
      sources: ['s.report'],
      rhythmDays: 31,
      ordinal: i + 1,
      note: null,
      indicators: [],
      ...inUse,
      ...recorded,
    })),
    milestones: many(size.tasks * MILESTONES_PER_TASK, (i) => ({
      id: padded('m', i),
      task: padded('task', Math.floor(i / MILESTONES_PER_TASK)),
      ordinal: (i % MILESTONES_PER_TASK) + 1,
      title: name('节点', 'Milestone', i),
      due: `${LAST_YEAR}-${String(((i % MILESTONES_PER_TASK) + 1) * 3).padStart(2, '0')}`,
      originalDue: null,
      postponed: 0,
      registeredOn: `${LAST_YEAR}-01`,
      source: 's.report',
      ...recorded,
    })),
  };
}

function ledgers(size: WorkspaceSize) {
  const next = sequence(20_210_531);
  const year = (y: number) => ({ from: `${y}-01-01`, to: `${y}-12-31` });
  const firstDay: IsoDate = `${LAST_YEAR}-01-01`;
  return {
    observations: many(size.indicators * size.months, (i) => ({
      id: padded('o', i),
      indicator: padded('i', i % size.indicators),
      value: Math.round(next() * 1_000_000) / 100,
      qualifier: 'exact' as const,
      period: null,
      asOf: monthBefore(size.months - 1 - Math.floor(i / size.indicators)),
      source: 's.report',
      supersedes: null,
      reason: null,
      submission: null,
      ...recorded,
    })),
    // Five years: a commitment, a plan, and quarterly payments and spending.
    movements: many(size.funds * 5 * 10, (i) => {
      const y = LAST_YEAR - (Math.floor(i / 10) % 5);
      const kind =
        i % 10 < 2
          ? pick(movementKinds, (i % 10) / 4)
          : pick(movementKinds, i % 2 === 0 ? 0.5 : 0.75);
      const quarter = String((Math.floor((i % 10) / 3) + 1) * 3).padStart(2, '0');
      return {
        id: padded('mv', i),
        fund: padded('f', Math.floor(i / 50)),
        kind,
        amountFen: Math.floor(next() * 1_000_000_00),
        qualifier: 'exact' as const,
        period: year(y),
        asOf: `${y}-${quarter}`,
        source: 's.report',
        label: null,
        supersedes: null,
        reason: null,
        submission: null,
        ...recorded,
      };
    }),
    ticks: many(size.tasks * 2, (i) => ({
      id: padded('k', i),
      milestone: padded('m', Math.floor(i / 2) * MILESTONES_PER_TASK + (i % 2)),
      doneOn: lastDay(`${LAST_YEAR}-${i % 2 === 0 ? '03' : '06'}`),
      checkIn: null,
      source: 's.report',
      supersedes: null,
      ...recorded,
    })),
    checkIns: many(size.checkIns, (i) => ({
      id: padded('c', i),
      task: padded('task', i % size.tasks),
      asOf: addDays(firstDay, Math.floor(next() * 365)),
      status: pick(declaredStatuses, next() ** 2),
      progress: 'on the way',
      difficulty: null,
      next: null,
      submission: null,
      ...recorded,
    })),
  };
}

/** The records of a workspace of the given size, ready to be loaded. */
export function generateWorkspace(size: WorkspaceSize): Dataset {
  return {
    workspace: {
      name: { zh: '测试台', en: 'Bench' },
      organisation: { zh: '测试单位', en: 'Bench organisation' },
      clockPinnedOn: `${LAST_YEAR}-12-31`,
      lastMeetingOn: `${LAST_YEAR}-11-30`,
      nearDays: 10,
      openReading: true,
      separateOfficers: false,
      keeperDepartment: null,
    },
    ...registers(size),
    ...ledgers(size),
    platforms: [],
    questions: [],
    panels: [],
  };
}
