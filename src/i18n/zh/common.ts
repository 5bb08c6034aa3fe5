export type PageName =
  | 'overview'
  | 'tasks'
  | 'funds'
  | 'platforms'
  | 'talent'
  | 'finance'
  | 'definitions'
  | 'signIn'
  | 'registers'
  | 'audit'
  | 'activate'
  | 'ownAccount'
  | 'accounts'
  | 'enter'
  | 'review'
  | 'register'
  | 'screens'
  | 'watch'
  | 'meetings'
  | 'meeting'
  | 'minutes'
  | 'timeline'
  | 'present'
  | 'presenter';

export const common = {
  product: '数字化改革驾驶舱',
  pages: {
    overview: '总览',
    tasks: '任务',
    funds: '资金',
    platforms: '平台',
    talent: '人才',
    finance: '金融与项目',
    definitions: '口径与来源',
    signIn: '登录',
    registers: '登记册',
    audit: '审计记录',
    activate: '设置密码',
    ownAccount: '我的账号',
    accounts: '账号管理',
    enter: '指标与资金录入',
    review: '审核',
    register: '登记大屏',
    screens: '大屏管理',
    watch: '待核清单',
    meetings: '会议',
    meeting: '会议准备',
    minutes: '会议纪要',
    timeline: '历次会议所见',
    present: '会议演示',
    presenter: '主讲人',
  } satisfies Record<PageName, string>,
  mainNav: '主导航',
  skipToContent: '跳到正文',
  language: '语言',
  search: '搜索',
  close: '关闭',
  settings: '设置',
  backToMeeting: (title: string) => `回到会议：${title}`,
};
