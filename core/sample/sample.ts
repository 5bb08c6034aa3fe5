/**
 * The default dataset: one page of a local newspaper of Pinghu, May 2021. Its figures, platforms, tasks and its
 * contradictions. Valid time is the source's; the recording instant is given by whoever loads it and stays real.
 */
import type {
  Dataset,
  IndicatorRecord,
  Instant,
  MilestoneRecord,
  MovementRecord,
  ObservationRecord,
  Recorded,
  Retirable,
  TaskRecord,
  TickRecord,
  Workspace,
} from '../domain/records.ts';
import { inUse } from '../domain/retirement.ts';
import { figuresFinance } from './figures-finance.ts';
import { figuresFund } from './figures-fund.ts';
import { figuresPlatform } from './figures-platform.ts';
import { figuresProjectGovernance } from './figures-project-governance.ts';
import { figuresTalent } from './figures-talent.ts';
import { panels } from './panels.ts';
import { platforms } from './platforms.ts';
import { questions } from './questions.ts';
import { departments, elements, frameworks, funds, sources } from './registers.ts';
import type { FigureRow } from './rows.ts';
import { milestones, tasks } from './tasks.ts';

const FEN_PER_YUAN = 100;

export const sampleWorkspace: Workspace = {
  name: { zh: '数字化改革驾驶舱', en: 'Reform Cockpit' },
  organisation: { zh: '平湖市科技局', en: 'Pinghu Science and Technology Bureau' },
  clockPinnedOn: '2021-05-31',
  lastMeetingOn: '2021-04-30',
  nearDays: 10,
  openReading: true,
  separateOfficers: false,
  keeperDepartment: 'd.bureau',
};

/** Every figure of the source as it is written down, money in yuan. */
export const figureRows: readonly FigureRow[] = [
  ...figuresTalent,
  ...figuresPlatform,
  ...figuresFund,
  ...figuresFinance,
  ...figuresProjectGovernance,
];

const amount = (row: FigureRow): number =>
  row.unit === 'yuan' ? row.value * FEN_PER_YUAN : row.value;

const indicator = (row: FigureRow, recorded: Recorded): IndicatorRecord => ({
  code: row.code,
  theme: row.theme,
  name: row.name,
  short: row.short ?? null,
  unit: row.unit === 'yuan' ? 'fen' : row.unit,
  kind: row.kind,
  direction: row.direction ?? 'monitor',
  dimensions: row.dimensions ?? {},
  definition: null,
  rhythmDays: null,
  ownerDepartment: null,
  ledger: row.ledger ?? null,
  highlight: row.highlight ?? null,
  ...inUse,
  note: row.note ?? null,
  ...recorded,
});

const observation = (row: FigureRow, recorded: Recorded): ObservationRecord => ({
  id: `o.${row.code}`,
  indicator: row.code,
  value: amount(row),
  qualifier: row.qualifier,
  period: row.period ?? null,
  asOf: row.asOf,
  source: row.source,
  supersedes: null,
  reason: null,
  submission: null,
  ...recorded,
});

const FIRST_BATCH = { zh: '首批拨付', en: 'First batch' };
const INVESTED = { zh: '已投资', en: 'Invested' };
const INITIAL_SIZE = { zh: '初期规模', en: 'Initial size' };

const label = (code: string): MovementRecord['label'] => {
  if (code === 'fund.work.disbursed') return FIRST_BATCH;
  if (code === 'fund.mother.invested') return INVESTED;
  return code === 'fund.mother.scale' ? INITIAL_SIZE : null;
};

const movement = (
  row: FigureRow,
  ledger: NonNullable<FigureRow['ledger']>,
  recorded: Recorded,
): MovementRecord => ({
  id: `m.${row.code}`,
  fund: ledger.fund,
  kind: ledger.kind,
  amountFen: amount(row),
  qualifier: row.qualifier,
  period: ledger.period,
  asOf: row.asOf,
  source: row.source,
  label: label(row.code),
  supersedes: null,
  reason: null,
  submission: null,
  ...recorded,
});

const task = (row: (typeof tasks)[number], ordinal: number, recorded: Recorded): TaskRecord => ({
  id: row.id,
  framework: row.framework,
  element: row.element,
  placedByDefault: row.framework === 'f.reform',
  title: row.title,
  short: row.short ?? null,
  group: row.group ?? null,
  ownerDepartment: row.ownerDepartment,
  partners: row.partners ?? [],
  crossFlags: row.crossFlags ?? [],
  start: row.start ?? null,
  due: row.due ?? null,
  originalDue: row.due ?? null,
  postponed: 0,
  registeredOn: row.registeredOn,
  sources: row.sources,
  rhythmDays: null,
  ordinal,
  note: row.note ?? null,
  indicators: row.indicators ?? [],
  ...inUse,
  ...recorded,
});

type Steps = { readonly milestones: MilestoneRecord[]; readonly ticks: TickRecord[] };

const steps = (recorded: Recorded): Steps => {
  const counted = new Map<string, number>();
  const result: Steps = { milestones: [], ticks: [] };
  for (const row of milestones) {
    const ordinal = (counted.get(row.task) ?? 0) + 1;
    counted.set(row.task, ordinal);
    const id = `${row.task}.${ordinal}`;
    result.milestones.push({
      id,
      task: row.task,
      ordinal,
      title: row.title,
      due: row.due ?? null,
      originalDue: row.due ?? null,
      postponed: 0,
      registeredOn: row.registeredOn,
      source: row.source,
      ...recorded,
    });
    if (row.doneOn !== undefined) {
      result.ticks.push({
        id: `k.${id}`,
        milestone: id,
        doneOn: row.doneOn,
        checkIn: null,
        source: row.source,
        supersedes: null,
        ...recorded,
      });
    }
  }
  return result;
};

/** The default dataset as recorded at `recordedAt` by `sample`. The same instant gives the same records. */
export function sampleAt(recordedAt: Instant): Dataset {
  const recorded: Recorded = { recordedAt, recordedBy: 'sample' };
  const stamp = <T>(rows: readonly T[]): (T & Recorded)[] =>
    rows.map((row) => ({ ...row, ...recorded }));
  const kept = <T>(rows: readonly T[]): (T & Retirable & Recorded)[] =>
    stamp(rows.map((row) => ({ ...row, ...inUse })));
  const { milestones: milestoneRecords, ticks } = steps(recorded);
  return {
    workspace: sampleWorkspace,
    departments: kept(departments),
    sources: stamp(sources),
    indicators: figureRows.map((row) => indicator(row, recorded)),
    observations: figureRows
      .filter((row) => row.ledger === undefined)
      .map((row) => observation(row, recorded)),
    targets: [],
    funds: kept(funds),
    movements: figureRows.flatMap((row) =>
      row.ledger === undefined ? [] : [movement(row, row.ledger, recorded)],
    ),
    platforms: kept(platforms).map((row) => ({
      ...row,
      level: row.level ?? null,
      partner: row.partner ?? null,
      recognised: row.recognised ?? null,
      note: row.note ?? null,
    })),
    frameworks: kept(frameworks),
    elements: kept(elements),
    tasks: tasks.map((row, index) => task(row, index + 1, recorded)),
    milestones: milestoneRecords,
    ticks,
    checkIns: [],
    questions: stamp(questions),
    panels: stamp(panels),
  };
}
