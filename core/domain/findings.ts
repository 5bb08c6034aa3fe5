/** The sentence that opens each board: its finding, with a number in it, written from the data. */
import type { Figure } from '../contract/figure.ts';
import type { Fund } from '../contract/fund.ts';
import type { Language } from '../contract/lists.ts';
import type { Platform, Question } from '../contract/register.ts';
import type { Task } from '../contract/task.ts';
import { formatDate, formatPoints, speak, speakPercent } from './format.ts';
import type { PanelRecord } from './records.ts';
import { isLevel } from './schedule.ts';
import { dueWords, gapBound } from './sentences.ts';
import type { TaskState } from './task-outline.ts';
import { firstOf } from './task-summary.ts';
import { lowerFirst } from './text.ts';

export const boards = [
  'overview',
  'tasks',
  'funds',
  'platforms',
  'talent',
  'finance',
  'definitions',
] as const;
export type BoardName = (typeof boards)[number];

export type FindingsInput = {
  readonly tasks: readonly TaskState[];
  /** Views of the tasks that sentences may name. */
  readonly named: ReadonlyMap<string, Task>;
  readonly funds: readonly Fund[];
  readonly platforms: readonly Platform[];
  readonly figures: ReadonlyMap<string, Figure>;
  readonly questions: readonly Question[];
  readonly panels: readonly PanelRecord[];
  readonly asOf: string;
};

type Words = { readonly comma: string; readonly semicolon: string };
const WORDS: Record<Language, Words> = {
  zh: { comma: '，', semicolon: '；' },
  en: { comma: ', ', semicolon: '; ' },
};

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const NOTHING = {
  zh: {
    tasks: '登记任务',
    funds: '资金的数',
    platforms: '在册平台',
    figures: '数',
    either: '登记任务，也没有资金的数',
  },
  en: {
    tasks: 'tasks',
    funds: 'fund figures',
    platforms: 'platforms',
    figures: 'figures',
    either: 'tasks and no fund figures',
  },
} as const;

const empty = (what: keyof (typeof NOTHING)['zh'], asOf: string, lang: Language): string =>
  lang === 'zh'
    ? `截至 ${asOf} 还没有${NOTHING.zh[what]}`
    : `No ${NOTHING.en[what]} on record by ${formatDate(asOf, 'en')}`;

function tasksFinding({ tasks, named, asOf }: FindingsInput, lang: Language): string {
  if (tasks.length === 0) return empty('tasks', asOf, lang);
  const by = (state: Task['light']['state']): number =>
    tasks.filter((task) => task.light.state === state).length;
  const late = by('over') + by('blocked');
  const lapsed = tasks.filter((task) => task.light.rule === 'report-too-old').length;
  const silent = by('none') - lapsed;
  const near = named.get(firstOf(tasks, 'near')?.id ?? '');
  const parts =
    lang === 'zh'
      ? [
          `${tasks.length} 项任务`,
          ...(late > 0 ? [`${late} 项逾期或受阻`] : []),
          ...(silent > 0 ? [`${silent} 项还没有填报`] : []),
          ...(lapsed > 0 ? [`${lapsed} 项超过填报周期`] : []),
        ]
      : [
          count(tasks.length, 'task', 'tasks'),
          ...(late > 0 ? [`${late} overdue or blocked`] : []),
          ...(silent > 0 ? [`${silent} never reported`] : []),
          ...(lapsed > 0 ? [`${lapsed} silent beyond the agreed rhythm`] : []),
        ];
  const head = parts.join(WORDS[lang].comma);
  if (near?.light.dueInDays == null) return head;
  return `${head}${WORDS[lang].semicolon}${near.short}${lang === 'zh' ? '' : ' is '}${dueWords(near.light.dueInDays, lang)}`;
}

/** How much of a fund's plan is paid, against its schedule; null where it has none. */
export function fundFinding(fund: Fund, lang: Language): string | null {
  if (fund.schedule === null) return null;
  const { actualPercent, gapPoints } = fund.schedule;
  const qualifier = fund.share?.qualifier ?? 'exact';
  const share = speakPercent(actualPercent, qualifier, lang);
  const gap = `${gapBound(gapPoints, qualifier, lang)}${formatPoints(gapPoints, lang)}`;
  const isBehind = gapPoints < 0;
  if (lang === 'zh') {
    const standing = isLevel(gapPoints) ? '与序时持平' : `${isBehind ? '落后' : '超前'}序时 ${gap}`;
    return `${fund.short}已付 ${share}，${standing}`;
  }
  const standing = isLevel(gapPoints)
    ? 'level with the schedule'
    : `${gap} ${isBehind ? 'behind' : 'ahead of'} schedule`;
  return `${fund.short}: ${share} disbursed, ${standing}`;
}

function fundsFinding({ funds, asOf }: FindingsInput, lang: Language): string {
  const judged = funds
    .filter((fund) => fund.schedule !== null)
    .sort((a, b) => (a.schedule?.gapPoints ?? 0) - (b.schedule?.gapPoints ?? 0))[0];
  const said = judged === undefined ? null : fundFinding(judged, lang);
  if (said !== null) return said;
  const paid = funds.find((fund) => fund.share !== null);
  return paid?.sentence.replace(/[。.]$/, '') ?? empty('funds', asOf, lang);
}

function platformsFinding({ platforms, asOf }: FindingsInput, lang: Language): string {
  if (platforms.length === 0) return empty('platforms', asOf, lang);
  const stage = (name: Platform['stage']): number =>
    platforms.filter((row) => row.stage === name).length;
  return lang === 'zh'
    ? `在册平台 ${platforms.length} 个，${stage('operating')} 个已运营，${stage('building')} 个建设中`
    : `${count(platforms.length, 'platform', 'platforms')} on record, ${stage('operating')} operating, ${stage('building')} being built`;
}

/** The first figures of a panel as one sentence, with the open question that keeps them apart. */
function panelFinding(id: PanelRecord['id'], input: FindingsInput, lang: Language): string {
  const block = input.panels
    .find((panel) => panel.id === id)
    ?.blocks.find((row) => row.kind === 'numbers');
  const shown = (block?.kind === 'numbers' ? block.codes : [])
    .flatMap((code) => input.figures.get(code) ?? [])
    .slice(0, 2);
  if (shown.length === 0) return empty('figures', input.asOf, lang);
  const said = shown.map((figure) =>
    lang === 'zh'
      ? `${figure.short} ${speak(figure, 'zh')}`
      : `${figure.short}: ${speak(figure, 'en')}`,
  );
  const between = input.questions.find(
    (row) =>
      row.open && shown.length > 1 && shown.every((figure) => row.indicators.includes(figure.code)),
  );
  if (lang === 'zh') return [said.join('，'), ...(between ? [between.summary] : [])].join('；');
  return [...said, ...(between ? [lowerFirst(between.summary)] : [])].join('; ');
}

function definitionsFinding({ questions }: FindingsInput, lang: Language): string {
  const open = questions.filter((row) => row.open).length;
  const settled = questions.length - open;
  if (questions.length === 0)
    return lang === 'zh' ? '没有待核的口径' : 'No definition to be confirmed';
  return lang === 'zh'
    ? `${open} 处口径待核，${settled} 处已确认`
    : `${count(open, 'definition', 'definitions')} to be confirmed, ${settled} settled`;
}

/** The opening sentence of every board, without a full stop. */
export function findingsOf(input: FindingsInput, lang: Language): Record<BoardName, string> {
  const tasks = tasksFinding(input, lang);
  const funds = fundsFinding(input, lang);
  const isEmpty = input.tasks.length === 0 && input.funds.every((fund) => fund.share === null);
  return {
    overview: isEmpty
      ? empty('either', input.asOf, lang)
      : `${tasks}${WORDS[lang].semicolon}${funds}`,
    tasks,
    funds,
    platforms: platformsFinding(input, lang),
    talent: panelFinding('talent', input, lang),
    finance: panelFinding('finance', input, lang),
    definitions: definitionsFinding(input, lang),
  };
}
