/** What changed between two dates. "No new figure" is not "no change": it says that nobody has reported since. */
import type { ChangeRow, Changes } from '../contract/board.ts';
import type { Fund } from '../contract/fund.ts';
import type { ChangeState, Language, Qualifier, Theme } from '../contract/lists.ts';
import { lastDay } from './dates.ts';
import type { FundBefore } from './fund-view.ts';
import type { Standing } from './observations.ts';
import type { IndicatorRecord, IsoDate } from './records.ts';
import type { TaskState } from './task-outline.ts';
import { countLights } from './task-summary.ts';
import { lowerFirst, pick } from './text.ts';

/** One side of the comparison. */
export type Side<F = Fund> = {
  readonly standings: ReadonlyMap<string, Standing>;
  readonly tasks: readonly TaskState[];
  readonly funds: readonly F[];
};

export type ChangesInput = {
  readonly since: IsoDate;
  readonly before: Side<FundBefore>;
  readonly after: Side;
  readonly indicators: readonly IndicatorRecord[];
  readonly numbersOf: (code: string) => number[];
};

/** How a figure stands against the baseline; null = it is not on record at the later date. */
export function changeState(
  before: Standing | undefined,
  after: Standing | undefined,
  since: IsoDate,
): ChangeState | null {
  if (after === undefined) return null;
  if (before === undefined) return 'new';
  if (before.id !== after.id)
    return before.value === after.value && before.qualifier === after.qualifier
      ? 'unchanged'
      : 'changed';
  return after.supersedes !== null && lastDay(after.asOf) <= since ? 'restated' : 'no-new-figure';
}

const counted = (
  label: string,
  before: number,
  after: number,
  extra: Partial<ChangeRow> = {},
): ChangeRow => ({
  label,
  light: null,
  code: null,
  before: { value: before, of: null, qualifier: 'exact', unit: null },
  after: { value: after, of: null, qualifier: 'exact', unit: null },
  state: before === after ? 'unchanged' : 'changed',
  delta: after - before,
  questions: [],
  ...extra,
});

const ticked = (tasks: readonly TaskState[]): { value: number; of: number } => ({
  value: tasks.reduce((sum, task) => sum + task.done, 0),
  of: tasks.reduce((sum, task) => sum + task.total, 0),
});

function taskRows({ before, after }: ChangesInput, lang: Language): ChangeRow[] {
  const words =
    lang === 'zh'
      ? { tasks: '登记任务', ticks: '已完成节点 / 全部' }
      : { tasks: 'Registered tasks', ticks: 'Milestones ticked / all' };
  const [was, is] = [ticked(before.tasks), ticked(after.tasks)];
  const rows: ChangeRow[] = [
    counted(words.tasks, before.tasks.length, after.tasks.length),
    counted(words.ticks, was.value, is.value, {
      before: { ...was, qualifier: 'exact', unit: null },
      after: { ...is, qualifier: 'exact', unit: null },
      state: was.value === is.value && was.of === is.of ? 'unchanged' : 'changed',
    }),
  ];
  const [lightsBefore, lightsAfter] = [countLights(before.tasks), countLights(after.tasks)];
  for (const [index, { state, count }] of lightsAfter.entries()) {
    const earlier = lightsBefore[index]?.count ?? 0;
    if (count > 0 || earlier > 0) rows.push(counted(state, earlier, count, { light: state }));
  }
  return rows;
}

type Bounded = { readonly value: number; readonly qualifier: Qualifier };

/** after - before; null where there is no earlier number, or where one of them is only a bound. */
const difference = (before: Bounded | null, after: Bounded): number | null =>
  before?.qualifier === 'exact' && after.qualifier === 'exact' ? after.value - before.value : null;

type Share = NonNullable<Fund['share']>;

/** A share moves with its payments and with its denominator; without a new payment it may stand still. */
function shareState(before: Share | null, after: Share, isFresh: boolean): ChangeState {
  if (before === null) return 'new';
  if (before.percent !== after.percent || before.qualifier !== after.qualifier) return 'changed';
  return isFresh ? 'unchanged' : 'no-new-figure';
}

function fundRows({ before, after, since }: ChangesInput, lang: Language): ChangeRow[] {
  return after.funds.flatMap((fund) => {
    if (fund.share === null || fund.disbursed === null) return [];
    const earlier = before.funds.find((row) => row.id === fund.id);
    const comparable = earlier?.share?.of === fund.share.of ? earlier.share : null;
    const whole = fund[fund.share.of];
    const isPlan = fund.share.of === 'planned';
    const noun =
      lang === 'zh'
        ? `占${isPlan ? '全年计划' : (whole?.label ?? '承诺')}`
        : `of the ${isPlan ? 'year’s plan' : lowerFirst(whole?.label ?? 'commitment')}`;
    const label = lang === 'zh' ? `${fund.short}：${noun}` : `${fund.short}, ${noun}`;
    const state = shareState(comparable, fund.share, lastDay(fund.disbursed.asOf) > since);
    const cell = (share: Share) => ({
      value: share.percent,
      of: null,
      qualifier: share.qualifier,
      unit: '%' as const,
    });
    return [
      {
        label,
        light: null,
        code: fund.disbursed.code,
        before: comparable === null ? null : cell(comparable),
        after: cell(fund.share),
        state,
        delta: difference(
          comparable && { value: comparable.percent, qualifier: comparable.qualifier },
          { value: fund.share.percent, qualifier: fund.share.qualifier },
        ),
        questions: [],
      },
    ];
  });
}

function figureRows(input: ChangesInput, themes: readonly Theme[], lang: Language): ChangeRow[] {
  return input.indicators
    .filter((row) => row.highlight !== null && themes.includes(row.theme))
    .sort((a, b) => (a.highlight ?? 0) - (b.highlight ?? 0))
    .flatMap((row) => {
      const [before, after] = [
        input.before.standings.get(row.code),
        input.after.standings.get(row.code),
      ];
      const state = changeState(before, after, input.since);
      if (state === null || after === undefined) return [];
      const cell = (standing: Standing) => ({
        value: standing.value,
        of: null,
        qualifier: standing.qualifier,
        unit: row.unit,
      });
      return [
        {
          label: pick(row.name, lang),
          light: null,
          code: row.code,
          before: before === undefined ? null : cell(before),
          after: cell(after),
          state,
          delta: difference(before ?? null, after),
          questions: input.numbersOf(row.code),
        },
      ];
    });
}

/** The table of changes since a baseline, with how many figures are new and how many have none. */
export function changesBetween(input: ChangesInput, lang: Language): Changes {
  let newFigures = 0;
  let withoutNewFigure = 0;
  for (const [code, after] of input.after.standings) {
    if (input.before.standings.get(code)?.id === after.id) withoutNewFigure += 1;
    else newFigures += 1;
  }
  return {
    since: input.since,
    newFigures,
    withoutNewFigure,
    groups: [
      { id: 'tasks', rows: taskRows(input, lang) },
      { id: 'funds', rows: [...fundRows(input, lang), ...figureRows(input, ['fund'], lang)] },
      { id: 'platforms-talent', rows: figureRows(input, ['platform', 'talent'], lang) },
      {
        id: 'finance-projects',
        rows: figureRows(input, ['finance', 'project', 'governance'], lang),
      },
    ],
  };
}
