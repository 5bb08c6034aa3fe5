/**
 * Arbitrary small workspaces that a store would accept: every reference leads somewhere, a correction takes the place
 * of one earlier row of the same thing that still stands, and every row has its own instant, later than the one before.
 */
import fc from 'fast-check';
import {
  carrierTypes,
  crossFlags,
  declaredStatuses,
  directions,
  elementSlots,
  figureKinds,
  fundKinds,
  movementKinds,
  platformKinds,
  platformLevels,
  platformStages,
  themes,
} from '#core/contract/lists.ts';
import type { Dataset, Instant, IsoDate, Recorded, Retirable } from '#core/domain/records.ts';
import { inUse } from '#core/domain/retirement.ts';
import { panelsOf, questionsOf } from './arbitrary-questions.ts';
import {
  anyDay,
  anyFen,
  anyPartialDate,
  anyPeriod,
  anyQualifier,
  anyUnit,
  anyYear,
  named,
  orNull,
} from './arbitrary-values.ts';

const START = Date.UTC(2023, 5, 1);

/** The instant of the nth row of a workspace. */
export const instantOf = (n: number): Instant => new Date(START + n * 60_000).toISOString();

/** Which of a list is meant: any number will do. */
const index = fc.nat(11);
const at = <T>(rows: readonly T[], n: number): T | undefined => rows[n % Math.max(rows.length, 1)];

const rows = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }, most: number) =>
  fc.array(fc.record(shape), { maxLength: most, size: 'max' });

const anyPeriodOrYear = orNull(fc.oneof(anyYear, anyPeriod));

const parts = fc.record({
  nearDays: fc.integer({ min: 1, max: 30 }),
  lastMeetingOn: orNull(anyDay),
  funds: rows(
    { kind: fc.constantFrom(...fundKinds), ordinal: fc.nat(3), retiredOn: orNull(anyDay) },
    2,
  ),
  indicators: rows(
    {
      theme: fc.constantFrom(...themes),
      unit: anyUnit,
      kind: fc.constantFrom(...figureKinds),
      direction: fc.constantFrom(...directions),
      level: orNull(fc.constantFrom(...platformLevels.slice(0, 1))),
      type: orNull(fc.constantFrom(...carrierTypes.slice(0, 2))),
      highlight: orNull(fc.nat(5)),
      rhythmDays: orNull(fc.integer({ min: 1, max: 120 })),
      ledger: orNull(
        fc.record({
          fund: index,
          kind: fc.constantFrom(...movementKinds),
          period: orNull(anyYear),
        }),
      ),
    },
    8,
  ),
  observations: rows(
    {
      indicator: index,
      value: fc.integer({ min: 0, max: 100_000 }),
      qualifier: anyQualifier,
      period: anyPeriodOrYear,
      asOf: anyPartialDate,
      corrects: fc.boolean(),
    },
    20,
  ),
  movements: rows(
    {
      fund: index,
      kind: fc.constantFrom(...movementKinds, 'planned' as const, 'disbursed' as const),
      amountFen: anyFen,
      qualifier: anyQualifier,
      period: orNull(fc.oneof(anyYear, anyYear, anyPeriod)),
      asOf: anyPartialDate,
      isLabelled: fc.boolean(),
      corrects: fc.boolean(),
    },
    16,
  ),
  targets: rows(
    { indicator: index, period: anyYear, value: fc.integer({ min: 0, max: 5_000 }) },
    3,
  ),
  platforms: rows(
    {
      kind: fc.constantFrom(...platformKinds),
      level: orNull(fc.constantFrom(...platformLevels)),
      stage: fc.constantFrom(...platformStages),
      registeredOn: anyPartialDate,
      retiredOn: orNull(anyDay),
    },
    5,
  ),
  elements: rows({ slot: fc.constantFrom(...elementSlots), isNamed: fc.boolean() }, 5),
  tasks: rows(
    {
      place: orNull(index),
      flags: fc.subarray([...crossFlags]),
      start: orNull(anyPartialDate),
      due: orNull(anyPartialDate),
      registeredOn: anyPartialDate,
      retiredOn: orNull(anyDay),
      rhythmDays: orNull(fc.integer({ min: 1, max: 120 })),
      owner: fc.nat(1),
      ordinal: fc.nat(4),
    },
    6,
  ),
  milestones: rows(
    { task: index, due: orNull(anyPartialDate), registeredOn: anyPartialDate, ordinal: fc.nat(3) },
    10,
  ),
  ticks: rows({ milestone: index, doneOn: anyPartialDate, corrects: fc.boolean() }, 10),
  checkIns: rows({ task: index, asOf: anyDay, status: fc.constantFrom(...declaredStatuses) }, 8),
  questions: rows(
    {
      arisesOn: anyDay,
      settledAfter: orNull(fc.nat(200)),
      touches: fc.array(index, { maxLength: 4 }),
    },
    4,
  ),
});

const retired = (retiredOn: IsoDate | null): Retirable => ({
  retiredOn,
  retiredReason: retiredOn === null ? null : 'no reason but chance',
});

/** Gives each row its id and, where it is to correct something, the last standing row of the same subject. */
function chained<R extends { readonly corrects: boolean }>(
  raw: readonly R[],
  prefix: string,
  subjectOf: (row: R) => string,
): (R & { id: string; supersedes: string | null; reason: string | null; submission: null })[] {
  const standing = new Map<string, string>();
  return raw.map((row, n) => {
    const id = `${prefix}${n}`;
    const earlier = row.corrects ? (standing.get(subjectOf(row)) ?? null) : null;
    standing.set(subjectOf(row), id);
    const reason = earlier === null ? null : 'checked again';
    return { ...row, id, supersedes: earlier, reason, submission: null };
  });
}

function build(raw: typeof parts extends fc.Arbitrary<infer P> ? P : never): Dataset {
  let stamped = 0;
  const stamp = (): Recorded => ({ recordedAt: instantOf(stamped++), recordedBy: 'generated' });
  const departments = [0, 1].map((n) => ({
    id: `d${n}`,
    name: named('部门', n),
    review: false,
    ...inUse,
    ...stamp(),
  }));
  const sources = ['2020', '2021-06', '2022-03-04'].map((asOf, n) => ({
    id: `s${n}`,
    title: named('来源', n),
    kind: 'brief',
    asOf,
    note: null,
    ...stamp(),
  }));
  const funds = raw.funds.map(({ kind, ordinal, retiredOn }, n) => ({
    id: `f${n}`,
    name: named('资金', n),
    short: named('资', n),
    kind,
    ordinal,
    ownerDepartment: null,
    ...retired(retiredOn),
    ...stamp(),
  }));
  const indicators = raw.indicators.map((row, n) => {
    const fund = row.ledger && at(funds, row.ledger.fund);
    return {
      code: `i${n}`,
      theme: row.theme,
      name: named('指标', n),
      short: n % 2 === 0 ? null : named('短', n),
      unit: fund ? ('fen' as const) : row.unit,
      kind: row.kind,
      direction: row.direction,
      dimensions: {
        ...(row.level === null ? {} : { level: row.level }),
        ...(row.type === null ? {} : { type: row.type }),
      },
      definition: null,
      rhythmDays: row.rhythmDays,
      ownerDepartment: n % 3 === 0 ? 'd0' : null,
      ledger: fund && row.ledger ? { ...row.ledger, fund: fund.id } : null,
      highlight: row.highlight,
      ...inUse,
      note: null,
      ...stamp(),
    };
  });
  const entered = indicators.filter((row) => row.ledger === null);
  const observed = entered.length === 0 ? [] : raw.observations;
  const codeAt = (n: number): string => at(entered, n)?.code ?? '';
  const observations = chained(observed, 'o', (row) => codeAt(row.indicator)).map(
    ({ corrects: _, ...row }, n) => ({
      ...row,
      indicator: codeAt(row.indicator),
      source: n % 4 === 3 ? null : `s${n % 3}`,
      ...stamp(),
    }),
  );
  const fundAt = (n: number): string => at(funds, n)?.id ?? '';
  const moved = funds.length === 0 ? [] : raw.movements;
  const movements = chained(moved, 'm', (row) => fundAt(row.fund)).map(
    ({ corrects: _, isLabelled, ...row }, n) => ({
      ...row,
      fund: fundAt(row.fund),
      label: isLabelled ? named('Batch', n) : null,
      source: n % 4 === 3 ? null : `s${n % 3}`,
      ...stamp(),
    }),
  );
  const frameworks = [
    {
      id: 'w0',
      code: '1+1',
      name: named('框架', 0),
      version: '1',
      ordinal: 1,
      source: 's0',
      ...inUse,
      ...stamp(),
    },
  ];
  const elements = raw.elements.map(({ slot, isNamed }, n) => ({
    id: `e${n}`,
    framework: 'w0',
    slot,
    ordinal: n % 2,
    name: isNamed ? named('支柱', n) : null,
    ...inUse,
    ...stamp(),
  }));
  const tasks = raw.tasks.map((row, n) => ({
    id: `t${n}`,
    framework: row.place === null ? null : 'w0',
    element: row.place === null ? null : (at(elements, row.place)?.id ?? null),
    placedByDefault: row.place !== null && row.place % 2 === 0,
    title: named('任务', n),
    short: null,
    group: row.place === null ? named('组', 0) : null,
    ownerDepartment: `d${row.owner}`,
    partners: [],
    crossFlags: row.flags,
    start: row.start,
    due: row.due,
    originalDue: row.due,
    postponed: 0,
    registeredOn: row.registeredOn,
    ...retired(row.retiredOn),
    sources: ['s0'],
    rhythmDays: row.rhythmDays,
    ordinal: row.ordinal,
    note: null,
    indicators: indicators.slice(0, n % 3).map((indicator) => indicator.code),
    ...stamp(),
  }));
  const milestones = (tasks.length === 0 ? [] : raw.milestones).map((row, n) => ({
    ...row,
    id: `k${n}`,
    task: at(tasks, row.task)?.id ?? '',
    title: named('节点', n),
    originalDue: row.due,
    postponed: 0,
    source: null,
    ...stamp(),
  }));
  const milestoneAt = (n: number): string => at(milestones, n)?.id ?? '';
  const ticked = milestones.length === 0 ? [] : raw.ticks;
  const ticks = chained(ticked, 'x', (row) => milestoneAt(row.milestone)).map((row) => ({
    id: row.id,
    milestone: milestoneAt(row.milestone),
    doneOn: row.doneOn,
    checkIn: null,
    source: null,
    supersedes: row.supersedes,
    ...stamp(),
  }));
  const checkIns = (tasks.length === 0 ? [] : raw.checkIns).map((row, n) => ({
    ...row,
    id: `c${n}`,
    task: at(tasks, row.task)?.id ?? '',
    progress: null,
    difficulty: null,
    next: null,
    submission: null,
    ...stamp(),
  }));
  const platforms = raw.platforms.map(({ retiredOn, ...row }, n) => ({
    ...row,
    ...retired(retiredOn),
    id: `p${n}`,
    name: named('平台', n),
    place: named('地', n),
    partner: null,
    recognised: n % 2 === 0 ? '2020' : null,
    source: 's1',
    note: null,
    ...stamp(),
  }));
  const targets = (entered.length === 0 ? [] : raw.targets).map((row, n) => ({
    ...row,
    id: `g${n}`,
    indicator: codeAt(row.indicator),
    curve: 'linear' as const,
    points: null,
    ...stamp(),
  }));
  const questions = questionsOf(raw.questions, { indicators, platforms, elements }, stamp);
  return {
    workspace: {
      name: named('工作区', 0),
      organisation: named('单位', 0),
      clockPinnedOn: null,
      lastMeetingOn: raw.lastMeetingOn,
      nearDays: raw.nearDays,
      openReading: true,
      separateOfficers: false,
      keeperDepartment: null,
    },
    departments,
    sources,
    indicators,
    observations,
    targets,
    funds,
    movements,
    platforms,
    frameworks,
    elements,
    tasks,
    milestones,
    ticks,
    checkIns,
    questions,
    panels: panelsOf(indicators, questions, stamp),
  };
}

/** A workspace with up to some dozens of rows of every kind; each kind may be empty. */
export const anyDataset: fc.Arbitrary<Dataset> = parts.map(build);
