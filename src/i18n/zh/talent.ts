/** The board of talent. Numbers arrive formatted, dates too. */
export const talent = {
  pageName: '人才',
  mark: (number: number) => `核${number}`,
  spans: {
    title: (figures: number, times: number) =>
      times === 1
        ? `${figures} 个数说的是同一段时间`
        : `${figures} 个数，说的是 ${times} 段不同的时间`,
    name: '每个人才数覆盖的年份',
    key: '横条的长短是年份，不是人数；虚框的年份来源未写明。',
    placed: (period: string) => `${period}，来源未写明年份`,
    until: (date: string) => `累计至 ${date}，起点未列`,
    onDate: (date: string) => `${date} 时点`,
    asOf: (date: string) => `截至 ${date}`,
    figure: (name: string, value: string) => `${name} ${value}`,
    and: '、',
    group: (when: string, figures: string) => `${when}：${figures}`,
    between: '；',
    sentence: (groups: string) => `${groups}。时间不同的数不相加，也不连成走势`,
    items: '个',
    noStart: '未列',
    left: (count: number) => `另有 ${count} 个数，见表`,
    table: {
      file: (date: string) => `人才-${date}`,
      name: '指标',
      value: '数',
      unit: '单位',
      from: '起',
      to: '止',
      when: '时间',
      note: '说明',
    },
  },
  rest: '其余各数',
  more: (count: number) => `另有 ${count} 个数，见桌面端`,
  mostly: (date: string) => `未注明的截至 ${date}`,
  note: (name: string, note: string) => `${name}：${note}`,
  questions: (count: number) => `${count} 处口径待核，两说并列`,
  sources: '谁说的',
  subsidyLink: '看资金',
};
