import type {
  CarrierType,
  CrossFlag,
  LightState,
  PlatformLevel,
  PlatformStage,
} from '#core/contract/lists.ts';

const light: Record<LightState, string> = {
  done: '已完成',
  ok: '正常',
  near: '临期',
  over: '逾期',
  blocked: '受阻',
  none: '未填报',
};

const cross: Record<CrossFlag, string> = {
  system: '跨系统',
  field: '跨领域',
  department: '跨部门',
  level: '跨层级',
  business: '跨业务',
};

const level: Record<PlatformLevel, string> = {
  national: '国家级',
  provincial: '省级',
  municipal: '设区市级',
};

const carrier: Record<CarrierType, string> = {
  incubator: '孵化器',
  makerspace: '众创空间',
  xingchuang: '星创天地',
};

const stage: Record<PlatformStage, string> = {
  signed: '已签约',
  building: '建设中',
  operating: '已运营',
  unclear: '不明',
};

export const ui = {
  light,
  cross,
  crossHead: '',
  level,
  carrier,
  stage,
  notListed: '未列',
  colon: '：',
  listSeparator: '、',
  mark: (number: number) => `核${number}`,
  markName: (number: number) => `口径待核 ${number}`,
  statementShown: '正在看的数',
  statementFrom: (source: string) => `出自《${source}》`,
  statementUnsourced: '来源未列',
  openFigure: (figure: string) => `${figure}，看定义与来源`,
  asOf: (date: string) => `截至 ${date}`,
  restAsOf: (date: string) => `未注明的截至 ${date}`,
  lateSince: (date: string) => `，有数据自 ${date} 起超期`,
  asOfAge: (date: string, days: number) => `截至 ${date}，距今 ${days} 天`,
  // Lights and tasks
  lightCount: (state: string, count: number) => `${state} ${count} 项`,
  houseName: (count: number, lights: string) => `改革任务 ${count} 项：${lights}`,
  milestones: (done: number, total: number) => `节点 ${done}/${total}`,
  dueToday: '今日',
  dueInDays: (days: number) => `${days} 天内`,
  overdueDays: (days: number) => `已过 ${days} 天`,
  roofUnnamed: '末位的“1”',
  nameToConfirm: '名称待核',
  noTaskHere: '来源未列本级任务',
  elementUnnamed: '名称待核',
  acrossAll: '贯穿各支柱',
  outsideFrames: '未列入上述框架',
  noTasks: '还没有登记任务',
  moreTasks: (count: number) => `另有 ${count} 项未显示，见任务清单`,
  // Funds
  committed: '承诺',
  size: '规模',
  disbursed: '已拨付',
  invested: '已投资',
  plan: (year: string) => `${year}计划`,
  planPlain: '计划',
  schedule: (percent: string) => `序时 ${percent}`,
  paidBehind: (points: string) => `已付，落后序时 ${points}`,
  paidAhead: (points: string) => `已付，超前序时 ${points}`,
  paidOnSchedule: '已付，与序时持平',
  paidOfCommitted: '已付，占承诺',
  noFunds: '还没有登记资金',
  // Platforms
  matrixName: '平台：按级别和类型',
  levelHead: '级别',
  same: '同一批',
  addedKey: (period: string) => `${period}新增`,
  totalKey: (period: string) => `${period}新增，年份未列`,
  totalNote: (period: string) => `${period}合计`,
  fiveYears: (ordinal: string) => `${ordinal}五`,
  stagesName: '在册平台，按阶段',
  noPlatforms: '还没有登记平台',
  // Projects
  inTalks: '在谈，其中',
  intent: '签意向',
  landed: '已落地',
  investment: '总投资',
  pipelineName: (total: string, part: string) => `在谈 ${total}，其中签意向 ${part}`,
  ratio: (part: string, whole: string) => `${part}/${whole}`,
  // States
  online: '在线',
  offline: '离线，显示上次取到的数',
  copy: '离线副本，本机留存',
  outdated: '版本已更新，正在重新载入',
  retrying: '正在重连',
  loadingHint: '正在取数，轮廓先占位，不闪动',
  emptyTitle: (date: string, what: string) => `${date} 还没有${what}数`,
  emptyEarliest: (date: string) => `最早一期是 ${date}`,
  emptyNever: '还没有录入过',
  lookAt: (date: string) => `看 ${date}`,
  errorTitle: (what: string) => `没有取到${what}数`,
  errorHint: '其他板块不受影响。可以重试，仍不行请联系管理员。',
  errorHintWall: '其他板块不受影响，正在自动重试。',
  retry: '重试',
};
