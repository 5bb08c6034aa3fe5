export const controls = {
  controls: '日期与比较',
  asOf: '数据截至',
  dates: '有数据的日期',
  figuresOn: (_count: number) => ' 条数据，',
  earlierDates: (count: number) => `更早还有 ${count} 期，可直接输入日期`,
  compareMeeting: '与上次会议比较',
  compareBaseline: '与基准日比较',
  baseline: '基准',
  compareWithMeeting: '选一次会议比较',
  badDate: '不是日期，写成 2021-05-31 这样',
  baselineAfter: (date: string) => `不能晚于数据截至日 ${date}`,
  clockPinned: (date: string) => `本工作区的时钟停在 ${date}`,
  noFigures: (date: string) => `${date} 当天没有数`,
  earlier: (date: string) => `之前最近 ${date}`,
  later: (date: string) => `之后最近 ${date}`,
  knownSummary: '回看当时所知',
  knownAt: '当时',
  knownHint: '只算这一刻以前录入的，北京时间',
  knownSince: (moment: string) => `只含 ${moment} 以前录入的（北京时间）`,
  knownShown: (moment: string) => `最近一次录入 ${moment}（北京时间）`,
  badMoment: '不是时刻，写成 2021-05-31 或 2021-05-31 18:00',
  allKnown: '看现在所知',
  printed: (asOf: string, compare: string | null, known: string) =>
    `数据截至 ${asOf}${compare === null ? '' : `，与 ${compare} 比较`}；只含 ${known}（北京时间）以前录入的`,
  printSources: (titles: readonly string[]) =>
    titles.length === 0
      ? '还没有登记来源'
      : `来源：${titles.map((title) => `《${title}》`).join('')}`,
};
