/** The sentence that opens each board: its finding, with a number in it, written from the data. */
import type { Figure } from '../contract/figure.ts';
import type { Fund } from '../contract/fund.ts';
import type { Language } from '../contract/lists.ts';
import type { Platform, Question } from '../contract/register.ts';
import type { Task } from '../contract/task.ts';
import { formatPercent, formatPoints, speak } from './format.ts';
import type { PanelRecord } from './records.ts';
import { dueWords } from './sentences.ts';

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
  readonly tasks: readonly Task[];
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

const empty = (asOf: string, lang: Language): string =>
  lang === 'zh' ? `${asOf} 还没有数` : `No figures yet on ${asOf}`;

function tasksFinding({ tasks, asOf }: FindingsInput, lang: Language): string {
  if (tasks.length === 0)
    return lang === 'zh' ? `${asOf} 还没有登记任务` : `No tasks registered by ${asOf}`;
  const by = (state: Task['light']['state']): number =>
    tasks.filter((task) => task.light.state === state).length;
  const [late, silent] = [by('over') + by('blocked'), by('none')];
  const near = tasks
    .filter((task) => task.light.state === 'near')
    .sort((a, b) => (a.light.dueInDays ?? 0) - (b.light.dueInDays ?? 0))[0];
  const parts =
    lang === 'zh'
      ? [
          `${tasks.length} 项任务`,
          ...(late > 0 ? [`${late} 项逾期或受阻`] : []),
          ...(silent > 0 ? [`${silent} 项还没有填报`] : []),
        ]
      : [
          count(tasks.length, 'task', 'tasks'),
          ...(late > 0 ? [`${late} overdue or blocked`] : []),
          ...(silent > 0 ? [`${silent} never reported`] : []),
        ];
  const head = parts.join(WORDS[lang].comma);
  if (near?.light.dueInDays == null) return head;
  return `${head}${WORDS[lang].semicolon}${near.short}${lang === 'zh' ? '' : ' is '}${dueWords(near.light.dueInDays, lang)}`;
}

function fundsFinding({ funds, asOf }: FindingsInput, lang: Language): string {
  const judged = funds
    .filter((fund) => fund.schedule !== null)
    .sort((a, b) => (a.schedule?.gapPoints ?? 0) - (b.schedule?.gapPoints ?? 0))[0];
  if (judged?.schedule == null) {
    const paid = funds.find((fund) => fund.share !== null);
    return paid?.sentence.replace(/[。.]$/, '') ?? empty(asOf, lang);
  }
  const { actualPercent, gapPoints } = judged.schedule;
  const gap = formatPoints(gapPoints, lang);
  if (lang === 'zh') {
    const standing =
      gapPoints < 0 ? `落后序时 ${gap}` : gapPoints > 0 ? `超前序时 ${gap}` : '与序时持平';
    return `${judged.short}已付 ${formatPercent(actualPercent)}，${standing}`;
  }
  const standing =
    gapPoints < 0
      ? `${gap} behind schedule`
      : gapPoints > 0
        ? `${gap} ahead of schedule`
        : 'level with the schedule';
  return `${judged.short}: ${formatPercent(actualPercent)} disbursed, ${standing}`;
}

function platformsFinding({ platforms, asOf }: FindingsInput, lang: Language): string {
  if (platforms.length === 0) return empty(asOf, lang);
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
  if (shown.length === 0) return empty(input.asOf, lang);
  const said = shown.map((figure) =>
    lang === 'zh'
      ? `${figure.short} ${speak(figure, 'zh')}`
      : `${figure.short}: ${speak(figure, 'en')}`,
  );
  const between = input.questions.find(
    (row) =>
      row.open && shown.length > 1 && shown.every((figure) => row.indicators.includes(figure.code)),
  );
  const head = said.join(WORDS[lang].comma);
  return between === undefined ? head : `${head}${WORDS[lang].semicolon}${between.summary}`;
}

function definitionsFinding({ questions }: FindingsInput, lang: Language): string {
  const open = questions.filter((row) => row.open).length;
  const settled = questions.length - open;
  return lang === 'zh'
    ? `${open} 处口径待核，${settled} 处已确认`
    : `${count(open, 'definition', 'definitions')} to be confirmed, ${settled} settled`;
}

/** The opening sentence of every board, without a full stop. */
export function findingsOf(input: FindingsInput, lang: Language): Record<BoardName, string> {
  const tasks = tasksFinding(input, lang);
  const funds = fundsFinding(input, lang);
  return {
    overview: `${tasks}${WORDS[lang].semicolon}${funds}`,
    tasks,
    funds,
    platforms: platformsFinding(input, lang),
    talent: panelFinding('talent', input, lang),
    finance: panelFinding('finance', input, lang),
    definitions: definitionsFinding(input, lang),
  };
}
