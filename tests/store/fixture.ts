/** A small workspace with a history: recorded in January, corrected and continued in February and March. */
import type {
  Dataset,
  IndicatorRecord,
  Instant,
  MilestoneRecord,
  MovementRecord,
  ObservationRecord,
  Recorded,
  TaskRecord,
} from '#core/domain/records.ts';
import { inUse } from '#core/domain/retirement.ts';

export const JANUARY: Instant = '2026-01-10T08:00:00.000Z';
export const FEBRUARY: Instant = '2026-02-10T08:00:00.000Z';
export const MARCH: Instant = '2026-03-10T08:00:00.000Z';

export const at = (recordedAt: Instant): Recorded => ({ recordedAt, recordedBy: 'tester' });

const both = (text: string) => ({ zh: `${text}（中）`, en: text });

export function indicator(code: string, changes: Partial<IndicatorRecord> = {}): IndicatorRecord {
  return {
    code,
    theme: 'talent',
    name: both(code),
    short: null,
    unit: 'person',
    kind: 'stock',
    direction: 'up',
    dimensions: { level: 'national' },
    definition: null,
    rhythmDays: null,
    ownerDepartment: 'd.one',
    ledger: null,
    highlight: null,
    ...inUse,
    note: null,
    ...at(JANUARY),
    ...changes,
  };
}

export function observation(
  id: string,
  changes: Partial<ObservationRecord> = {},
): ObservationRecord {
  return {
    id,
    indicator: 'people',
    value: 100,
    qualifier: 'exact',
    period: null,
    asOf: '2025-12',
    source: 's.one',
    supersedes: null,
    reason: null,
    submission: null,
    ...at(JANUARY),
    ...changes,
  };
}

export function movement(id: string, changes: Partial<MovementRecord> = {}): MovementRecord {
  return {
    id,
    fund: 'f.one',
    kind: 'disbursed',
    amountFen: 123_456_789_01,
    qualifier: 'over',
    period: { from: '2025-01-01', to: '2025-12-31' },
    asOf: '2025-12-31',
    source: 's.one',
    label: null,
    supersedes: null,
    reason: null,
    submission: null,
    ...at(JANUARY),
    ...changes,
  };
}

export function task(id: string, changes: Partial<TaskRecord> = {}): TaskRecord {
  return {
    id,
    framework: 'fw',
    element: 'el.base',
    placedByDefault: true,
    title: both(id),
    short: null,
    group: null,
    ownerDepartment: 'd.one',
    partners: [both('partner')],
    crossFlags: ['system', 'level'],
    start: '2025',
    due: '2026-06',
    originalDue: '2026-05-31',
    postponed: 0,
    registeredOn: '2025-12-01',
    sources: ['s.one'],
    rhythmDays: 30,
    ordinal: 1,
    note: null,
    indicators: ['people'],
    ...inUse,
    ...at(JANUARY),
    ...changes,
  };
}

export function milestone(id: string, changes: Partial<MilestoneRecord> = {}): MilestoneRecord {
  return {
    id,
    task: 'task.one',
    ordinal: 1,
    title: both(id),
    due: '2026-03',
    originalDue: null,
    postponed: 0,
    registeredOn: '2025-12-01',
    source: null,
    ...at(JANUARY),
    ...changes,
  };
}

/** Every table has a row, every optional field is null somewhere and set somewhere. Lists are in the order of ids. */
export const fixture: Dataset = {
  workspace: {
    name: both('Cockpit'),
    organisation: both('Bureau'),
    clockPinnedOn: null,
    lastMeetingOn: '2025-12-31',
    nearDays: 10,
    openReading: false,
    separateOfficers: true,
    keeperDepartment: 'd.one',
  },
  departments: [
    { id: 'd.one', name: both('One'), review: false, ...inUse, ...at(JANUARY) },
    { id: 'd.two', name: both('Two'), review: true, ...inUse, ...at(JANUARY) },
  ],
  sources: [
    {
      id: 's.one',
      title: both('Report'),
      kind: 'report',
      asOf: '2025-12',
      note: both('A note'),
      ...at(JANUARY),
    },
    {
      id: 's.two',
      title: both('Letter'),
      kind: 'letter',
      asOf: '2025',
      note: null,
      ...at(JANUARY),
    },
  ],
  indicators: [
    indicator('money', {
      theme: 'fund',
      unit: 'fen',
      ledger: { fund: 'f.one', kind: 'disbursed', period: null },
    }),
    indicator('people', {
      short: both('P'),
      definition: both('Heads'),
      highlight: 1,
      rhythmDays: 31,
      note: both('N'),
    }),
    indicator('share', { unit: '%', ownerDepartment: null, dimensions: {} }),
  ],
  observations: [
    observation('o.1', { asOf: '2025-11-30', value: 90, qualifier: 'over' }),
    observation('o.2', { value: 100, period: { from: '2025-01-01', to: '2025-12-31' } }),
    observation('o.3', { indicator: 'share', value: -16.4375, source: null }),
  ],
  targets: [
    {
      id: 't.1',
      indicator: 'people',
      period: { from: '2026-01-01', to: '2026-12-31' },
      value: 120.5,
      curve: 'steps',
      points: [{ on: '2026-06-30', value: 60.25 }],
      ...at(JANUARY),
    },
  ],
  funds: [
    {
      id: 'f.one',
      name: both('Fund'),
      short: both('F'),
      kind: 'special',
      ordinal: 1,
      ownerDepartment: 'd.two',
      ...inUse,
      ...at(JANUARY),
    },
  ],
  movements: [
    movement('m.1', { asOf: '2025-06', label: both('First batch') }),
    movement('m.2', { source: null, period: null, kind: 'committed', qualifier: 'exact' }),
  ],
  platforms: [
    {
      id: 'p.one',
      name: both('Platform'),
      kind: 'incubator',
      level: 'national',
      stage: 'operating',
      place: both('Here'),
      partner: both('They'),
      recognised: '2020',
      registeredOn: '2025-12',
      source: 's.one',
      note: null,
      ...inUse,
      ...at(JANUARY),
    },
    {
      id: 'p.two',
      name: both('Later'),
      kind: 'centre',
      level: null,
      stage: 'unclear',
      place: both('There'),
      partner: null,
      recognised: null,
      registeredOn: '2026-01-15',
      source: 's.two',
      note: both('New'),
      retiredOn: '2030-01-01',
      retiredReason: 'moved away',
      ...at(JANUARY),
    },
  ],
  frameworks: [
    {
      id: 'fw',
      code: '1+5+1',
      name: both('Plan'),
      version: '2025',
      ordinal: 1,
      source: 's.one',
      ...inUse,
      ...at(JANUARY),
    },
  ],
  elements: [
    {
      id: 'el.base',
      framework: 'fw',
      slot: 'base',
      ordinal: 1,
      name: both('Base'),
      ...inUse,
      ...at(JANUARY),
    },
    {
      id: 'el.last',
      framework: 'fw',
      slot: 'pillar',
      ordinal: 2,
      name: null,
      ...inUse,
      ...at(JANUARY),
    },
  ],
  tasks: [
    task('task.one', { short: both('T1'), group: both('Group'), note: both('Note') }),
    task('task.two', {
      framework: null,
      element: null,
      placedByDefault: false,
      ownerDepartment: 'd.two',
      ordinal: 2,
    }),
  ],
  milestones: [
    milestone('ms.1', { source: 's.one' }),
    milestone('ms.2', { ordinal: 2, due: null }),
  ],
  ticks: [
    {
      id: 'k.1',
      milestone: 'ms.1',
      doneOn: '2025-12',
      checkIn: 'c.1',
      source: null,
      supersedes: null,
      ...at(JANUARY),
    },
  ],
  checkIns: [
    {
      id: 'c.1',
      task: 'task.one',
      asOf: '2025-12-20',
      status: 'in_progress',
      progress: '进展',
      difficulty: null,
      next: 'next',
      submission: null,
      ...at(JANUARY),
    },
  ],
  questions: [
    {
      id: 'q.1',
      number: 1,
      title: both('Which?'),
      summary: both('Two numbers'),
      statements: [
        { text: both('90'), source: 's.one', figure: 'people' },
        { text: both('more'), source: null, figure: null },
      ],
      indicators: ['people'],
      frameworks: ['fw'],
      elements: ['el.last'],
      platforms: ['p.one'],
      arisesOn: '2025-12-31',
      settledOn: null,
      resolution: null,
      reason: null,
      ...at(JANUARY),
    },
  ],
  panels: [
    {
      id: 'talent',
      title: both('Talent'),
      note: null,
      blocks: [
        { kind: 'numbers', size: 'l', codes: ['people'], divided: true },
        { kind: 'apart', title: both('Apart'), question: 1, statements: [['people'], ['share']] },
        { kind: 'ratio', part: 'people', whole: 'share', label: both('Of') },
      ],
      ...at(JANUARY),
    },
  ],
};
