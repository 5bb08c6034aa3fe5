/** A short name that does not yet say that it is money gets the word. */
const money = (fund: string) => (/[资基]金$/.test(fund) ? fund : `${fund}资金`);

const NUMERALS = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
const several = (count: number) => NUMERALS[count] ?? `${count} `;

/** The page of the funds. Numbers arrive formatted, dates too. */
export const funds = {
  pageName: '资金',
  /** The opening sentence in parts that rather break between than within; [share] and [gap] are large figures. */
  headline: {
    behind: (fund: string) => [`${money(fund)}已付 [share]，`, '落后序时 [gap] 个百分点'],
    ahead: (fund: string) => [`${money(fund)}已付 [share]，`, '超前序时 [gap] 个百分点'],
    level: (fund: string) => [`${money(fund)}已付 [share]，`, '与序时持平'],
    noSchedule: (count: number) => `${several(count)}笔资金都没有年度计划数，不作序时比较`,
    none: '这一天还没有资金数据',
  },
  planOf: (fund: string, period: string) => `${fund}，${period}计划`,
  asOf: (date: string) => `数据截至 ${date}`,
  listComma: '，',
  pinnedClock: '时钟已固定',
  ago: (days: number) => `距今 ${days} 天`,

  ramp: {
    title: '一年的钱，付到哪里了',
    titleOther: '计划期内的钱，付到哪里了',
    label: (fund: string, period: string) => `${fund}${period}拨付与序时进度`,
    axis: (unit: string) => `${unit}（累计）`,
    plan: '全年计划',
    planOther: '计划总额',
    schedule: '序时进度（按天匀速）',
    expected: '序时',
    behind: (points: string) => `差 ${points}`,
    ahead: (points: string) => `超前 ${points}`,
    level: '与序时持平',
    paid: '已拨付',
    equals: '=',
    day: (date: string, day: number) => `${date}，第 ${day} 天`,
    onlyOne: '虚线仅连接起点，期间无记录',
    separator: '；',
    today: (date: string, percent: string) => `今日 ${date}，序时 ${percent}`,
    asked: (date: string, percent: string) => `截至 ${date}，序时 ${percent}`,
    silent: (date: string) => `斜线段：${date} 以后没有新数`,
    undisbursed: '计划内尚未支付',
    overpaid: '超出计划',
    derived: (unit: string) => `${unit}（推算）`,
    month: (month: number) => `${month}月`,
    noPlan: (fund: string) => `${fund}没有年度计划数，画不出序时线。`,
    noFigure: (fund: string) => `${fund}有计划，还没有拨付记录。`,
    pick: '看哪一笔',
  },
  table: {
    file: (fund: string, date: string) => `资金-${fund}-${date}`,
    date: '日期',
    state: '记录',
    paid: (unit: string) => `累计拨付（${unit}）`,
    share: '占计划（%）',
    expected: '序时（%）',
    gap: '差（个百分点）',
    recorded: '拨付',
    silent: '无新数',
    plan: '计划',
    notCompared: '不比较',
  },
  bullets: (count: number) => `${several(count)}笔资金：承诺、计划、已付`,
  noPlan: (names: string) => `${names}没有年度计划数，不作序时比较。`,
  names: (names: readonly string[]) => names.join('、').replace(/、(?=[^、]+$)/, '和'),
  more: (count: number) => `再显示 ${count} 项`,
  hidden: (count: number) => `另有 ${count} 项未显示`,
  scale: (count: number) => `同一把尺：${several(count)}笔资金实际大小`,
  scaleLabel: (fund: string, paid: string, plan: string | null, total: string) =>
    plan === null
      ? `${fund}：总额 ${total}，已付 ${paid}`
      : `${fund}：总额 ${total}，计划 ${plan}，已付 ${paid}`,
  sentences: '每笔一句话',
  notListed: '未列',
  pageAsOf: '数据截至',
  stopped: (count: number, date: string) => `${several(count)}笔资金停在 ${date}`,
  sources: '来源：',
  title: (title: string) => `《${title}》`,
  titleSeparator: '',
};
